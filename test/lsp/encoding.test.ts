import { describe, expect, test } from "vitest";
import { linesIn } from "../../server/lsp/encoding.ts";

describe("encodings", () => {
  const TEXT = "a一😀b\r\n，é";

  test.each([
    ["utf-16", [0, 1, 2, 4, 5, 0, 1, 2]],
    ["utf-8", [0, 1, 4, 8, 9, 0, 3, 5]],
    ["utf-32", [0, 1, 2, 3, 4, 0, 1, 2]],
  ] as const)("%s counts as it should, and back", (encoding, characters) => {
    const lines = linesIn(encoding)(TEXT);
    const offsets = [0, 1, 2, 4, 5, 7, 8, 9];
    expect(offsets.map((offset) => lines.position(offset).character)).toEqual(characters);
    expect(offsets.map((offset) => lines.offset(lines.position(offset)))).toEqual(offsets);
    expect(lines.offset({ line: 0, character: 999 })).toBe(5);
    expect(lines.offset({ line: 9, character: 0 })).toBe(TEXT.length);
  });
});
