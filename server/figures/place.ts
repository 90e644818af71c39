import type { Span } from "../text/span.ts";
import type { Figure, FigureKind } from "./figure.ts";
import type { Lexicon } from "./lexicon.ts";

/** Where the scanner stands when it asks what a numeral is. */
export interface Place {
  /** The folded text. */
  readonly text: string;
  readonly at: number;
  /** The end of the figure before; no figure may begin earlier. */
  readonly from: number;
  readonly previous: Figure | null;
  /** The innermost quotation “…” around the place, marks included. */
  readonly quotation: Span | null;
  /** Whether the place lies in the title of a document 《…》. */
  readonly inTitle: boolean;
  /** The name of the project's dictionary that the place lies in. */
  readonly name: Span | null;
  readonly lexicon: Lexicon;
}

/** What a numeral at a place is, or null where this reading does not fit. */
export type Reading = (place: Place) => Figure | null;

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The text before the place, on its line, at most `length` characters of it. */
export function before({ text, at }: Pick<Place, "text" | "at">, length: number): string {
  const piece = text.slice(Math.max(0, at - length), at);
  return piece.slice(piece.lastIndexOf("\n") + 1);
}

const DIGITS = /\d+/y;

/** The end of the run of Arabic digits at an offset. */
export const digitsEnd = (text: string, at: number): number => at + (matchAt(DIGITS, text, at)?.[0].length ?? 0);

/** A figure without a unit that reaches from the place to `end`. */
export function plain(
  kind: Exclude<FigureKind, "quantity" | "change">,
  { text, at }: Place,
  end: number,
  value: number | null = null,
): Figure {
  const digits = digitsEnd(text, at);
  return {
    kind,
    span: { start: at, end },
    digits: { start: at, end: digits > at ? digits : end },
    value,
    upper: null,
    unit: null,
    unitSpan: null,
    precision: 1,
    approximate: false,
    bound: null,
    direction: null,
    hanzi: digits === at,
  };
}
