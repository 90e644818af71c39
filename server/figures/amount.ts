import { APPROXIMATORS, boundAt } from "./approximator.ts";
import { chineseAt } from "./chinese.ts";
import type { Bound } from "./figure.ts";
import { arabicAt, type Numeral, scaled } from "./numeral.ts";
import { isOneOf, matchAt } from "./place.ts";

/** A numeral with its multiplier: 1000余万, 1亿2000万. */
export interface Amount {
  readonly numeral: Numeral;
  /** In the base unit; null where no number is said. */
  readonly value: number | null;
  /** The power of ten of the multiplier. */
  readonly exponent: number;
  readonly end: number;
  readonly bound: Bound | null;
}

const MULTIPLIER = /(?:个(?=亿))?[百千]?(?:万亿|[万亿])|[百千](?![米克瓦伏卡帕焦赫分])/y;
const multiplierAt = (text: string, at: number): string | undefined =>
  isOneOf("个百千万亿", text, at) ? matchAt(MULTIPLIER, text, at)?.[0] : undefined;
/** The powers of ten of the multipliers. */
export const POWER: Readonly<Record<string, number>> = {
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
/** The offset behind the blanks at an offset, of which no more than two are passed over. */
export function skipBlanks(text: string, at: number): number {
  if (text[at] !== " ") return at;
  return text[at + 1] === " " ? at + 2 : at + 1;
}

/** The amount that starts at an offset, written in 汉字 or in Arabic digits; null where none does. */
export function amountAt(text: string, at: number, hanzi: boolean): Amount | null {
  const numeral = hanzi ? chineseAt(text, at) : arabicAt(text, at);
  if (!numeral) return null;
  const inner = boundAt(APPROXIMATORS.afterNumeral, text, skipBlanks(text, numeral.end));
  const multiplier = multiplierAt(text, skipBlanks(text, inner.end));
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
  const end = skipBlanks(text, inner.end) + multiplier.length;
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
  const multiplier = multiplierAt(text, numeral.end) ?? "";
  const exponent = POWER[multiplier] ?? 0;
  const value = scaled(numeral.value, exponent);
  if (value === null || exponent >= above || value >= 10 ** above) return null;
  return { value, exponent, end: numeral.end + multiplier.length };
}
