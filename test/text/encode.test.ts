import fc from "fast-check";
import { expect, test } from "vitest";
import { type Decoded, decode } from "../../server/text/decode.ts";
import { encode } from "../../server/text/encode.ts";

const again = (decoded: Decoded): Decoded | null => decode(encode(decoded));

test.each([
  ["utf-8", false, "汉字 ABC 👍"],
  ["utf-8", true, "汉字"],
  ["gb18030", false, "汉字、“引号”　①㎡〇—…·éü€₂👍𠀀"],
] as const)("%s with byte order mark: %s", (encoding, bom, text) => {
  expect(again({ text, encoding, bom })).toEqual({ text, encoding, bom });
});

test("whatever is read as GB18030 is written as it was", () => {
  const character = fc.oneof(fc.integer({ min: 0x80, max: 0xd7ff }), fc.integer({ min: 0x10000, max: 0x10ffff }));
  fc.assert(
    fc.property(fc.array(character, { maxLength: 40 }), (codes) => {
      const text = String.fromCodePoint(...codes);
      const bytes = encode({ text, encoding: "gb18030", bom: false });
      expect(new TextDecoder("gb18030", { fatal: true }).decode(bytes)).toBe(text);
    }),
    { seed: 7 },
  );
});
