import type { Figure } from "../figures/figure.ts";
import { memo } from "../text/memo.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { type Standing, standingOf } from "./standing.ts";

/**
 * A figure that states a statistic, with the words around it. Mentions of one `group` stand side by side: in the running
 * text, or in one pair of brackets. All words are folded, and what stands in brackets is no part of the words around it.
 */
export interface Mention {
  readonly figure: Figure;
  /** Its place among the paragraph's mentions. */
  readonly index: number;
  readonly group: number;
  readonly sentence: number;
  /** The mention right before the bracket that this one stands in. */
  readonly owner: Mention | null;
  /** The mention before it in its group, in whatever sentence. */
  readonly previous: Mention | null;
  /** The words since the previous mention of the group or, for the first, since the group's beginning. */
  readonly gap: string;
  /** The end of `gap`: the words of its own clause. */
  readonly before: string;
  /** The words after it, up to a mark or the next mention. */
  readonly after: string;
  /** The last mark in `gap`; empty where it follows the previous mention without one. */
  readonly mark: string;
  readonly standing: Standing;
}

const MARK = /[,、;:。!?\n]/;
const STOP = /[。!?\n]/;
const LATIN = /[A-Za-z0-9]/;

interface Level {
  readonly group: number;
  readonly owner: Draft | null;
  previous: Draft | null;
  sentence: number;
  words: string;
  clause: number;
  from: number;
  mark: string;
}

type Draft = { -readonly [K in keyof Mention]: K extends "owner" | "previous" ? Draft | null : Mention[K] } & {
  open: boolean;
};

/** The mentions of a paragraph in the order of the text. One pass, linear in the text. */
export const mentionsOf = memo(({ folded, figures }: Paragraph): readonly Mention[] => {
  const mentions: Draft[] = [];
  const closing = brackets(folded);
  let groups = 0;
  let sentences = 0;
  let level: Level = fresh(groups, sentences, null, 0);
  const outer: { level: Level; end: number }[] = [];

  const take = (end: number): void => {
    const words = folded.slice(level.from, end).replace(/[ \t\u00a0\u3000]/g, "");
    level.words += words;
    if (level.previous?.open) level.previous.after += words;
    level.from = end;
  };
  const close = (): void => {
    if (level.previous) level.previous.open = false;
  };

  let next = 0;
  for (let at = 0; at < folded.length; at++) {
    while (next < figures.length && figures[next]!.span.end <= at) next++;
    const figure = figures[next];
    if (figure && figure.span.start === at && isStatistic(figure) && !sumsUp(folded, figure)) {
      take(at);
      close();
      const mention: Draft = {
        figure,
        index: mentions.length,
        group: level.group,
        sentence: level.sentence,
        owner: level.owner,
        previous: level.previous,
        gap: level.words,
        before: level.words.slice(level.clause),
        after: "",
        mark: level.mark,
        standing: "level",
        open: true,
      };
      mentions.push(mention);
      level.previous = mention;
      level.words = level.mark = "";
      level.clause = 0;
      level.from = figure.span.end;
      at = figure.span.end - 1;
      continue;
    }
    if (figure && figure.span.start <= at) {
      at = figure.span.end - 1;
      continue;
    }
    const char = folded[at]!;
    if (closing.has(at)) {
      take(at);
      outer.push({ level, end: closing.get(at)! });
      level = fresh(++groups, ++sentences, level.previous, at + 1);
    } else if (outer.length && at === outer.at(-1)!.end) {
      take(at);
      close();
      level = outer.pop()!.level;
      level.from = at + 1;
    } else if (MARK.test(char) || (char === "." && !latinAround(folded, at))) {
      take(at);
      close();
      take(at + 1);
      level.clause = level.words.length;
      level.mark = char;
      if (STOP.test(char) || char === ".") level.sentence = ++sentences;
    }
  }
  take(folded.length);
  for (const mention of mentions) mention.standing = standingOf(mention);
  return mentions;
});

const fresh = (group: number, sentence: number, owner: Draft | null, from: number): Level => ({
  group,
  owner,
  previous: null,
  sentence,
  words: "",
  clause: 0,
  from,
  mark: "",
});

/** 60岁以上 says which people are counted; it is no count of its own. */
const isStatistic = ({ kind, value, unit, bound }: Figure): boolean =>
  value !== null &&
  !(unit === "岁" && bound !== null) &&
  (kind === "quantity" || kind === "rate" || kind === "change" || kind === "ratio");

/** 两项合计: the number counts the figures before it. */
const sumsUp = (text: string, { hanzi, span }: Figure): boolean =>
  hanzi && /^(?:[\u4e00-\u9fff]{0,4}(?:合计|共计|总计|之和|相加)|共)/.test(text.slice(span.end, span.end + 6));

const latinAround = (text: string, at: number): boolean =>
  LATIN.test(text[at - 1] ?? "") && LATIN.test(text[at + 1] ?? "");

/** Where each opening bracket that is closed again has its partner; the others are ordinary signs. */
function brackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") open.push(at);
    else if (text[at] === ")" && open.length) pairs.set(open.pop()!, at);
  }
  return pairs;
}
