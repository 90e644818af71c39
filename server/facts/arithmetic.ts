import type { Figure } from "../figures/figure.ts";

/** The values that a written figure may stand for. Both ends are finite and belong to it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Units of what comes in wholes: a count of 105 is 105 and nothing near it. */
const WHOLE =
  /^(?:[件起宗例桩案单笔人名位户口批队组份条项册部篇本卷期张页则款章套幅封种类目节场次轮届堂班个家处所座栋间站片块级孔眼盏根杆枚只头羽株棵匹辆台架艘列床天日]|[件案例项起场批户班轮台架车辆人]次|个月|工作日|课时|学时|人)$/;

export const isWhole = ({ value, unit, precision, hanzi }: Figure): boolean =>
  value !== null &&
  (precision === 1 || (hanzi && precision === 10)) &&
  Number.isInteger(value) &&
  (unit === null || WHOLE.test(unit));

/** Said exactly, so that arithmetic may be held against it. */
export const isExact = ({ value, upper, approximate }: Figure): boolean =>
  value !== null && upper === null && !approximate;

/** How far the true value may lie from what is written: half of the last place, or nothing for a count of wholes. */
export const slack = (figure: Figure): number => (isWhole(figure) ? 0 : figure.precision / 2);

export const interval = (figure: Figure): Interval => {
  const half = slack(figure);
  return { low: figure.value! - half, high: figure.value! + half };
};

/**
 * What two figures of one scale may stand for: 3亿 beside 3.6亿 is 3.0亿, so the finer place of the two holds for both.
 */
export function intervals(a: Figure, b: Figure): readonly [Interval, Interval] {
  const [first, second] = [slack(a), slack(b)];
  const alike = first > 0 && second > 0 && Math.max(first, second) <= Math.min(first, second) * 11;
  const half = Math.min(first, second);
  const around = (value: number, room: number): Interval => ({ low: value - room, high: value + room });
  return [around(a.value!, alike ? half : first), around(b.value!, alike ? half : second)];
}

/** The part that one interval is of another whose values are above zero, or null where that cannot be said. */
export function quotient(part: Interval, whole: Interval): Interval | null {
  if (!(whole.low > 0)) return null;
  const low = part.low / (part.low < 0 ? whole.low : whole.high);
  const high = part.high / (part.high < 0 ? whole.high : whole.low);
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : null;
}

/**
 * Whether a percentage may stand for some fraction within `fraction`, rounded or cut off at its last written place.
 * @param percent the percentage as written, 36.32 for 36.32%
 * @param step what its last place is worth, 0.01
 */
export function states(percent: number, step: number, fraction: Interval): boolean {
  const room = step * 1e-6 + Math.abs(percent) * 1e-12;
  return fraction.high * 100 >= percent - step / 2 - room && fraction.low * 100 < percent + step - room;
}

/** As `states`, but rounded only. */
export function rounds(percent: number, step: number, fraction: Interval): boolean {
  const room = step * 1e-6 + Math.abs(percent) * 1e-12;
  return fraction.high * 100 >= percent - step / 2 - room && fraction.low * 100 <= percent + step / 2 + room;
}

/** The whole numbers m from 0 to `limit` for which m ÷ whole reads as the percentage; at most two are looked for. */
export function numerators(percent: number, step: number, whole: number): readonly number[] {
  const guess = Math.round((percent / 100) * whole);
  return [guess - 1, guess, guess + 1].filter(
    (m) => m >= 0 && m <= whole && states(percent, step, { low: m / whole, high: m / whole }),
  );
}

/** The whole numbers b for which (count − b) ÷ b reads as the signed percentage, nearest first. */
export function bases(percent: number, step: number, count: number): readonly number[] {
  const exact = count / (1 + percent / 100);
  if (!Number.isFinite(exact) || exact <= 0 || exact > Number.MAX_SAFE_INTEGER) return [];
  const reach = Math.ceil(Math.min(50, (exact * step) / 100 + 1));
  const found: number[] = [];
  for (let b = Math.max(1, Math.floor(exact) - reach); b <= Math.ceil(exact) + reach; b++) {
    const growth = Math.abs((count - b) / b);
    const sign = Math.sign(count - b);
    if (sign === Math.sign(percent) && states(Math.abs(percent), step, { low: growth, high: growth })) found.push(b);
  }
  return found.sort((a, b) => Math.abs(a - exact) - Math.abs(b - exact));
}

/** A number as a writer would put it: no more places than needed, 万 and 亿 as in `like`. */
export function spell(value: number, like: Figure | null = null): string {
  const scale = like === null ? 1 : scaleOf(like);
  const places = Math.max(0, Math.min(6, Math.round(Math.log10(scale / (like?.precision ?? 1)))));
  const shown = Number((value / scale).toFixed(like === null ? 6 : places));
  return `${shown}${scale === 1e8 ? "亿" : scale === 1e4 ? "万" : ""}`;
}

const scaleOf = ({ value, precision }: Figure): number => {
  const size = Math.abs(value ?? 0);
  if (size >= 1e8 && precision >= 1e3 && precision < 1e9) return precision >= 1e6 || size >= 1e12 ? 1e8 : 1e4;
  return precision >= 100 && size >= 1e4 ? 1e4 : 1;
};
