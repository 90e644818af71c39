import { type Lines, lines } from "../text/lines.ts";

/** The unit in which an editor counts the characters of a line. */
export type Encoding = "utf-16" | "utf-8" | "utf-32";

// A surrogate pair is counted at its first half.
const WIDTH = {
  "utf-8": (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : isHigh(code) ? 4 : isLow(code) ? 0 : 3),
  "utf-32": (code: number) => (isLow(code) ? 0 : 1),
} as const;

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;

/** `lines` for editors that count in another unit: offsets stay UTF-16, positions are in `encoding`. */
export function linesIn(encoding: Encoding): (text: string) => Lines {
  if (encoding === "utf-16") return lines;
  const width = WIDTH[encoding];
  return (text) => {
    const inner = lines(text);
    const before = new Uint32Array(text.length + 1);
    for (let i = 0; i < text.length; i++) before[i + 1] = before[i]! + width(text.charCodeAt(i));
    return {
      ...inner,
      position(offset) {
        const { line, character } = inner.position(offset);
        const start = inner.offset({ line, character: 0 });
        return { line, character: before[start + character]! - before[start]! };
      },
      offset({ line, character }) {
        let low = inner.offset({ line, character: 0 });
        let high = inner.offset({ line, character: Number.POSITIVE_INFINITY });
        const wanted = before[low]! + character;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (before[middle]! <= wanted) low = middle;
          else high = middle - 1;
        }
        return low;
      },
    };
  };
}
