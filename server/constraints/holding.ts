import type { Figure } from "../figures/figure.ts";
import type { Statement } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import type { Constraint, Read } from "./constraint.ts";
import { type Interval, interval, isExact, meet, negated } from "./interval.ts";
import { kindOf } from "./kinds.ts";
import { digitsOf } from "./slip.ts";

/** A proof may be this far-fetched and no more; with few digits, chance proves too much. */
export const FARTHEST = 7;
export const within = ({ claim, cost, kind }: Constraint): boolean =>
  cost <= Math.min(FARTHEST, digitsOf(claim.figure) + (kind === "ratio" && !isInWords(claim.figure) ? 2 : 1));

/** The values that a statement stands for by what is written; a change that falls is below nothing. */
export const reading: Read = memo((statement: Statement): Interval => {
  const { figure, standing, direction } = statement;
  const written = interval(figure);
  const change = standing === "growth" || standing === "delta" || standing === "points";
  return change && direction === "down" ? negated(written) : written;
});

export const ROUNDED = new Set(["rate", "share", "growth", "points", "average", "multiple"]);

/** 三分之二, which is never cut off. */
export const isFraction = ({ kind, unit, hanzi }: Figure): boolean => kind === "ratio" && unit === null && hanzi;

/** 四成, 三分之二: so loose that chance proves them soon. */
export const isInWords = (figure: Figure): boolean => isFraction(figure) || (figure.hanzi && figure.unit === "成");

/** As `reading`, with numbers cut off instead of rounded allowed. */
export function claimed(statement: Statement, read: Read): Interval {
  const { low, high } = read(statement);
  const { standing, figure, direction } = statement;
  if (!ROUNDED.has(standing) || !isExact(figure) || isFraction(figure)) return { low, high };
  const more = figure.precision * (0.5 - 1e-6);
  const falls = direction === "down" && standing !== "average";
  // 平均每期122人次 of 121.7: a mean of wholes is none.
  if (standing === "average" && low === high) return { low: low - more, high: high + more };
  return falls ? { low: low - more, high } : { low, high: high + more };
}

/**
 * The figures of a constraint read to the finest place among those of one unit: 3亿 beside 3.6亿 is 3.0亿. It is `reading` itself
 * where none is coarser than another.
 */
export function sharpened(constraint: Constraint): Read {
  const figures = figuresOf(constraint);
  const finest = new Map<string | null, number>();
  for (const { figure } of figures)
    finest.set(figure.unit, Math.min(finest.get(figure.unit) ?? Number.POSITIVE_INFINITY, figure.precision));
  if (figures.every(({ figure }) => figure.precision === finest.get(figure.unit))) return reading;
  const known = new Map<Statement, Interval>();
  const sharp: Read = (s) => {
    const place = Math.min(finest.get(s.figure.unit) ?? Number.POSITIVE_INFINITY, s.figure.precision);
    const written = reading(s);
    const half = (written.high - written.low) / 2;
    if (!isExact(s.figure) || half === 0 || place === s.figure.precision || s.figure.precision > place * 11)
      return written;
    const middle = (written.low + written.high) / 2;
    return { low: middle - place / 2, high: middle + place / 2 };
  };
  return (s) => {
    const read = known.get(s) ?? sharp(s);
    known.set(s, read);
    return read;
  };
}

/** Whether the claim of a constraint is what its operands give. */
export function holds(constraint: Constraint, read: Read = reading): boolean {
  const value = kindOf.get(constraint.kind)!.value(constraint, read);
  if (!value || Number.isNaN(value.low) || Number.isNaN(value.high)) return false;
  const said = claimed(constraint.claim, read);
  return meet(value, said) || (undirected(constraint.claim) && meet(value, negated(said)));
}

/** Whether two readings take the same figures in other parts: the closer one says which is which. */
export function isTurned(closer: Constraint, constraint: Constraint): boolean {
  return (
    closer.kind === constraint.kind &&
    closer.form === constraint.form &&
    closer.cost !== constraint.cost &&
    sameFigures(closer, constraint)
  );
}

/** Whether two reckonings are of the same figures, in whatever parts. */
export const sameFigures = (a: Constraint, b: Constraint): boolean => {
  const [one, other] = [figuresOf(a), figuresOf(b)];
  return one.length === other.length && one.every((s) => other.includes(s));
};

/** Whether what the operands give is narrow enough to prove anything: 0.9 of 1.0 may be any fall. */
function isSharp(constraint: Constraint, read: Read): boolean {
  const value = kindOf.get(constraint.kind)!.value(constraint, read);
  const { figure } = constraint.claim;
  return (
    value !== null &&
    (!Number.isFinite(value.low) ||
      !Number.isFinite(value.high) ||
      value.high - value.low <= Math.max(10 * figure.precision, Math.abs(figure.value!) * 0.02))
  );
}

/** The numbers as they are written, as if they were exact. */
export const asWritten: Read = (statement) => {
  const { low, high } = reading(statement);
  return { low: (low + high) / 2, high: (low + high) / 2 };
};

/** How far from its claim, of its size, what loose numbers give as they are written may be. */
const LOOSELY = 0.15;

/** 2.06万头，为2万头的130%: that 2万 may be 1.6万 is no proof. */
function holdsClosely(constraint: Constraint): boolean {
  const sharp = sharpened(constraint);
  if (!holds(constraint, sharp)) return false;
  if (isSharp(constraint, sharp)) return true;
  const value = kindOf.get(constraint.kind)!.value(constraint, asWritten);
  const said = asWritten(constraint.claim);
  return value !== null && Math.abs(Math.abs(value.low) - Math.abs(said.low)) <= LOOSELY * Math.abs(said.low);
}

export const proves = (constraint: Constraint): boolean =>
  (constraint.cost <= 1 ? holdsClosely(constraint) || holdsSharply(constraint, reading) : holdsAtAll(constraint)) &&
  !isMistaken(constraint);

/** Whether a claim is what its operands give, and they give little else. */
export const holdsSharply = (constraint: Constraint, read: Read): boolean =>
  holds(constraint, read) && isSharp(constraint, read);

/** As `holdsSharply`, to the finest place written or as each figure is written. */
export function holdsAtAll(constraint: Constraint): boolean {
  const sharp = sharpened(constraint);
  return holdsSharply(constraint, sharp) || (sharp !== reading && holdsSharply(constraint, reading));
}

/** Whether a claim is right only if it is cut off, and exact if it is reckoned in a known wrong way. */
function isMistaken(constraint: Constraint): boolean {
  const kind = kindOf.get(constraint.kind)!;
  const value = kind.value(constraint, reading);
  const said = reading(constraint.claim);
  return (
    value !== null && !meet(value, said) && (kind.slips?.(constraint, reading) ?? []).some((wrong) => meet(wrong, said))
  );
}

const undirected = ({ standing, direction }: Statement): boolean =>
  direction === null && (standing === "growth" || standing === "delta" || standing === "points");

/** Whether a value is another with its point moved down, or with 万 put in or left out. */
const isShift = (by: number): boolean => {
  const places = Math.log10(by);
  return (places < -0.5 || places > 3.5) && Math.abs(places - Math.round(places)) < 1e-9;
};

/** Reads one statement as if another value were written. */
export const reread =
  (statement: Statement, value: number, read: Read = reading): Read =>
  (s) => {
    const written = read(s);
    if (s !== statement) return written;
    const by = Math.abs(value / s.figure.value!);
    // With the point or 万 moved, the last digit written stands as many places higher or lower.
    const half = isExact(s.figure) ? ((written.high - written.low) / 2) * (isShift(by) ? by : 1) : 0;
    const meant = { low: value - half, high: value + half };
    return s.direction === "down" && written.low < 0 ? negated(meant) : meant;
  };

export const figuresOf = (constraint: Constraint): readonly Statement[] => [
  constraint.claim,
  ...constraint.operands.map(({ statement }) => statement),
];
