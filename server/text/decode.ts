export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark stood before the text; it is not part of the text. */
  readonly bom: boolean;
}

/** What a text begins with that says how it is written. */
const MARKS = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
] as const satisfies readonly (readonly [Encoding, readonly number[]])[];

/**
 * Reads bytes as their byte order mark says (UTF-8, or the two forms of UTF-16 that Windows calls Unicode), or without
 * one as UTF-8 or, where they are not valid UTF-8, as GB18030.
 * @returns null where the bytes are none of these, or are not text at all (they hold NULs).
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? [];
  for (const encoding of marked ? [marked] : (["utf-8", "gb18030"] as const)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes("\0") ? null : { text, encoding, bom: marked !== undefined };
    } catch {
      // Not this encoding; the next one may be.
    }
  }
  return null;
}
