import type { Decoded } from "./decode.ts";
import { append } from "./list.ts";

/** The bytes of a text in the encoding, and with the byte order mark, that it was read with. */
export function encode({ text, encoding, bom }: Decoded): Uint8Array {
  if (encoding === "gb18030") return toGb18030(text);
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}

type Table = ReadonlyMap<string, readonly number[]>;

let known: Table | null = null;

/** The platform decodes GB18030 and does not encode it: what each character is written as is found by decoding all. */
function toGb18030(text: string): Uint8Array {
  known ??= table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else append(bytes, known.get(character) ?? fourBytes(FIRST_BEYOND_BMP + code - 0x10000));
  }
  return Uint8Array.from(bytes);
}

const FIRST_BEYOND_BMP = 189_000;
const LAST_OF_BMP = 39_419;

/** The n-th of the four-byte codes, 81 30 81 30 being the first. */
const fourBytes = (n: number): readonly number[] => [
  0x81 + Math.floor(n / 12_600),
  0x30 + (Math.floor(n / 1260) % 10),
  0x81 + (Math.floor(n / 10) % 126),
  0x30 + (n % 10),
];

function table(): Table {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly number[]>();
  const add = (code: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(code));
    if ([...character].length === 1 && !codes.has(character)) codes.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  for (let n = 0; n <= LAST_OF_BMP; n++) add(fourBytes(n));
  return codes;
}
