import type { Paragraph } from "../report/paragraph.ts";
import { memo } from "../text/memo.ts";
import type { Token } from "../words/lexer.ts";
import { tokensOf } from "./tokens.ts";

/**
 * A word, a figure or a mark, or all that stands between a pair of marks, the marks included: a quotation “…”, the title of a
 * document 《…》, a bracket. Offsets are UTF-16 code units into the paragraph's text.
 */
export interface Piece extends Token {
  readonly kind: "word" | "mark" | "quotation" | "title" | "bracket";
  /** What stands between the marks; empty for words and marks. */
  readonly inside: readonly Piece[];
}

const PAIRS = [
  ["“", "”", "quotation"],
  ["‘", "’", "quotation"],
  ["「", "」", "quotation"],
  ["『", "』", "quotation"],
  ["《", "》", "title"],
  ["〈", "〉", "title"],
  ["(", ")", "bracket"],
  ["[", "]", "bracket"],
  ["〔", "〕", "bracket"],
  ["【", "】", "bracket"],
] as const;
const OPENING = new Map(PAIRS.map(([open, , kind]) => [open as string, kind]));
const CLOSING = new Map(PAIRS.map(([open, close]) => [close as string, open as string]));

const NOTHING: readonly Piece[] = [];

/** The pieces of a paragraph in order, each pair of marks as one. A mark without its partner stands for itself. */
export const piecesOf = memo((paragraph: Paragraph): readonly Piece[] => {
  const tokens = tokensOf(paragraph);
  const partners = partnersOf(tokens);
  const outer: { pieces: Piece[]; open: Token; end: number }[] = [];
  let pieces: Piece[] = [];
  let closing = -1;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const end = partners.size > 0 ? partners.get(at) : undefined;
    if (end !== undefined) {
      outer.push({ pieces, open: token, end });
      pieces = [];
      closing = end;
    } else if (closing === at) {
      const last = outer.pop()!;
      const whole = pair(paragraph, last.open, token.end, pieces);
      pieces = last.pieces;
      pieces.push(whole);
      closing = outer.at(-1)?.end ?? -1;
    } else pieces.push(single(token));
  }
  return pieces;
});

// Spelt out, as a spread is slow and there are as many pieces as words.
const single = ({ start, end, text, pos, classes, figure }: Token): Piece => ({
  start,
  end,
  text,
  pos,
  classes,
  figure,
  kind: pos === "mark" ? "mark" : "word",
  inside: NOTHING,
});

const pair = ({ folded }: Paragraph, open: Token, end: number, inside: readonly Piece[]): Piece => ({
  start: open.start,
  end,
  text: folded.slice(open.start, end),
  pos: open.pos,
  classes: open.classes,
  figure: open.figure,
  kind: OPENING.get(open.text)!,
  inside,
});

/** Where each opening mark that is closed again has its partner, by their places; pairs nest and never cross. */
function partnersOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { mark: string; at: number }[] = [];
  const waiting = new Map<string, number>();
  const count = (mark: string, by: number) => waiting.set(mark, (waiting.get(mark) ?? 0) + by);
  for (let at = 0; at < tokens.length; at++) {
    const { text, pos } = tokens[at]!;
    if (pos !== "mark") continue;
    if (OPENING.has(text)) {
      open.push({ mark: text, at });
      count(text, 1);
      continue;
    }
    const partner = CLOSING.get(text);
    if (partner && waiting.get(partner)) {
      let last = open.pop()!;
      count(last.mark, -1);
      for (; last.mark !== partner; last = open.pop()!, count(last.mark, -1));
      pairs.set(last.at, at);
    }
  }
  return pairs;
}
