import { matchAt } from "./place.ts";

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
  if (Number.isSafeInteger(value) && exponent >= 0 && exponent < 16) return value * 10 ** exponent;
  const [mantissa, own] = String(value).split("e");
  const result = Number(`${mantissa}e${Number(own ?? 0) + exponent}`);
  return Number.isFinite(result) ? result : null;
}

const ARABIC = /\d{1,3}(?:,\d{3}){1,8}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y;

/** The Arabic numeral that starts at an offset of a folded text: 1,234.5, 36.32, .5 */
export function arabicAt(text: string, at: number): Numeral | null {
  const written = matchAt(ARABIC, text, at)?.[0];
  if (written === undefined) return null;
  const value = Number(written.replaceAll(",", ""));
  const point = written.indexOf(".");
  const decimals = point < 0 ? 0 : written.length - point - 1;
  return {
    start: at,
    end: at + written.length,
    value: Number.isFinite(value) ? value : null,
    upper: null,
    step: scaled(1, -Math.min(decimals, 300))!,
    hanzi: false,
  };
}
