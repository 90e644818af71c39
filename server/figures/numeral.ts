import { digitsEnd, isDigit, matchAt } from "./place.ts";

/** A number as it is written, without approximators, multiplier and unit. Offsets are UTF-16. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Null where the writing names no number (数十, 几百) or one too large to hold. */
  readonly value: number | null;
  /** The upper of two neighbouring numbers that stand for a guess (三四 → 4). */
  readonly upper: number | null;
  /** What one unit of its last place is worth: 0.01 for 36.32, 10 for 三百二十. */
  readonly step: number;
  readonly hanzi: boolean;
}

/** value × 10^exponent without binary rounding noise: scaled(7.3, 8) is 730000000. Null where it is not finite. */
export function scaled(value: number, exponent: number): number | null {
  if (exponent === 0) return Number.isFinite(value) ? value : null;
  if (Number.isSafeInteger(value) && exponent > 0 && exponent < 16) return value * 10 ** exponent;
  const [mantissa, own] = String(value).split("e");
  const result = Number(`${mantissa}e${Number(own ?? 0) + exponent}`);
  return Number.isFinite(result) ? result : null;
}

/** 1,234,567 and no fourth digit behind. */
const GROUPED = /\d{1,3}(?:,\d{3}){1,8}(?!\d)/y;

/** The Arabic numeral that starts at an offset of a folded text: 1,234.5, 36.32, .5 */
export function arabicAt(text: string, at: number): Numeral | null {
  let whole = digitsEnd(text, at);
  const grouped = whole > at && text[whole] === "," ? matchAt(GROUPED, text, at)?.[0] : undefined;
  if (grouped !== undefined) whole = at + grouped.length;
  const end = text[whole] === "." && isDigit(text, whole + 1) ? digitsEnd(text, whole + 1) : whole;
  if (end === at) return null;
  const written = text.slice(at, end);
  const value = Number(grouped === undefined ? written : written.replaceAll(",", ""));
  const decimals = end === whole ? 0 : end - whole - 1;
  return {
    start: at,
    end,
    value: Number.isFinite(value) ? value : null,
    upper: null,
    step: decimals === 0 ? 1 : scaled(1, -Math.min(decimals, 300))!,
    hanzi: false,
  };
}
