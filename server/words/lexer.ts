import type { Span } from "../text/span.ts";
import { classes } from "./classes.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Pos } from "./pos.ts";
import { segment } from "./segment.ts";

/** A word, a mark or a figure of a text. Offsets are UTF-16 code units into it. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly pos: Pos;
  /** What the word does to the figures beside it, as bits of `classes`; 0 for marks and figures. */
  readonly classes: number;
  /** For a figure, its place in the list of spans that was given; -1 for words and marks. */
  readonly figure: number;
}

/**
 * Cuts a text into tokens in one pass. Blanks are left out.
 * @param figures the spans that are no words, in order and without overlap
 */
export function lex(text: string, figures: readonly Span[], dictionary: Dictionary): readonly Token[] {
  const tokens: Token[] = [];
  const words = (from: number, to: number): void => {
    for (const { start, end, pos } of segment(text, from, to, dictionary)) {
      const word = text.slice(start, end);
      if (word.trim() === "") continue;
      tokens.push({ start, end, text: word, pos, classes: classes.get(word) ?? 0, figure: -1 });
    }
  };
  let at = 0;
  for (const [index, { start, end }] of figures.entries()) {
    if (start > at) words(at, start);
    tokens.push({ start, end, text: text.slice(start, end), pos: "m", classes: 0, figure: index });
    at = end;
  }
  words(at, text.length);
  return tokens;
}

/** Whether a token, or what some tokens hold together, is of a class. */
export const is = (classes: number, bit: number): boolean => (classes & bit) !== 0;
