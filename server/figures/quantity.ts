import type { Span } from "../text/span.ts";
import { APPROXIMATORS, boundAt, boundBefore } from "./approximator.ts";
import { change } from "./change.ts";
import { chineseAt } from "./chinese.ts";
import type { Bound, Direction, Figure, FigureKind } from "./figure.ts";
import { type Lexicon, longest } from "./lexicon.ts";
import { arabicAt, type Numeral, scaled } from "./numeral.ts";
import { isArabic, lineBefore, matchAt, type Place } from "./place.ts";

/** A numeral with its multiplier: 1000余万, 1亿2000万. */
interface Amount {
  readonly numeral: Numeral;
  /** In the base unit; null where no number is said. */
  readonly value: number | null;
  /** The power of ten of the multiplier. */
  readonly exponent: number;
  readonly end: number;
  readonly bound: Bound | null;
}

const MULTIPLIER = /(?:个(?=亿))?[百千]?(?:万亿|[万亿])|[百千](?![米克瓦伏卡帕焦赫分])/y;
const POWER: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
  万亿: 12,
  百万亿: 14,
  千万亿: 15,
};
const SPACES = / {0,2}/y;
const skipSpaces = (text: string, at: number): number => at + matchAt(SPACES, text, at)![0].length;

function amountAt(text: string, at: number, hanzi: boolean): Amount | null {
  const numeral = hanzi ? chineseAt(text, at) : arabicAt(text, at);
  if (!numeral) return null;
  const inner = boundAt(APPROXIMATORS.afterNumeral, text, skipSpaces(text, numeral.end));
  const multiplier = matchAt(MULTIPLIER, text, skipSpaces(text, inner.end))?.[0];
  if (!multiplier) {
    return {
      numeral,
      value: numeral.value,
      exponent: 0,
      end: inner.bound ? inner.end : numeral.end,
      bound: inner.bound,
    };
  }
  const exponent = POWER[multiplier.replace("个", "")]!;
  const value = numeral.value === null ? null : scaled(numeral.value, exponent);
  const end = skipSpaces(text, inner.end) + multiplier.length;
  const rest = hanzi ? null : lesserAt(text, end, exponent);
  const outer = boundAt(APPROXIMATORS.afterNumeral, text, rest?.end ?? end);
  return {
    numeral,
    value: rest && value !== null ? value + rest.value : value,
    exponent: rest?.exponent ?? exponent,
    end: outer.end,
    bound: outer.bound ?? inner.bound,
  };
}

/** What goes on after a multiplier: the 2000万 of 1亿2000万. */
function lesserAt(text: string, at: number, above: number): { value: number; exponent: number; end: number } | null {
  const numeral = arabicAt(text, at);
  if (!numeral || numeral.value === null) return null;
  const multiplier = matchAt(MULTIPLIER, text, numeral.end)?.[0] ?? "";
  const exponent = POWER[multiplier] ?? 0;
  const value = scaled(numeral.value, exponent);
  if (value === null || exponent >= above || value >= 10 ** above) return null;
  return { value, exponent, end: numeral.end + multiplier.length };
}

function unitAt({ text, lexicon }: Place, at: number): Span | null {
  const start = skipSpaces(text, at);
  const end = longest(lexicon.units, text, start);
  if (end === start) return null;
  const per = text[end] === "/" ? longest(lexicon.units, text, end + 1) : 0;
  if (per <= end + 1) return { start, end };
  const each = text[per] === "·" || text[per] === "/" ? longest(lexicon.units, text, per + 1) : 0;
  return { start, end: each > per + 1 ? each : per };
}

const TO = / ?(?:--|——|[-—–~至到]) ?/y;

/** The upper end of a range whose lower end, with its unit if it has one, ends at an offset. */
function upperAt(
  place: Place,
  low: Amount,
  lowUnit: Span | null,
): { amount: Amount; unit: Span | null; bottom: number } | null {
  const { text } = place;
  const at = lowUnit?.end ?? low.end;
  const to = /[由从自]$/.test(place.line) ? null : matchAt(TO, text, at);
  const amount = to && amountAt(text, at + to[0].length, low.numeral.hanzi);
  if (!amount || low.value === null || amount.value === null) return null;
  const unit = unitAt(place, amount.end);
  const shared = low.exponent === 0 && !lowUnit && !low.numeral.hanzi ? scaled(low.value, amount.exponent) : low.value;
  const alike =
    !lowUnit || (unit !== null && text.slice(unit.start, unit.end) === text.slice(lowUnit.start, lowUnit.end));
  return alike && shared !== null && shared < amount.value ? { amount, unit, bottom: shared } : null;
}

/** The length of the longest word of approximation before a number. */
const LEAD = 6;

/** Which way a figure at a span says that something changed; null where it states a level. */
export function changeAt({ text, from, previous }: Place, unit: string | null, { start, end }: Span): Direction | null {
  return change({
    line: lineBefore(text, start),
    unit,
    after: text.slice(end, end + 8),
    previous,
    between: text.slice(from, Math.min(start, from + 8)),
  });
}

/** A quantity, rate, change or ratio: what the numeral at the place counts or measures. */
export function quantity(place: Place): Figure | null {
  const { text, at, from, lexicon } = place;
  const hanzi = !isArabic(text, at);
  const low = amountAt(text, at, hanzi);
  if (!low) return null;
  const lowUnit = unitAt(place, low.end);
  const range = upperAt(place, low, lowUnit);
  const top = range?.amount ?? low;
  const unitSpan = range ? range.unit : lowUnit;
  const stated = unitSpan && text.slice(unitSpan.start, unitSpan.end);
  const after = boundAt(APPROXIMATORS.afterUnit, text, unitSpan?.end ?? top.end);
  const lead = boundBefore(
    hanzi ? APPROXIMATORS.beforeHanzi : APPROXIMATORS.beforeArabic,
    place.line.slice(Math.max(0, place.line.length - Math.min(LEAD, at - from))),
  );
  const start = at - lead.length;
  const recent = RECENT.test(text.slice(Math.max(0, start - 1), at)) && stated !== null && PERIODS.has(stated);
  const bound = (recent ? null : lead.bound) ?? top.bound ?? after.bound;
  const line = lineBefore(text, start);
  const direction = changeAt(place, stated, { start, end: after.end });
  const silent = stated === null ? implied(line, lexicon) : null;
  const unit = stated ?? silent?.unit ?? null;
  const inUnits = (number: number | null) => (number === null ? null : scaled(number, silent?.exponent ?? 0));
  const spoken = low.numeral.upper === null ? null : scaled(low.numeral.upper, low.exponent);
  const upper = inUnits(range ? range.amount.value : spoken);
  const minus = direction === null && NEGATIVE.test(line);
  const bottom = inUnits(range?.bottom ?? low.value);
  return {
    kind: direction ? "change" : kindOf(unit, line, stated === null && low.exponent === 0),
    span: { start, end: after.end },
    digits: { start: at, end: low.numeral.end },
    value: minus && bottom !== null ? -bottom : bottom,
    upper,
    unit,
    unitSpan,
    precision: inUnits(scaled(low.numeral.step, (low.exponent === 0 ? top : low).exponent)) ?? 1,
    approximate: bound !== null || upper !== null || low.value === null,
    bound,
    direction,
    hanzi,
  };
}

/** 近5年 is the last five years, not almost five; 历时近5年 is almost five. */
const RECENT = /^[^时达过了长]?近$/;
const PERIODS = new Set(["年", "个月", "天", "日", "周", "个季度"]);

const NEGATIVE = /(?:^|[\u4e00-\u9fff(,:|]) ?[-−]$|零下$/;

/** The noun before a number may say what it counts: 参加人数达3200. */
const COUNTED =
  /(?:(人次|场次|户次|批次|件次|人|户|件|次|家|场|项|例|条|宗|起|份)数?)(?:分别|已|累计|共|约)?(?:为|达到|达|是|有|超|近|:)?$/;
const PLURAL = /[人户件次家场项例条宗起份]数|[人场户批件]次/;
const SCORED = /(?:得分|评分|总分|平均分|均分|分值)(?:分别|仅)?(?:为|达到|达|是|:)?$/;

/** 金额（万元）：1200 */
const HEAD = /\((?<multiplier>[百千]?[万亿]|万亿)?(?<unit>[^()\d]{1,8})\) ?[:|]? ?$/;

/** The unit that the words before a number imply, and the power of ten that comes with it. */
function implied(line: string, { units }: Lexicon): { readonly unit: string; readonly exponent: number } | null {
  const head = HEAD.exec(line)?.groups;
  if (head && longest(units, head.unit!, 0) === head.unit!.length)
    return { unit: head.unit!, exponent: POWER[head.multiplier ?? ""] ?? 0 };
  const counted = COUNTED.exec(line);
  if (counted && PLURAL.test(counted[0])) return { unit: counted[1]!, exponent: 0 };
  return SCORED.test(line) ? { unit: "分", exponent: 0 } : null;
}

const RATES = new Set(["%", "‰", "‱", "成", "折"]);
const RATIO =
  /(?:比值|之比|比例|配比|系数|指数|比率|容积率|[入生负价量积业]比)(?:约|由|从|下降|降|缩小|提高|升|增|扩大)?(?:为|达到|达|是|至|到|:)?$/;
const RATE = /(?:[化成结功意格盖及用诉置率]率|比重|占比)(?:分别|均)?(?:为|达到|达|是|至|到|:)?$/;

function kindOf(unit: string | null, line: string, bare: boolean): FigureKind {
  if (unit !== null && RATES.has(unit)) return "rate";
  if (unit === "倍" || (bare && RATIO.test(line))) return "ratio";
  return bare && unit === null && RATE.test(line) ? "rate" : "quantity";
}
