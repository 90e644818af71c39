import fc from "fast-check";
import { expect, test } from "vitest";
import { type Decoded, decode } from "../../server/text/decode.ts";
import { encode, reencode } from "../../server/text/encode.ts";

const again = (decoded: Decoded): Decoded | null => decode(encode(decoded));

test.each([
  ["utf-8", false, "汉字 ABC 👍"],
  ["utf-8", true, "汉字"],
  ["utf-16le", true, "汉字 ABC 👍"],
  ["utf-16be", true, "汉字 ABC 👍"],
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

test.each([
  ["an odd number of bytes", [0xff, 0xfe, 0x41]],
  ["half a pair", [0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00]],
  ["UTF-32", [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
  ["a mark of UTF-8 before what is none", [0xef, 0xbb, 0xbf, 0xbd, 0xd8]],
])("%s is no text", (_, bytes) => expect(decode(Uint8Array.from(bytes))).toBeNull());

test("what is not changed keeps its bytes, of two ways to write a character the one that was taken", () => {
  // The blank and two vertical marks, each in both ways, and characters of one, two and four bytes.
  const pieces = [
    [0xa3, 0xa0],
    [0xa1, 0xa1],
    [0xa6, 0xd9],
    [0x84, 0x31, 0x82, 0x36],
    [0x41],
    [0x0a],
    [0xbd, 0xd8],
    [0x81, 0x30, 0x81, 0x30],
    [0x94, 0x39, 0xda, 0x33],
  ];
  const bytesOf = (list: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(list.flat());
  const wrong = [0xd6, 0xb9];
  const right = [0xd6, 0xc1];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(wrong, ...pieces), { maxLength: 60 }), (list) => {
      const bytes = bytesOf(list);
      const was = decode(bytes)!;
      fc.pre(was.encoding === "gb18030");
      const mended = reencode(was.text.replaceAll("止", "至"), was, bytes);
      expect(mended).toEqual(bytesOf(list.map((piece) => (piece === wrong ? right : piece))));
    }),
    { seed: 7, numRuns: 500 },
  );
});

test("what would be read as UTF-8 is marked as UTF-8", () => {
  const was = { text: "1、占", encoding: "gb18030", bom: false } as const;
  expect(decode(reencode("1.占", was, encode(was)))).toEqual({ text: "1.占", encoding: "utf-8", bom: true });
});
