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
  /** The text before the place on its line, as far as it can say what the numeral is. */
  readonly line: string;
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

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** How many characters of a line before a place are looked at. */
const CONTEXT = 24;

/** The text before an offset on its line, as much of it as is looked at. */
export function lineBefore(text: string, at: number): string {
  const piece = text.slice(Math.max(0, at - CONTEXT), at);
  return piece.slice(piece.lastIndexOf("\n") + 1);
}

const ARABIC = /[\d.]/;

/** Whether the numeral at an offset is written in Arabic digits. */
export const isArabic = (text: string, at: number): boolean => ARABIC.test(text[at] ?? "");

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
