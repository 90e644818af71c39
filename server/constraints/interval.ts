import type { Figure } from "../figures/figure.ts";
import { isCountable } from "../statements/unit.ts";
import { greatest, least } from "../text/list.ts";

/** The values that a written figure may stand for. Both ends belong to it; either may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const isWhole = ({ value, unit, precision, hanzi }: Figure): boolean =>
  value !== null && (precision === 1 || (hanzi && precision === 10)) && Number.isInteger(value) && isCountable(unit);

/** Said exactly, so that arithmetic may be held against it. */
export const isExact = (figure: Figure): boolean =>
  figure.value !== null &&
  figure.upper === null &&
  (!figure.approximate || isRounded(figure)) &&
  !(figure.kind === "ratio" && figure.bound !== null);

/** 约2336万元 is rounded to its last place, and no guess: nobody guesses four digits. */
const isRounded = ({ value, bound, precision }: Figure): boolean =>
  bound === "around" &&
  value !== null &&
  Math.round(value / precision) >= 100 &&
  Math.round(value / precision) % 10 !== 0;

/** How far the true value may lie from what is written: half of the last place, or nothing for a count of wholes. */
export const slack = (figure: Figure): number => (isWhole(figure) ? 0 : figure.precision / 2);

/** What a figure that is said to be inexact may stand for: 超过, 余 up to a tenth above, 近 as much below, 约 either way. */
const ROUGH = 0.1;
const IN_WORDS = 0.07;

/** The values that a figure may stand for, by its last place and its words of approximation. */
export function interval(figure: Figure): Interval {
  const { value, upper, bound, approximate, kind, unit, hanzi } = figure;
  // 三分之一 is said of what is near it.
  const half = kind === "ratio" && unit === null && hanzi ? Math.abs(value!) * IN_WORDS : slack(figure);
  const low = value! - half;
  const high = (upper ?? value!) + half;
  if (!approximate || upper !== null || isRounded(figure)) return { low, high };
  const room = Math.abs(value!) * ROUGH;
  return { low: bound === "above" ? low : low - room, high: bound === "below" ? high : high + room };
}

export const exactly = (value: number): Interval => ({ low: value, high: value });
export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });
export const minus = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });
export const negated = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });
export const total = (all: readonly Interval[]): Interval => all.reduce(plus, exactly(0));

export function times(a: Interval, b: Interval): Interval {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: least(ends), high: greatest(ends) };
}

/** The quotient of two intervals, or null where the divisor may be nothing. */
export const over = (a: Interval, b: Interval): Interval | null =>
  b.low > 0 ? times(a, { low: 1 / b.high, high: 1 / b.low }) : null;

export const scaled = ({ low, high }: Interval, by: number): Interval =>
  by < 0 ? { low: high * by, high: low * by } : { low: low * by, high: high * by };

/** Whether two intervals share a value, but for what floating point loses. */
export function meet(a: Interval, b: Interval): boolean {
  const size = Math.max(1, finite(a.low), finite(a.high), finite(b.low), finite(b.high));
  return a.low <= b.high + size * 1e-9 && b.low <= a.high + size * 1e-9;
}

const finite = (value: number): number => (Number.isFinite(value) ? Math.abs(value) : 0);
