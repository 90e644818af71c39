import type { Figure } from "./figure.ts";
import { longest } from "./lexicon.ts";
import { hanziAt, hanziEnd } from "./numeral.ts";
import { before, matchAt, type Place, plain } from "./place.ts";
import { quantity } from "./quantity.ts";

const DIGIT = "[〇零○一二三四五六七八九]";
const SMALL = "[一二三四五六七八九十]{1,3}";
const DATES = [
  new RegExp(`[一二]${DIGIT}{3}年度?(?:${SMALL}月(?:份|${SMALL}日)?)?`, "y"),
  new RegExp(`${SMALL}月(?:${SMALL}日|份|底|初|以来|[上中下]旬)`, "y"),
  /[一二三四]季度/y,
];

/** What a 汉字 numeral may not follow: 第一, 初一, 星期三, 之一, 统一, 唯一 … */
const BOUND_BEFORE = /[第初统唯专同单逐万之划合归如若某每这那另上下周期]$/;
/** Nouns that make a set of things a fixed term: 两个维护, 四个意识, 三年行动. */
const FIXED =
  /个(?:意识|自信|维护|确立|务必|全面|结合|大局|坚持|必须|率先|革命|不|毫不|文明|代表|跟上|围绕|融入|强化|转变|空间|统筹|当好|先行|面向|方面|阶段性)|大(?:工程|行动|战略|方位|会|精神|攻坚|报告|政策|家|概|致|量|力|部分|多数)|年(?:行动|规划|计划|攻坚|提升|专项|方案|制|级)|级(?!以上)|日游|分[之钟为]|分(?=[,。、])|口[之人]|方[联会面]|字(?:工作法|经|诀|方针)|步(?:走|法|曲)|家(?:人|亲)|体(?!量)|线|面|头|门|层|里|成|度|元|度电|站式|网通|站(?!点)|口|步|点|场(?:所)|行|手|号|次性|条龙|条心|人(?:为|才)|回生|类(?:事)?$/y;
const ONE_IDIOM = /[批些定系样般致直种类切体道起同度面旦则边方部时向下番回头线流律味举把手口心级揽子站票窗件事]/y;
const CLOSED = /[,。;、!?)(:\n]/;

/** A numeral in 汉字: a date, or a quantity where a measure word follows; null for idioms, names and ordinals. */
export function hanzi(place: Place): Figure | null {
  const { text, at, quotation, inTitle } = place;
  for (const pattern of DATES) {
    const found = matchAt(pattern, text, at);
    if (found) return plain("date", place, at + found[0].length);
  }
  if (inTitle || (quotation && quotation.end - quotation.start <= 20)) return null;
  const line = before(place, 4);
  if (BOUND_BEFORE.test(line) && !/[以]上$/.test(line)) return null;
  const end = hanziEnd(text, at);
  const run = text.slice(at, end);
  const share = fraction(place, end);
  if (share) return share;
  const numeral = hanziAt(text, at);
  if (!numeral) return null;
  const figure = quantity(place);
  if (!figure?.unitSpan) return null;
  if (matchAt(FIXED, text, end)) return null;
  if (/^[十百千万亿]+$/.test(run) && run !== "十" && !figure.approximate) return null;
  if (run === "一") {
    const unit = text.slice(figure.unitSpan.start, figure.unitSpan.end);
    const closed = CLOSED.test(text[figure.span.end] ?? "\n") && /[\u4e00-\u9fff]$/.test(line);
    if (!closed || (ONE_IDIOM.exec(unit) && unit !== "起" && unit !== "件")) return null;
  }
  return figure;
}

const SHARE: Readonly<Record<string, { unit: string | null; scale: number }>> = {
  百: { unit: "%", scale: 1 },
  千: { unit: "‰", scale: 1 },
  万: { unit: "‱", scale: 1 },
};

/** 百分之三点五 is a rate, 三分之二 a ratio. */
function fraction(place: Place, end: number): Figure | null {
  const { text, at } = place;
  if (!text.startsWith("分之", end)) return null;
  const below = hanziAt(text, at);
  const start = end + 2;
  const whole = matchAt(/\d+(?:\.\d+)?/y, text, start);
  const above = whole ? null : hanziAt(text, start);
  const point = above ? matchAt(/点([〇零一二三四五六七八九]{1,6})/y, text, above.end) : null;
  const top = whole ? Number(whole[0]) : above?.value;
  if (!below?.value || top === undefined || top === null) return null;
  const decimals = point
    ? Number(`0.${[...point[1]!].map((c) => "〇一二三四五六七八九".indexOf(c === "零" ? "〇" : c)).join("")}`)
    : 0;
  const known = SHARE[text.slice(at, end)];
  const figure = plain("name", place, start + (whole?.[0].length ?? above!.end - start + (point?.[0].length ?? 0)));
  return {
    ...figure,
    kind: known ? "rate" : "ratio",
    digits: figure.span,
    value: known ? top + decimals : top / below.value,
    unit: known?.unit ?? null,
  };
}

export const skipTo = (place: Place): number => {
  const { text, at, lexicon } = place;
  const end = hanziEnd(text, at);
  return Math.max(end, at + 1, longest(lexicon.names, text, at));
};
