import type { Figure } from "./figure.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Zone } from "./zone.ts";

/** Where the scanner stands when it asks what a numeral is. */
export interface Place {
  /** The folded text. */
  readonly text: string;
  readonly at: number;
  /** No figure may begin before this offset: the end of the figure before. */
  readonly from: number;
  readonly previous: Figure | null;
  /** The innermost quotation around the place, and whether a document title 《…》 stands around it. */
  readonly quotation: Zone | null;
  readonly inTitle: boolean;
  readonly lexicon: Lexicon;
}

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The text before the place, on the same line, at most `length` characters of it. */
export function before({ text, at }: Pick<Place, "text" | "at">, length: number): string {
  const piece = text.slice(Math.max(0, at - length), at);
  return piece.slice(piece.lastIndexOf("\n") + 1);
}

/** A reading without a unit. */
export function plain(
  kind: Exclude<Figure["kind"], "quantity" | "change">,
  place: Place,
  end: number,
  value: number | null = null,
): Figure {
  const { at, text } = place;
  const run = matchAt(/\d+/y, text, at)?.[0].length ?? end - at;
  return {
    kind,
    span: { start: at, end },
    digits: { start: at, end: Math.min(end, at + run) },
    value,
    upper: null,
    unit: null,
    unitSpan: null,
    precision: 1,
    approximate: false,
    bound: null,
    direction: null,
    hanzi: !/\d/.test(text[at] ?? ""),
  };
}
