/**
 * The greatest of some numbers, or `floor` where that is greater still. `Math.max(...values)` throws on a long list, as
 * a call takes only so many arguments.
 */
export function greatest(values: Iterable<number>, floor = Number.NEGATIVE_INFINITY): number {
  let most = floor;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** The least of some numbers, or `ceiling` where that is less still; see `greatest`. */
export function least(values: Iterable<number>, ceiling = Number.POSITIVE_INFINITY): number {
  let few = ceiling;
  for (const value of values) few = Math.min(few, value);
  return few;
}

/** Puts some things behind those of a list, however many they are; see `greatest`. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}

/** Whether two lists hold the same things, each of them the very same. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
