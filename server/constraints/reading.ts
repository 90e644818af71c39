import type { Direction, Figure } from "../figures/figure.ts";
import type { Paragraph } from "../report/paragraph.ts";
import type { Located, Report } from "../report/report.ts";
import { counted, wordsCounted } from "../statements/counted.ts";
import { periodOf } from "../statements/period.ts";
import { isReached } from "../statements/standing.ts";
import { type Statement, statementsOf } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import { type Message, say } from "../text/message.ts";
import { operandOf } from "./constraint.ts";
import { basesBack, type Growth, growthsOf, percentOf } from "./growth.ts";
import { reading } from "./holding.ts";
import { isExact } from "./interval.ts";
import { type Claim, claimsOf } from "./judge.ts";
import { kindOf } from "./kinds.ts";

/** What a figure is compared with: written in the text, or worked back from the change. */
export interface Base {
  readonly value: number;
  readonly source: "stated" | "derived";
}

/** All that the words around a figure tell of it. */
export interface Reading {
  /** What it counts: 受理行政复议案件. */
  readonly indicator: string | null;
  /** The time it is said of: 2024, 2023H1, 2023-06-30. */
  readonly period: string | null;
  readonly direction: Direction | null;
  readonly base: Base | null;
  /** What can be told of every relation that it takes part in, a line each, with the computation. */
  readonly relations: readonly Message[];
}

export const UNREAD: Reading = { indicator: null, period: null, direction: null, base: null, relations: [] };

/** The reading of one figure of a report's paragraph; names, dates and ordinals have none. */
export function readingOf(
  report: Pick<Report, "period">,
  place: Pick<Located, "paragraph" | "role">,
  figure: Figure,
): Reading {
  const { statements, claims, growths } = lookup(place.paragraph);
  const statement = statements.get(figure);
  if (!statement) return UNREAD;
  const known = claims.get(statement) ?? [];
  const grown = growths.get(statement) ?? [];
  return {
    indicator: named(statement, known, grown) || null,
    period: periodOf(statement, report, place),
    direction: figure.kind === "change" || CHANGES.has(statement.standing) ? statement.direction : null,
    base: baseOf(statement, known, grown),
    relations: known.map(told),
  };
}

const CHANGES = new Set(["growth", "points", "delta"]);

/** Collects values under each of several keys. */
function gathered<V>(
  values: readonly V[],
  keys: (value: V) => readonly Statement[],
): ReadonlyMap<Statement, readonly V[]> {
  const found = new Map<Statement, V[]>();
  for (const value of values)
    for (const key of new Set(keys(value))) {
      const others = found.get(key);
      if (others) others.push(value);
      else found.set(key, [value]);
    }
  return found;
}

const lookup = memo((paragraph: Paragraph) => ({
  statements: new Map(statementsOf(paragraph).map((statement) => [statement.figure, statement] as const)),
  claims: gathered(distinct(claimsOf(paragraph).filter(isWorthTelling)), concerned),
  growths: gathered(growthsOf(paragraph), ({ claim, level }) => (level ? [claim, level] : [claim])),
}));

const concerned = ({ statement, constraint }: Claim): readonly Statement[] => [
  statement,
  ...constraint.operands.map((operand) => operand.statement),
];

/** Of 18＋12＝30 and 30－18＝12, which say the same of the same figures, the one closer to the words, or the first. */
function distinct(claims: readonly Claim[]): readonly Claim[] {
  const known = new Set<string>();
  const closest = [...claims].sort((a, b) => a.constraint.cost - b.constraint.cost);
  return closest.filter((claim) => {
    const key = [...new Set(concerned(claim).map(({ index }) => index))].sort((a, b) => a - b).join();
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/** What is open is told where the figures plainly belong together and can be reckoned; 90≤100 only where it does not hold. */
function isWorthTelling({ verdict, constraint }: Claim): boolean {
  if (verdict === "open")
    return constraint.cost === 0 && kindOf.get(constraint.kind)!.value(constraint, reading) !== null;
  return constraint.kind !== "order" || verdict === "refuted";
}

/** A change, and what it is compared with, is of what changed; of 由20天压缩至10天 both are of what stands before the first. */
function named(statement: Statement, claims: readonly Claim[], growths: readonly Growth[]): string {
  if (
    isReached(statement) &&
    statement.previous?.clause === statement.clause &&
    statement.previous.standing === "base" &&
    wordsCounted(statement).length === 0
  )
    return named(statement.previous, [], []);
  if (wordsCounted(statement).length > 0) return counted(statement);
  const change = claims.find(({ constraint }) => constraint.kind === "change" || constraint.kind === "points");
  const level = change ? operandOf(change.constraint, "level") : (growths[0]?.level ?? null);
  const owner = level && level !== statement ? level : statement.standing === "base" ? statement.owner : null;
  return counted(owner ?? statement);
}

function baseOf(statement: Statement, claims: readonly Claim[], growths: readonly Growth[]): Base | null {
  for (const { constraint } of claims) {
    const level = operandOf(constraint, "level");
    const base = operandOf(constraint, "base");
    if (base && (constraint.claim === statement || level === statement))
      return { value: base.figure.value!, source: "stated" };
  }
  for (const growth of growths) {
    const { level, base, delta } = growth;
    if (base) return { value: base.figure.value!, source: "stated" };
    const value = workedBack(growth, level, delta);
    if (value !== null) return { value, source: "derived" };
  }
  return null;
}

function workedBack(growth: Growth, level: Statement | null, delta: Statement | null): number | null {
  if (!level || !isExact(level.figure) || !isExact(growth.claim.figure)) return null;
  const now = level.figure.value!;
  if (delta) return now - (delta.direction === "down" ? -1 : 1) * delta.figure.value!;
  const whole = basesBack(growth)?.[0];
  if (whole !== undefined) return whole;
  const before = now / (1 + percentOf(growth.claim).percent / 100);
  return Number.isFinite(before) && before > 0 ? Number(before.toPrecision(6)) : null;
}

const VERDICTS = {
  proved: say("核对无误", "Checked"),
  refuted: say("核对有误", "Does not hold"),
  open: say("未能核对", "Not settled"),
} as const satisfies Record<Claim["verdict"], Message>;

function told({ verdict, constraint }: Claim): Message {
  const computation = kindOf.get(constraint.kind)!.explain(constraint);
  const { zh, en } = VERDICTS[verdict];
  return say(`${zh}：${computation}`, `${en}: ${computation}`);
}
