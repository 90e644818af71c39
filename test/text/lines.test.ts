import { expect, test } from "vitest";
import { lines, spanOf } from "../../server/text/lines.ts";

const TEXT = "甲乙\r\n丙𠮷\n";

test.each([
  ["0:1 1:1", "乙\r\n丙"],
  ["1:1 0:1", "乙\r\n丙"],
  ["1:1 1:3", "𠮷"],
  ["0:1 0:99", "乙"],
  ["1:0 99:0", "丙𠮷\n"],
  ["0:0 0:0", ""],
])("the range %s spans %j", (written, spanned) => {
  const [start, end] = written.split(" ").map((place) => {
    const [line, character] = place.split(":").map(Number);
    return { line: line!, character: character! };
  });
  const { start: from, end: to } = spanOf(lines(TEXT), { start: start!, end: end! });
  expect(TEXT.slice(from, to)).toBe(spanned);
});
