import type { Statement } from "../statements/statement.ts";
import type { Constraint } from "./constraint.ts";
import { figuresOf, holds, holdsSharply, reread, sharpened } from "./holding.ts";
import { isExact } from "./interval.ts";
import type { Claim } from "./judge.ts";
import { digitsOf, meantBy } from "./slip.ts";
import { tellingDigits } from "./slips.ts";

/** How far-fetched a reckoning may be that bears another out, and how near the nearest of them must be. */
const FARTHEST = 5;
const NEAREST = 2;
/** How many digits the reckonings must rest on together. */
const ENOUGH = 5;

/**
 * One slip of the hand that sets two reckonings right: 476 in all, 495 of them online, 96.4 % of them, 17 not. Either alone may
 * be another's; that one slip mends both by chance is too unlikely.
 * @param pending readings of claims that nothing proves
 */
export function* agreed(
  pending: readonly (readonly Constraint[])[],
  proofs: (statement: Statement) => readonly Claim[],
): Generator<Claim> {
  for (const [statement, readings] of byFigure(pending)) {
    if (!isExact(statement.figure) || digitsOf(statement.figure) < 2) continue;
    const backed = proofs(statement).filter(({ constraint }) => figuresOf(constraint).includes(statement));
    let best: { readonly mended: readonly Constraint[]; readonly claim: Claim } | null = null;
    for (const { value, finger } of meantBy(statement)) {
      const mended = distinct(
        statement,
        readings.filter((constraint) => holdsSharply(constraint, reread(statement, value, sharpened(constraint)))),
      );
      const digits = mended.reduce((sum, constraint) => sum + tellingDigits(constraint, statement), 0);
      if (mended.length < 2 || mended[0]!.cost > NEAREST || digits < ENOUGH) continue;
      if (backed.some(({ constraint }) => !holds(constraint, reread(statement, value)))) continue;
      if (best && best.mended.length >= mended.length) continue;
      const [constraint] = mended;
      const slip = { statement, how: finger, value, digits };
      best = {
        mended,
        claim: { statement: constraint!.claim, verdict: "refuted", constraint: constraint!, slip, certain: true },
      };
    }
    if (best) yield best.claim;
  }
}

/** The readings that each figure takes part in, of figures that have some of more than one claim. */
function byFigure(
  pending: readonly (readonly Constraint[])[],
): readonly (readonly [Statement, readonly Constraint[]])[] {
  const found = new Map<Statement, Constraint[]>();
  for (const constraint of pending.flat()) {
    if (constraint.cost > FARTHEST || constraint.kind === "order" || constraint.kind === "integer") continue;
    const figures = figuresOf(constraint);
    if (!figures.every(({ figure }) => isExact(figure))) continue;
    for (const statement of figures) {
      const row = found.get(statement);
      if (row) row.push(constraint);
      else found.set(statement, [constraint]);
    }
  }
  return [...found].filter(([, readings]) => readings.some(({ claim }) => claim !== readings[0]!.claim));
}

/** Readings that share nothing but the figure and one other at most, the nearest first: 459＝476－17 and 476＝459＋17 say the same. */
function distinct(statement: Statement, readings: readonly Constraint[]): readonly Constraint[] {
  const found: Constraint[] = [];
  for (const constraint of readings.toSorted((a, b) => a.cost - b.cost)) {
    const others = figuresOf(constraint).filter((s) => s !== statement);
    const alike = found.some(
      (earlier) =>
        earlier.claim === constraint.claim || others.filter((s) => figuresOf(earlier).includes(s)).length > 1,
    );
    if (!alike) found.push(constraint);
  }
  return found;
}
