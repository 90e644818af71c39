import type { Span } from "../text/span.ts";
import { type Bound, said, sayings } from "./approximator.ts";
import { change } from "./change.ts";
import type { Figure } from "./figure.ts";
import { longest } from "./lexicon.ts";
import { arabicAt, hanziAt, type Numeral, scaled } from "./numeral.ts";
import { before, matchAt, type Place } from "./place.ts";

/** A numeral with its multiplier: 1000余万. */
interface Amount {
  readonly numeral: Numeral;
  readonly end: number;
  /** The power of ten of the multiplier. */
  readonly exponent: number;
  readonly bound: Bound | null;
}

const MULTIPLIER = /(?:百|千)?(?:万亿|[万亿])|[百千](?![米克瓦伏卡帕焦赫分])/y;
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

function amountAt(text: string, at: number, hanzi: boolean): Amount | null {
  const numeral = hanzi ? hanziAt(text, at) : arabicAt(text, at);
  if (!numeral) return null;
  let end = skipSpaces(text, numeral.end);
  const inner = said(sayings.afterNumeral, text, end);
  const multiplier = matchAt(MULTIPLIER, text, inner.end);
  if (multiplier) {
    end = inner.end + multiplier[0].length;
    const outer = said(sayings.afterNumeral, text, end);
    return { numeral, end: outer.end, exponent: POWER[multiplier[0]] ?? 0, bound: outer.bound ?? inner.bound };
  }
  return { numeral, end: inner.bound ? inner.end : numeral.end, exponent: 0, bound: inner.bound };
}

const skipSpaces = (text: string, at: number): number => at + matchAt(/ {0,2}/y, text, at)![0].length;

function unitAt({ lexicon }: Place, text: string, at: number): Span | null {
  const start = skipSpaces(text, at);
  let end = longest(lexicon.units, text, start);
  if (end === start) return null;
  if (text[end] === "/") {
    const per = longest(lexicon.units, text, end + 1);
    if (per > end + 1) end = per;
  }
  return { start, end };
}

const TO = /(?:--|——|[-—–~至到])/y;
const IMPLIED =
  /(人|户|件|次|家|场|项|例|条|宗|起|份)数[\u4e00-\u9fff]{0,4}$|(人次|场次|户次|批次)[\u4e00-\u9fff]{0,3}$/;
const SCORED = /(?:得分|评分|总分|平均分|均分|分值)[\u4e00-\u9fff]{0,3}$/;
const COMPARED = /(?:比值|之比|比例|配比|系数|指数|容积率|[^\u4e00-\u9fff]?比|率)(?:约)?(?:达到|达|为|是|至|到)?$/;

/** A quantity, rate, change or ratio: every Arabic numeral is one; a 汉字 numeral only with a unit. */
export function quantity(place: Place): Figure | null {
  const { text, at } = place;
  const hanzi = !/[\d.]/.test(text[at]!);
  const low = amountAt(text, at, hanzi);
  if (!low) return null;
  const lowUnit = unitAt(place, text, low.end);
  let end = lowUnit?.end ?? low.end;
  let unitSpan = lowUnit;
  let high: Amount | null = null;
  const to = matchAt(TO, text, skipSpaces(text, end));
  if (to && !/[由从自]$/.test(before(place, 1))) {
    const start = skipSpaces(text, skipSpaces(text, end) + to[0].length);
    const next = amountAt(text, start, hanzi);
    if (next) {
      const nextUnit = unitAt(place, text, next.end);
      const same =
        !lowUnit || (nextUnit && text.slice(nextUnit.start, nextUnit.end) === text.slice(lowUnit.start, lowUnit.end));
      const bottom = total(low, next);
      const top = total(next);
      if (same && bottom !== null && top !== null && bottom < top) {
        high = next;
        unitSpan = nextUnit;
        end = nextUnit?.end ?? next.end;
      }
    }
  }
  const unit = unitSpan ? text.slice(unitSpan.start, unitSpan.end) : null;
  const after = said(sayings.afterUnit, text, end);
  const lead = leading(place, hanzi);
  const bound = lead.bound ?? (high ?? low).bound ?? after.bound;
  const value = high ? total(low, high) : total(low);
  const upper = high ? total(high) : low.numeral.upper === null ? null : scaled(low.numeral.upper, low.exponent);
  const spanEnd = after.bound ? after.end : end;
  const precision = scaled(low.numeral.step, (high && low.exponent === 0 ? high : low).exponent) ?? 1;
  const line = before({ text, at: lead.start }, 24);
  const turn = change(line, unit, text.slice(spanEnd, spanEnd + 8), place.previous, text.slice(place.from, lead.start));
  const implied = unit === null && !turn ? implicit(line) : null;
  return {
    kind: turn
      ? "change"
      : unit === "%" || unit === "‰" || unit === "‱" || unit === "成" || unit === "折"
        ? "rate"
        : unit === "倍" || (unit === null && implied === null && COMPARED.test(line) && low.exponent === 0)
          ? "ratio"
          : "quantity",
    span: { start: lead.start, end: spanEnd },
    digits: { start: at, end: low.numeral.end },
    value,
    upper,
    unit: unit ?? implied,
    unitSpan,
    precision,
    approximate: bound !== null || upper !== null,
    bound,
    direction: turn,
    hanzi,
  };
}

/** The amount in the base unit; the lower end of a range shares the multiplier of the upper one (5-10万). */
function total({ numeral, exponent }: Amount, high?: Amount): number | null {
  if (numeral.value === null) return null;
  return scaled(numeral.value, exponent === 0 && high && !numeral.hanzi ? high.exponent : exponent);
}

function leading(place: Place, hanzi: boolean): { start: number; bound: Bound | null } {
  const line = before(place, Math.min(6, place.at - place.from));
  const found = (hanzi ? sayings.beforeHanzi : sayings.before).exec(line);
  return found
    ? { start: place.at - found[0].length, bound: sayings.bound(found[0]) }
    : { start: place.at, bound: null };
}

function implicit(line: string): string | null {
  const counted = IMPLIED.exec(line);
  return counted?.[1] ?? counted?.[2] ?? (SCORED.test(line) ? "分" : null);
}
