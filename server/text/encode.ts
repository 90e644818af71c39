import { diffChars } from "diff";
import { type Decoded, decode, type Encoding } from "./decode.ts";
import { difference } from "./difference.ts";
import type { Edit } from "./edit.ts";
import { append } from "./list.ts";
import { once } from "./memo.ts";

/** The bytes of a text in the encoding, and with the byte order mark, that it was read with. */
export function encode({ text, encoding, bom }: Decoded): Uint8Array {
  return WRITERS[encoding](bom ? `\ufeff${text}` : text);
}

const WRITERS: Readonly<Record<Encoding, (text: string) => Uint8Array>> = {
  "utf-8": (text) => new TextEncoder().encode(text),
  "utf-16le": (text) => toUtf16(text, true),
  "utf-16be": (text) => toUtf16(text, false),
  gb18030: toGb18030,
};

function toUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), isLittleEndian);
  return new Uint8Array(view.buffer);
}

/**
 * The bytes of a text that was made from another. What did not change keeps the bytes that it had: GB18030 has two ways
 * to write some characters, the blank that fills a line among them. A few characters in GB18030 may be others in UTF-8
 * (1.占 and 1.ռ): what would be read as these is written as UTF-8, and marked so.
 * @param bytes those that `was` was read from
 */
export function reencode(text: string, was: Decoded, bytes: Uint8Array): Uint8Array {
  if (was.encoding !== "gb18030") return encode({ ...was, text });
  const starts = gb18030Starts(was.text, bytes);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { span, newText } of difference(was.text, text).flatMap((edit) => finer(edit, was.text))) {
    pieces.push(bytes.subarray(starts[at], starts[span.start]), toGb18030(newText));
    at = span.end;
  }
  pieces.push(bytes.subarray(starts[at]));
  const made = joined(pieces);
  return decode(made)?.text === text ? made : encode({ text, encoding: "utf-8", bom: true });
}

/** Beyond so many changed characters an edit is taken as a whole. */
const MOST_CHANGED_CHARACTERS = 1000;

/** The edits of single characters that an edit of some lines comes down to. */
function finer(edit: Edit, text: string): readonly Edit[] {
  const parts = diffChars(text.slice(edit.span.start, edit.span.end), edit.newText, {
    maxEditLength: MOST_CHANGED_CHARACTERS,
  });
  if (!parts) return [edit];
  const edits: Edit[] = [];
  let at = edit.span.start;
  for (const { added, removed, value } of parts) {
    const end = added ? at : at + value.length;
    if (added || removed) edits.push({ span: { start: at, end }, newText: added ? value : "" });
    at = end;
  }
  return edits;
}

/** Where the bytes of each character begin, by its offset in the text (UTF-16), and where the last of them ends. */
function gb18030Starts(text: string, bytes: Uint8Array): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    starts[i] = at;
    const isPair = text.codePointAt(i)! > 0xffff;
    if (isPair) starts[++i] = at;
    // A second byte that is a digit tells that there are four.
    at += bytes[at]! < 0x80 ? 1 : bytes[at + 1]! < 0x40 ? 4 : 2;
  }
  starts[text.length] = at;
  return starts;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

type Table = ReadonlyMap<string, readonly number[]>;

/** The platform decodes GB18030 and does not encode it: what each character is written as is found by decoding all. */
function toGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else append(bytes, codes().get(character) ?? fourBytes(FIRST_BEYOND_BMP + code - 0x10000));
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

const codes = once((): Table => {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly number[]>();
  const add = (code: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(code));
    if ([...character].length === 1 && !codes.has(character)) codes.set(character, code);
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add([lead, trail]);
  for (let n = 0; n <= LAST_OF_BMP; n++) add(fourBytes(n));
  return codes;
});
