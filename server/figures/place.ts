import type { Span } from "../text/span.ts";
import type { Figure, FigureKind } from "./figure.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where the scanner stands when it asks what a numeral is. */
export interface Place {
  /** The folded text. */
  readonly text: string;
  readonly at: number;
  /** Where the numeral's run of digits, Arabic or 汉字, ends. */
  readonly end: number;
  /** The character before the place, "\n" at the beginning of a line. */
  readonly before: string;
  /** The end of the figure before; no figure may begin earlier. */
  readonly from: number;
  readonly previous: Figure | null;
  /** The innermost quotation “…” around the place, marks included. */
  readonly quotation: Span | null;
  /** Whether the place lies in the title of a document 《…》. */
  readonly inTitle: boolean;
  /** The name of the project's dictionary that the place lies in. */
  readonly name: Span | null;
  readonly vocabulary: Vocabulary;
}

/** What a numeral at a place is, or null where this reading does not fit. */
export type Reading = (place: Place) => Figure | null;

/**
 * A reading with what shows that it may fit, so that it is asked of few numerals: one of the characters of `before` stands
 * right before the numeral, one of `after` right behind its digits (one blank may stand between), or `within` somewhere in
 * the text. A reading without a clue is asked of all.
 */
export interface Clued {
  readonly before?: string;
  readonly after?: string;
  readonly within?: string;
  readonly read: Reading;
}

export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** How many characters of a line before a place are looked at. */
const CONTEXT = 24;

/** The text before an offset on its line, as much of it as is looked at. */
export function lineBefore(text: string, at: number, most = CONTEXT): string {
  const piece = text.slice(Math.max(0, at - most), at);
  const end = piece.lastIndexOf("\n");
  return end < 0 ? piece : piece.slice(end + 1);
}

const [ZERO, NINE, POINT] = [0x30, 0x39, 0x2e];

/** Whether an Arabic digit stands at an offset. */
export function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= ZERO && unit <= NINE;
}

/** Whether the numeral at an offset is written in Arabic digits. */
export const isArabic = (text: string, at: number): boolean => isDigit(text, at) || text.charCodeAt(at) === POINT;

/** The offset behind the digits that begin at an offset. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end++;
  return end;
}

/** Whether one of some characters stands at an offset. */
export const isOneOf = (characters: string, text: string, at: number): boolean =>
  at >= 0 && at < text.length && characters.includes(text[at]!);

/** A figure without a unit that reaches from the place to `end`. */
export function plain(
  kind: Exclude<FigureKind, "quantity" | "change">,
  { text, at, end: digits }: Place,
  end: number,
  value: number | null = null,
): Figure {
  return {
    kind,
    span: { start: at, end },
    digits: { start: at, end: Math.min(digits, end) },
    value,
    upper: null,
    unit: null,
    unitSpan: null,
    precision: 1,
    approximate: false,
    bound: null,
    direction: null,
    hanzi: !isArabic(text, at),
  };
}
