export type Encoding = "utf-8" | "gb18030";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark stood before the text; it is not part of the text. */
  readonly bom: boolean;
}

/**
 * Reads bytes as UTF-8 (with or without BOM) or, where they are not valid UTF-8, as GB18030.
 * @returns null where the bytes are neither, or are not text at all (they hold NUL bytes).
 */
export function decode(bytes: Uint8Array): Decoded | null {
  if (bytes.includes(0)) return null;
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (const encoding of ["utf-8", "gb18030"] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, bom };
    } catch {
      // Not this encoding; the next one may be.
    }
  }
  return null;
}
