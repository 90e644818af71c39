import { memo } from "../text/memo.ts";
import { isSpace } from "../text/space.ts";
import type { Span } from "../text/span.ts";
import { classes } from "./classes.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Pos } from "./pos.ts";
import { cut, type Tell } from "./segment.ts";

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
  const known = wordsOf(dictionary);
  const tell: Tell = (start, end, pos, _, entry) => {
    if (entry > 0) {
      known[entry] ??= wordAt(text, start, end);
      const { word, classes } = known[entry]!;
      tokens.push({ start, end, text: word, pos, classes, figure: -1 });
      return;
    }
    const { word, classes } = wordAt(text, start, end);
    if (pos === "mark" && isSpace(word)) return;
    tokens.push({ start, end, text: word, pos, classes, figure: -1 });
  };
  let at = 0;
  for (let figure = 0; figure < figures.length; figure++) {
    const { start, end } = figures[figure]!;
    if (start > at) cut(text, at, start, dictionary, tell);
    tokens.push({ start, end, text: text.slice(start, end), pos: "m", classes: 0, figure });
    at = end;
  }
  cut(text, at, text.length, dictionary, tell);
  return tokens;
}

/** A word of a dictionary with its classes. It is one string wherever it stands, so that later look-ups of it are fast. */
interface Known {
  readonly word: string;
  readonly classes: number;
}

/** The words of a dictionary that have been met, by their entry. */
const wordsOf = memo(
  ({ tries }: Dictionary): (Known | undefined)[] => new Array(tries.reduce((sum, { nodes }) => sum + nodes.length, 0)),
);

const wordAt = (text: string, start: number, end: number): Known => {
  const word = text.slice(start, end);
  return { word, classes: classesOf(word) };
};

/** The code units that words with a class begin with; most words begin otherwise and need not be looked up. */
const heads = new Uint8Array(0x10000);
for (const word of classes.keys()) heads[word.charCodeAt(0)] = 1;

const classesOf = (word: string): number => (heads[word.charCodeAt(0)] === 1 ? (classes.get(word) ?? 0) : 0);

/** Whether a token, or what some tokens hold together, is of a class. */
export const is = (classes: number, bit: number): boolean => (classes & bit) !== 0;
