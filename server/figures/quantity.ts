import type { Span } from "../text/span.ts";
import { type Amount, amountAt, skipBlanks } from "./amount.ts";
import { APPROXIMATORS, boundAt, boundBefore } from "./approximator.ts";
import { change } from "./change.ts";
import type { Figure, FigureKind } from "./figure.ts";
import { implied } from "./implied.ts";
import { scaled } from "./numeral.ts";
import { isArabic, isOneOf, lineBefore, matchAt, type Place } from "./place.ts";
import { longest } from "./vocabulary.ts";

/** The offset behind what may stand between a number and its unit: the end of **emphasis**, and blanks. */
function behindGap(text: string, at: number): number {
  const emphasis = text[at] !== "*" ? 0 : text[at + 1] !== "*" ? 1 : 2;
  return skipBlanks(text, at + emphasis);
}

function unitAt({ text, vocabulary }: Place, at: number): Span | null {
  const start = behindGap(text, at);
  const end = longest(vocabulary.units, text, start);
  if (end === start) return null;
  const per = text[end] === "/" ? longest(vocabulary.units, text, end + 1) : 0;
  if (per <= end + 1) return { start, end };
  const each = text[per] === "·" || text[per] === "/" ? longest(vocabulary.units, text, per + 1) : 0;
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
  const to = isOneOf(" -—–~至到", text, at) && !"由从自".includes(place.before) ? matchAt(TO, text, at) : null;
  const amount = to && amountAt(text, at + to[0].length, low.numeral.hanzi);
  if (!amount || low.value === null || amount.value === null) return null;
  const unit = unitAt(place, amount.end);
  const shared = low.exponent === 0 && !lowUnit && !low.numeral.hanzi ? scaled(low.value, amount.exponent) : low.value;
  const alike =
    !lowUnit || (unit !== null && text.slice(unit.start, unit.end) === text.slice(lowUnit.start, lowUnit.end));
  return alike && shared !== null && shared < amount.value ? { amount, unit, bottom: shared } : null;
}

/** 件（次） is read as 件次. */
const BRACKETS = /[()]/g;
/** The length of the longest word of approximation before a number. */
const LEAD = 6;

/** A quantity, rate, change or ratio: what the numeral at the place counts or measures. */
export function quantity(place: Place): Figure | null {
  const { text, at, from, vocabulary } = place;
  const hanzi = !isArabic(text, at);
  const low = amountAt(text, at, hanzi);
  if (!low) return null;
  const lowUnit = unitAt(place, low.end);
  const range = upperAt(place, low, lowUnit);
  const top = range?.amount ?? low;
  const unitSpan = range ? range.unit : lowUnit;
  const stated = unitSpan && text.slice(unitSpan.start, unitSpan.end).replace(BRACKETS, "");
  const after = boundAt(APPROXIMATORS.afterUnit, text, unitSpan?.end ?? top.end);
  const lead = boundBefore(
    isOneOf("百千万亿", text, at) ? APPROXIMATORS.beforeRound : APPROXIMATORS.before,
    lineBefore(text, at, Math.min(LEAD, at - from)),
  );
  const start = at - lead.length;
  const recent =
    lead.length > 0 && stated !== null && PERIODS.has(stated) && RECENT.test(text.slice(Math.max(0, start - 1), at));
  const bound = (recent ? null : lead.bound) ?? top.bound ?? after.bound;
  const line = lineBefore(text, start);
  const direction = change(place, stated, { start, end: after.end });
  const silent = stated === null ? implied(line, vocabulary) : null;
  const unit = stated ?? silent?.unit ?? null;
  const inUnits = (number: number | null) => (number === null ? null : scaled(number, silent?.exponent ?? 0));
  const spoken = low.numeral.upper === null ? null : scaled(low.numeral.upper, low.exponent);
  const upper = inUnits(range ? range.amount.value : spoken);
  const minus = direction === null && isNegative(line);
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

const NEGATIVE = /[\u4e00-\u9fff(,:|] ?[-−]$|零下$/;
const isNegative = (line: string): boolean => isOneOf("-−下", line, line.length - 1) && NEGATIVE.test(line);

const RATES = new Set(["%", "‰", "‱", "成", "折"]);
const RATIO =
  /(?:比值|之比|比例|配比|系数|指数|比率|容积率|[入生负价量积业]比)(?:约|由|从|下降|降|缩小|提高|升|增|扩大)?(?:为|达到|达|是|至|到|:)?$/;
const RATE = /(?:[化成结功意格盖及用诉置率]率|比重|占比)(?:分别|均)?(?:为|达到|达|是|至|到|:)?$/;

function kindOf(unit: string | null, line: string, bare: boolean): FigureKind {
  if (unit !== null && RATES.has(unit)) return "rate";
  if (unit === "倍" || (bare && RATIO.test(line))) return "ratio";
  return bare && unit === null && RATE.test(line) ? "rate" : "quantity";
}
