import type { Statement } from "../statements/statement.ts";
import { alike, isTimesOf } from "../statements/unit.ts";
import { isPercent } from "./reach.ts";

/** What there is among the statements of a paragraph, so that a kind need not look for what is not there. */
export interface Census {
  /** How many are of units that may be added up, at the most. */
  readonly alike: number;
  /** Whether any is a share of a whole by its unit, or a fraction. */
  readonly rated: boolean;
  /** Whether any is a change, or what a change begins with. */
  readonly moved: boolean;
}

/** One pass, and as many more as there are units. */
export function censusOf(statements: readonly Statement[]): Census {
  const counts = new Map<string | null, number>();
  let [rated, moved] = [false, false];
  for (const s of statements) {
    const { unit } = s.figure;
    if (isPercent(s) || unit === null) rated = true;
    if (s.standing === "growth" || s.standing === "delta" || s.standing === "base") moved = true;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  let most = 0;
  for (const unit of counts.keys()) {
    let like = 0;
    for (const [other, count] of counts)
      if (alike(unit, other) || isTimesOf(unit, other) || isTimesOf(other, unit)) like += count;
    most = Math.max(most, like);
  }
  return { alike: most, rated, moved };
}
