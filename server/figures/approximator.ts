import { matchAt } from "./place.ts";

/** In what way a figure is inexact: it is a floor, a ceiling, or near. */
export type Bound = "above" | "below" | "around";

const BOUND: Readonly<Record<Bound, string>> = {
  above: "超过 超 逾 突破 高于 大于 至少 最少 不少于 不低于 不下 多达 上 破 过 余 多 + 以上 有余 之多 来往上",
  below: "近 将近 接近 几近 不足 不到 不满 低于 少于 不超过 不多于 不高于 最多 以下 以内 之内 内",
  around: "约 大约 大概 约为 几乎 来 几 许 左右 上下 前后",
};

const OF: ReadonlyMap<string, Bound> = new Map(
  Object.entries(BOUND).flatMap(([bound, words]) => words.split(" ").map((word) => [word, bound as Bound] as const)),
);

const AROUND = "(?:大约|大概|约为|几乎|(?<![节签预公违契租条特解履邀制])约)";
const BELOW = "(?:不足|不到|不满|将近|接近|几近|低于|少于|不超过|不多于|不高于|最多|(?<![附最临就邻亲靠相])近)";
const ABOVE = "(?:超过|突破|高于|大于|至少|最少|不少于|不低于|不下|多达|逾|(?<![反])超)";

/** The words that make a figure inexact, by where they stand. */
export const sayings = {
  before: new RegExp(`(?:${AROUND}|${BELOW}|${ABOVE}) ?$`),
  beforeHanzi: new RegExp(`(?:${AROUND}|${BELOW}|${ABOVE}|上|过|破) ?$`),
  afterNumeral: /余|多(?!数|元|样|家联|方)|来(?!自|源|电|访|信|人)|几|\+/y,
  afterUnit: /余|左右|上下|以上|以下|以内|之内|之多|有余|\+|许(?!可)|多(?=[,。;、)!?\n]|$)/y,
  bound: (word: string): Bound | null => OF.get(word.trim()) ?? null,
} as const;

/** The word of one of these sets that stands at an offset. */
export function said(words: RegExp, text: string, at: number): { end: number; bound: Bound | null } {
  const found = matchAt(words, text, at);
  return found ? { end: at + found[0].length, bound: sayings.bound(found[0]) } : { end: at, bound: null };
}
