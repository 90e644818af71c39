import { type Statement, statementsOf } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import { COUNTS, type Constraint } from "./constraint.ts";
import { asWritten, figuresOf, holds, holdsSharply, reread, sharpened } from "./holding.ts";
import { isExact } from "./interval.ts";
import type { Claim } from "./judge.ts";
import { digitsOf, meantBy } from "./slip.ts";
import { exactDigits, tellingDigits } from "./slips.ts";

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
    const near = readings.filter(({ cost }) => cost <= NEAREST);
    for (const { value, finger } of near.length > 0 ? meantBy(statement) : []) {
      const mends = (constraint: Constraint): boolean =>
        holdsSharply(constraint, reread(statement, value, sharpOf(constraint)));
      if (!near.some(mends)) continue;
      const mended = distinct(statement, readings.filter(mends));
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

/** How far-fetched the reckoning may be that a swap of two digits mends, and on how many digits it must rest. */
const FAR = 4;
const SWAPPED = 3;

/**
 * Two digits side by side that a hasty hand has swapped, in a figure that nothing bears out: 收入2740万元，补贴2192万元，自缴584万元. In sound
 * reports hardly a figure is both outside every reckoning and so near to one.
 * @param pending readings of claims that nothing proves or speaks against
 */
export function* swapped(
  pending: readonly (readonly Constraint[])[],
  told: (statement: Statement) => readonly Claim[],
): Generator<Claim> {
  const seen = new Set<Statement>();
  for (const constraint of pending.flat().sort((a, b) => a.cost - b.cost)) {
    if (constraint.cost > FAR || constraint.kind === "order" || constraint.kind === "integer") continue;
    const figures = figuresOf(constraint);
    if (constraint.form === "open" || !figures.every(({ figure }) => isExact(figure)) || holds(constraint)) continue;
    for (const statement of figures) {
      if (seen.has(statement)) continue;
      const tells = tellingDigits(constraint, statement) >= SWAPPED;
      if (!tells && constraint.kind !== "average") continue;
      const value = swapMending(constraint, statement);
      // 56元 of 18.4万亩 are 1030.4万元 to the last digit: a mean of two digits tells no less.
      if (value !== null && !tells && exactDigits(constraint, reread(statement, value, asWritten)) <= SWAPPED) continue;
      if (
        value === null ||
        isTwin(statement, figures) ||
        told(statement).some((claim) => speaksOf(claim, statement, value))
      )
        continue;
      seen.add(statement);
      const slip = { statement, how: "swapped" as const, value, digits: digitsOf(statement.figure) };
      yield { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: false };
    }
  }
}

/** Whether a claim is proved with a figure in it, and not with another value, or is refuted with it. */
const speaksOf = ({ verdict, constraint, slip }: Claim, statement: Statement, value: number): boolean =>
  (verdict === "proved" &&
    constraint.kind !== "order" &&
    constraint.cost <= FAR &&
    figuresOf(constraint).includes(statement) &&
    // 超过八成 says little of the last digit, and 100% of something much of what it is of.
    (constraint.kind === "integer" || !holds(constraint, reread(statement, value)))) ||
  (verdict === "refuted" && (slip?.statement === statement || figuresOf(constraint).includes(statement)));

/** Whether a figure is told twice: nobody errs alike two times. */
const isTwin = (statement: Statement, figures: readonly Statement[]): boolean =>
  statementsOf(statement.paragraph)
    .slice(Math.max(0, statement.index - NEAR), statement.index + NEAR)
    .some(
      (s) => s !== statement && s.figure.value === statement.figure.value && s.figure.unit === statement.figure.unit,
    ) || figures.some((s) => s !== statement && s.figure.value === statement.figure.value);
const NEAR = 12;

/** Whether a reckoning holds with another value; of counts and amounts as they are written, without what rounding leaves. */
const isMended = (constraint: Constraint, statement: Statement, value: number): boolean =>
  holdsSharply(constraint, reread(statement, value, sharpOf(constraint))) &&
  (!COUNTS.has(constraint.kind) || holds(constraint, reread(statement, value, asWritten)));

/** The value that a swap of two neighbouring digits gives a figure, so that a reckoning holds; null where none does. */
function swapMending(constraint: Constraint, statement: Statement): number | null {
  const { folded } = statement.paragraph;
  const { digits, value } = statement.figure;
  const numeral = folded.slice(digits.start, digits.end).replaceAll(".", "").replaceAll(",", "");
  const places = value! / Number(numeral);
  for (let i = 0; i + 1 < numeral.length; i++) {
    if (numeral[i] === numeral[i + 1]) continue;
    const meant = Number(numeral.slice(0, i) + numeral[i + 1] + numeral[i] + numeral.slice(i + 2)) * places;
    if (meant > 0 && isMended(constraint, statement, meant)) return meant;
  }
  return null;
}

const sharpOf = memo(sharpened);

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
