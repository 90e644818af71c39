import { expect, test } from "vitest";
import { laidOut } from "../../server/text/layout.ts";

test.each([
  ["\n\n甲  \n\n\n\n乙\u3000", false, "甲\n\n乙\n"],
  ["甲\r\n\r\n\r\n乙", false, "甲\r\n\r\n乙\r\n"],
  ["甲  \n乙\n", true, "甲  \n乙\n"],
  ["  　甲\n", false, "  　甲\n"],
  ["", false, ""],
  [" \n\t\n", false, ""],
])("%j (Markdown: %s) becomes %j", (text, markdown, expected) => {
  expect(laidOut(text, markdown)).toBe(expected);
  expect(laidOut(expected, markdown)).toBe(expected);
});
