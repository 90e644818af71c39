import type { Bound } from "./figure.ts";
import { isOneOf, matchAt } from "./place.ts";

const WORDS: Readonly<Record<Bound, string>> = {
  above: "≥ > 超过 超 逾 突破 高于 大于 至少 最少 不少于 不低于 不下 多达 上 破 过了 过 余 多 + 以上 有余 之多 几",
  below: "≤ < 近 将近 接近 几近 不足 不到 没到 未到 不满 低于 少于 不超过 不多于 不高于 最多 至多 以下 以内 之内",
  around: "约 大约 大概 约为 几乎 来 许 左右 上下",
};
const BOUND = new Map(
  Object.entries(WORDS).flatMap(([bound, words]) => words.split(" ").map((word) => [word, bound as Bound] as const)),
);

/** What any of the words begins and ends with: where none of these stands, no pattern need be asked. */
const FIRSTS = [...new Set([...BOUND.keys()].map((word) => word[0]!))].join("");
const LASTS = [...new Set([...BOUND.keys()].map((word) => word.at(-1)!))].join("");

/** Syllables that also end other words (节约, 附近, 商超) count only where they stand alone. */
const BEFORE =
  "大约|大概|约为|几乎|(?<![节签预公违契租条特解履邀制合])约|" +
  "不足|不到|没到|未到|不满|将近|接近|几近|低于|少于|不超过|不多于|不高于|最多|至多|(?<![附最临就邻亲靠相])近|" +
  "超过|突破|高于|大于|至少|最少|不少于|不低于|不下|多达|逾|(?<![反商高赶])超|(?<![超通经走度熬挺错])过了|(?<=[已均都率比例度])过|[≥>≤<]";

/** Where a word of approximation may stand. */
export const APPROXIMATORS = {
  before: new RegExp(`(?:${BEFORE}) ?$`),
  /** 上百, 过亿: before a bare 百, 千, 万 or 亿 only. */
  beforeRound: new RegExp(`(?:${BEFORE}|上|过|破) ?$`),
  afterNumeral: /余|多(?![数元样])|来(?![自源电访信人])|几|\+/y,
  afterUnit: /左右|上下|以上|以下|以内|之内|之多|有余|余|\+|许(?!可)|多(?=[,。;、)!?\n]|$)/y,
} as const;

const meaning = (word: string): Bound | null => BOUND.get(word.trim()) ?? null;

/** The word of one of these sets that stands at an offset, and the offset after it. */
export function boundAt(
  words: RegExp,
  text: string,
  at: number,
): { readonly end: number; readonly bound: Bound | null } {
  const found = isOneOf(FIRSTS, text, at) ? matchAt(words, text, at) : null;
  return found ? { end: at + found[0].length, bound: meaning(found[0]) } : { end: at, bound: null };
}

/** The word of one of these sets that ends a piece of text, and its length. */
export function boundBefore(words: RegExp, line: string): { readonly length: number; readonly bound: Bound | null } {
  const last = line.endsWith(" ") ? line.length - 2 : line.length - 1;
  const found = isOneOf(LASTS, line, last) ? words.exec(line) : null;
  return found ? { length: found[0].length, bound: meaning(found[0]) } : { length: 0, bound: null };
}
