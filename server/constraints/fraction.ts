import { exactly, type Interval, scaled } from "./interval.ts";

/**
 * Whether a percentage may stand for some fraction within `fraction`, rounded or cut off at its last written place.
 * @param percent the percentage as written, 36.32 for 36.32%
 * @param step what its last place is worth, 0.01
 */
function states(percent: number, step: number, fraction: Interval): boolean {
  const room = step * 1e-6 + Math.abs(percent) * 1e-12;
  const { low, high } = scaled(fraction, 100);
  return high >= percent - step / 2 - room && low < percent + step - room;
}

/** How many whole bases are tried on either side of the one that the percentage gives. */
const TRIED = 50;

/** The whole numbers b for which (count − b) ÷ b reads as the signed percentage, nearest first. */
export function bases(percent: number, step: number, count: number): readonly number[] {
  const exact = count / (1 + percent / 100);
  if (!Number.isFinite(exact) || exact <= 0 || exact > Number.MAX_SAFE_INTEGER) return [];
  const reach = Math.ceil(Math.min(TRIED, (exact * step) / 100 + 1));
  const found: number[] = [];
  for (let b = Math.max(1, Math.floor(exact) - reach); b <= Math.ceil(exact) + reach; b++) {
    const growth = (count - b) / b;
    if (Math.sign(growth) === Math.sign(percent) && states(Math.abs(percent), step, exactly(Math.abs(growth))))
      found.push(b);
  }
  return found.sort((a, b) => Math.abs(a - exact) - Math.abs(b - exact));
}
