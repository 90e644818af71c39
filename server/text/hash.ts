/** Where a hash has come to: FNV-1a of 64 bits, as two halves without sign. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}

/** The hash of no text. */
const NOTHING: Hash = { high: 0xcbf29ce4, low: 0x84222325 };
/** The prime is 2⁴⁰ and this. */
const PRIME = 0x1b3;
const encoder = new TextEncoder();

/** The hash of the UTF-8 of a text, or of a text that another goes before, whose hash is `from`. */
export function hash(text: string, from = NOTHING): Hash {
  let { high, low } = from;
  for (const byte of encoder.encode(text)) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * PRIME;
    high = (high * PRIME + Math.floor(product / 0x100000000) + ((mixed << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return { high, low };
}

/** 16 hexadecimal digits. */
export const hex = ({ high, low }: Hash): string =>
  [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
