import type { Statement } from "../statements/statement.ts";
import type { Census } from "./census.ts";
import type { Interval } from "./interval.ts";

/** What a figure does in a constraint. */
export type Part =
  | "whole"
  | "part"
  | "rest"
  | "numerator"
  | "denominator"
  | "level"
  | "base"
  | "delta"
  | "growth"
  | "rate"
  | "value"
  | "number"
  | "first"
  | "last"
  | "rank"
  | "opening"
  | "inflow"
  | "outflow"
  | "step"
  | "mention"
  | "item";

export interface Operand {
  readonly statement: Statement;
  readonly part: Part;
}

/**
 * One way to bind a claim to the figures that should give it. `form` says which of its kind's formulas holds between
 * them; `cost` how far-fetched the binding is: 0 where every part has a word of its own, 1 where one is taken over,
 * more with each competitor passed over and each border crossed. From `LOOSE` up it can prove and not refute.
 */
export interface Constraint {
  readonly kind: string;
  readonly form: string;
  readonly claim: Statement;
  readonly operands: readonly Operand[];
  readonly cost: number;
  /** What its rivals share: readings with one key are readings of one thing, of which at most one is meant. */
  readonly key?: string;
}

export const LOOSE = 3;
/** As far-fetched may be the two counts whose remainder a percentage is. */
export const REMAINDER = 5;

/** Kinds that add and take away. */
export const COUNTS: ReadonlySet<string> = new Set(["sum", "rest", "flow"]);

/**
 * Whether a binding is worth judging: what it gives is what is claimed, as far as plain numbers tell, or it is close enough to
 * speak against the claim.
 * @param room how far what it gives may lie from the claim if the numbers are only rounded
 */
export const isWorthy = (cost: number, gives: number, claim: number, room: number): boolean =>
  cost < LOOSE || Math.abs(gives - claim) <= (cost <= 5 ? Math.max(room, 0.35 * Math.abs(claim)) : room);

/** The values that a statement may stand for; changes that fall are negative. */
export type Read = (statement: Statement) => Interval;

/** One kind of constraint: what it proposes, what it computes and how it explains itself. */
export interface Kind {
  readonly name: string;
  /** What the kinds of one family say of one claim are readings of one another: if any holds, the claim is proved. */
  readonly family: "sum" | "account" | "order" | "rate" | "change" | "average" | "integer" | "count" | "equal";
  /** Whether a paragraph may hold any of it, by what is there; where it is not said, it may. */
  mayHold?(census: Census): boolean;
  /** The bindings worth trying among the statements of one paragraph. */
  propose(statements: readonly Statement[]): Iterable<Constraint>;
  /** What the claim should be by its operands; null where that cannot be said. */
  value(constraint: Constraint, read: Read): Interval | null;
  /** What somebody would have written who computed it in a known wrong way. */
  slips?(constraint: Constraint, read: Read): readonly Interval[];
  /** The computation in numbers and signs: 437＋483＝920. */
  explain(constraint: Constraint): string;
}

export const sameOperands = (a: Constraint, b: Constraint): boolean =>
  a.kind === b.kind &&
  a.operands.length === b.operands.length &&
  a.operands.every(({ statement, part }, i) => {
    const other = b.operands[i]!;
    return statement === other.statement && part === other.part;
  });

export const operandsOf = ({ operands }: Constraint, part: Part): readonly Statement[] =>
  operands.filter((operand) => operand.part === part).map(({ statement }) => statement);

export const operandOf = ({ operands }: Constraint, part: Part): Statement | null =>
  operands.find((operand) => operand.part === part)?.statement ?? null;

export const as = (part: Part, statement: Statement | null): Operand[] => asAll(part, [statement]);

export const asAll = (part: Part, statements: readonly (Statement | null)[]): Operand[] =>
  statements.filter((statement) => statement !== null).map((statement) => ({ statement, part }));
