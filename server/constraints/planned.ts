import type { Paragraph } from "../report/paragraph.ts";
import type { Report } from "../report/report.ts";
import { same } from "../statements/identity.ts";
import { nameOf } from "../statements/name.ts";
import { isReached } from "../statements/standing.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { subjectOf } from "../statements/subject.ts";
import { memo } from "../text/memo.ts";
import { isInflow, isOutflow } from "./account.ts";
import { as, type Constraint } from "./constraint.ts";
import { keysOf, type Restated } from "./equal.ts";
import { figuresOf, holds } from "./holding.ts";
import { isExact } from "./interval.ts";
import { before, isPercent, sameUnit } from "./reach.ts";
import { type Slip, slipsOf } from "./slips.ts";

/** A value of now is looked for among this many of the same head, the nearest first. */
const REACH = 24;
/** How much must speak for the value of now being of the indicator that is planned, before it bears out or refutes. */
const [LEAST, ENOUGH] = [2.5, 5];
/** How many digits a slip must rest on. */
const DIGITS = 2;

/** A step of a plan: from what there is, which stands elsewhere, to what there will be. */
interface Step {
  readonly goal: Statement;
  /** The statement that names it: 总数 takes its name from 新增老年助餐点. */
  readonly named: Statement;
  /** The reckoning with the value of now in its place. */
  readonly from: (now: Statement) => Constraint;
}

interface Known {
  readonly statement: Statement;
  readonly start: number;
}

/**
 * What a plan reckons from the values that a report tells of now: 新增14个，总数达到55个 of the 41 there are, 比2025年多16人. The nearest
 * value of the name bears it out, or speaks against it where a slip explains it.
 */
export const plannedOf = memo((report: Pick<Report, "paragraphs" | "period">): readonly Restated[] => {
  const steps = report.paragraphs.flatMap(({ paragraph, start, role }) =>
    role !== "plan"
      ? []
      : stepsIn(paragraph).flatMap((step) => (isNext(step.goal, report.period) ? [{ step, start }] : [])),
  );
  if (steps.length === 0) return [];
  const known = new Map<string, Known[]>();
  for (const { paragraph, start, role } of report.paragraphs)
    if (role !== "plan") for (const statement of statementsOf(paragraph)) note(known, statement, start);
  return steps.flatMap(({ step, start }) => told(step, start, known) ?? []);
});

const stepsIn = memo((paragraph: Paragraph): readonly Step[] =>
  statementsOf(paragraph).flatMap((statement) => stepOf(statement) ?? []),
);

/** 到2027年底累计达到35个 is more than a year on, and more than one step. */
const isNext = ({ year }: Statement, period: Report["period"]): boolean =>
  year === null || (period !== null && year === period.year + (period.half === 1 ? 0 : 1));

function note(known: Map<string, Known[]>, statement: Statement, start: number): void {
  const { standing, figure } = statement;
  if ((standing !== "level" && standing !== "rate" && standing !== "share") || !isExact(figure) || figure.hanzi) return;
  for (const key of keysOf(statement, subjectOf(statement))) {
    const row = known.get(key);
    if (row) row.push({ statement, start });
    else known.set(key, [{ statement, start }]);
  }
}

function told(
  { goal, named, from }: Step,
  start: number,
  known: ReadonlyMap<string, readonly Known[]>,
): Restated | null {
  const now = asOfNow(named);
  const likely = keysOf(now, subjectOf(now))
    .flatMap((key) => known.get(key)?.slice(-REACH) ?? [])
    .filter(({ statement }) => sameUnit(statement, goal))
    .map((other) => ({
      ...other,
      score: same(timeless(other.statement), now),
      constraint: from(other.statement),
    }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
  const proof = likely.find(({ constraint }) => holds(constraint));
  if (proof)
    return {
      claim: {
        statement: proof.constraint.claim,
        verdict: "proved",
        constraint: proof.constraint,
        slip: null,
        certain: true,
      },
      start,
      from: proof.start,
    };
  const top = likely[0]?.score ?? 0;
  if (top < ENOUGH) return null;
  // 网络零售额 and 农产品网络零售额 are both like it: the one that a slip explains is meant, if it is one alone.
  const explained = likely.flatMap((known) => {
    const slip = known.score > top - RIVAL ? explains(known.constraint, known.statement) : null;
    return slip ? [{ ...known, slip }] : [];
  });
  const [best, other] = explained;
  if (!best || other || (best.score < top && best.slip.how !== "swapped")) return null;
  const { constraint, slip } = best;
  return {
    claim: { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: false },
    start,
    from: best.start,
  };
}

/** A rival is no further behind the likeliest than this. */
const RIVAL = 1.5;

/** The slip in a plan that explains why it does not go on from what there is. */
function explains(constraint: Constraint, now: Statement): Slip | null {
  const exact = figuresOf(constraint).every(({ figure }) => isExact(figure));
  const slip = slipsOf(constraint, []).find(
    ({ how, digits, statement }) => how !== "method" && how !== "direction" && digits >= DIGITS && statement !== now,
  );
  return exact && slip ? slip : null;
}

/** What is planned, read as a value of now: without its time and its aim. */
const asOfNow = (goal: Statement): Statement => ({
  ...goal,
  standing: isPercent(goal) ? "rate" : "level",
  year: null,
  own: goal.own.filter(({ pos, classes }) => pos !== "t" && !does(classes, "plan", "now", "inflow", "outflow")),
});

/** 6月末的28.23万人 is what there is now; a value of a year of its own is not. */
const timeless = (known: Statement): Statement => (known.year === null ? asOfNow(known) : known);

/** The step that a statement of a plan ends: its goal, or how far it lies from now. */
function stepOf(statement: Statement): Step | null {
  return byDifference(statement) ?? byGain(statement) ?? byRemainder(statement);
}

/** 安排240人，比2025年多16人; 占比62%，比2025年提高2.8个百分点 */
function byDifference(claim: Statement): Step | null {
  const { standing, direction, ownClasses, figure } = claim;
  if ((standing !== "delta" && standing !== "points") || direction === null || !does(ownClasses, "compare"))
    return null;
  if (!isExact(figure) || figure.hanzi) return null;
  const goal = before(statementsOf(claim.paragraph), claim, 2).find(
    (s) => s.segment === claim.segment && (standing === "points" ? isPercent(s) : sameUnit(s, claim)),
  );
  if (!goal || !isExact(goal.figure)) return null;
  return {
    goal,
    named: goal,
    from: (now) => ({
      kind: standing === "points" ? "points" : "change",
      form: standing === "points" ? "difference" : "level-base",
      claim,
      operands: [...as("level", goal), ...as("base", now)],
      cost: 1,
    }),
  };
}

/** 新增14个，总数达到55个; 偿还0.54亿元，余额降至3.40亿元 */
function byGain(goal: Statement): Step | null {
  const gain = goal.previous;
  if (
    !gain ||
    gain.standing === "base" ||
    gain.segment !== goal.segment ||
    gain.index !== goal.index - 1 ||
    !sameUnit(gain, goal)
  )
    return null;
  const reaches = isReached(goal) || (does(goal.ownClasses, "sum") && does(goal.ownClasses, "reach"));
  const out = isOutflow(gain) || goal.direction === "down";
  if (!reaches || (!out && !isInflow(gain)) || !isExact(gain.figure) || !isExact(goal.figure)) return null;
  return {
    goal,
    named: nameOf(goal).length > 0 ? goal : gain,
    from: (now) => ({
      kind: "flow",
      form: "closing",
      claim: goal,
      operands: [...as("opening", now), ...as(out ? "outflow" : "inflow", gain)],
      cost: 1,
    }),
  };
}

const DUE = new Set(["需", "须", "要", "还需", "还要", "仍需", "需要", "须要", "应", "再"]);
const WHOLE_YEAR = new Set(["全年", "年度", "年初", "年计划"]);

/** 全年计划66亿元，下半年需完成31.28亿元: what is left of a year's plan when what there is now is taken off. */
function byRemainder(claim: Statement): Step | null {
  const { own, segment, figure, standing } = claim;
  const due = own.some(({ text }) => DUE.has(text)) || own.some(({ text }) => text === "下半年");
  if ((standing !== "level" && standing !== "target") || !due || !isExact(figure) || isPercent(claim)) return null;
  const whole = before(statementsOf(claim.paragraph), claim, 2).find(
    (s) =>
      s.segment === segment &&
      sameUnit(s, claim) &&
      s.figure.value! > figure.value! &&
      (s.standing === "target" || s.standing === "level") &&
      s.gap.some(({ text }) => WHOLE_YEAR.has(text)),
  );
  if (!whole || !isExact(whole.figure)) return null;
  return {
    goal: claim,
    named: nameOf(whole).length > 0 ? whole : { ...whole, own: whole.gap },
    from: (now) => ({
      kind: "rest",
      form: "rest",
      claim,
      operands: [...as("whole", whole), ...as("part", now)],
      cost: 1,
    }),
  };
}
