import { type Span, span } from "./span.ts";

/** A place as LSP counts it: zero-based line and UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open range as LSP counts it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Converts between offsets and positions of one text. Lines end in LF, CRLF or CR, as in LSP. */
export interface Lines {
  readonly count: number;
  /** The position of an offset; offsets beyond the text are clamped. */
  position(offset: number): Position;
  /** The offset of a position; characters beyond the line are clamped to its end. */
  offset(position: Position): number;
  /** The text of one line without its terminator; empty beyond the last line. */
  line(index: number): string;
}

export function lines(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (c === 10 || c === 13) starts.push(i + 1);
  }
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (starts[mid]! <= offset) low = mid;
      else high = mid - 1;
    }
    return low;
  };
  const endOf = (index: number): number => {
    let end = starts[index + 1] ?? text.length;
    while (end > starts[index]! && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
    return end;
  };
  return {
    count: starts.length,
    position(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lineAt(clamped);
      return { line, character: clamped - starts[line]! };
    },
    offset({ line, character }) {
      if (line < 0) return 0;
      const start = starts[line];
      if (start === undefined) return text.length;
      return Math.min(start + Math.max(0, character), endOf(line));
    },
    line: (index) => (index in starts ? text.slice(starts[index]!, endOf(index)) : ""),
  };
}

/** The span of a range; places beyond the text are clamped, and a range given from its end is put right. */
export function spanOf(lines: Lines, { start, end }: Range): Span {
  const [a, b] = [lines.offset(start), lines.offset(end)];
  return span(Math.min(a, b), Math.max(a, b));
}
