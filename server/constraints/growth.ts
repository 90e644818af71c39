import type { Paragraph } from "../report/paragraph.ts";
import { counted, wordsCounted } from "../statements/counted.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import { isGeneral, levelsOf, measureOf, subjectOf } from "./compared.ts";
import { LOOSE, operandOf } from "./constraint.ts";
import { bases } from "./fraction.ts";
import { isExact, isWhole } from "./interval.ts";
import { claimsOf } from "./judge.ts";
import { parallelOf } from "./ratio.ts";
import { after, before, crossing, isPercent, sameUnit, wholeOf } from "./reach.ts";

/** A growth with what its sentence states of it. */
export interface Growth {
  readonly claim: Statement;
  /** What it led to; null where no level is plainly its own. */
  readonly level: Statement | null;
  /** What it began from, and by how much it changed, where one of them is stated. */
  readonly base: Statement | null;
  readonly delta: Statement | null;
  /** Whether the level is the only one it can be of: named by the same words, or right before it. */
  readonly close: boolean;
}

/** The growths of a paragraph in percent, tenths and multiples, with their ends. */
export const growthsOf = memo((paragraph: Paragraph): readonly Growth[] => {
  const statements = statementsOf(paragraph);
  const proved = new Map(
    claimsOf(paragraph)
      .filter(({ verdict, constraint }) => verdict === "proved" && constraint.kind === "change")
      .map((claim) => [claim.statement, claim.constraint] as const),
  );
  return statements.flatMap((claim): readonly Growth[] => {
    if (claim.standing !== "growth" || claim.figure.unit === "番") return [];
    const known = proved.get(claim);
    if (known) {
      const [level, base, delta] = [operandOf(known, "level"), operandOf(known, "base"), operandOf(known, "delta")];
      return [{ claim, level, base, delta, close: true }];
    }
    return [unproved(statements, claim)];
  });
});

/** How many figures before and behind a growth may tell what it began from. */
const NEAR = 5;

function unproved(statements: readonly Statement[], claim: Statement): Growth {
  const { level, close } = levelOf(statements, claim);
  const fits = (s: Statement): boolean =>
    s.clause === claim.clause ||
    (level === null
      ? s.index > claim.index || unsaid(claim)
      : s !== level && (sameUnit(s, level) || s.figure.unit === null));
  const near = [...before(statements, claim, NEAR), ...after(statements, claim, NEAR)].filter(
    (s) => s.sentence === claim.sentence && fits(s),
  );
  const base =
    near.find((s) => s.standing === "base") ??
    near.find((s) => s.standing === "level" && s.year !== null && s.year !== level?.year);
  return { claim, level, base: base ?? null, delta: near.find((s) => s.standing === "delta") ?? null, close };
}

/** Whether a change names nothing that changed, but at most how it is reckoned. */
export const unsaid = (claim: Statement): boolean =>
  measureOf(claim) === null && subjectOf(claim).every((word) => RECKONED.has(word) || isGeneral([word]));
const RECKONED = new Set("实际 名义 名义口径 自然 自然口径 当月 累计 一年间 折合 相当于 同期 幅度".split(" "));

function levelOf(statements: readonly Statement[], claim: Statement): Pick<Growth, "level" | "close"> {
  const row = parallelOf(statements, claim);
  if (row) return { level: levelInRow(statements, claim, row), close: false };
  const choices = levelsOf(statements, claim).filter(
    ({ statement }) => crossing(statement, claim) < 2 && !isDuration(statement) && !isModified(statement, claim),
  );
  if (!unsaid(claim)) {
    const named = choices.find(({ statement }) => isNamedBy(claim, statement));
    return named && named.cost < LOOSE ? { level: named.statement, close: named.cost === 0 } : UNKNOWN;
  }
  const [first, second] = choices;
  if (!first || first.cost > 1 || !isNext(statements, claim, first.statement)) return UNKNOWN;
  // 总量增长5% may be of more than the count before.
  const plain =
    first.cost === 0 &&
    (second === undefined || second.cost > 0) &&
    subjectOf(claim).every((word) => RECKONED.has(word));
  return { level: first.statement, close: plain };
}

const UNKNOWN = { level: null, close: false } as const;

/** 两年间 and 连续5年 say how long, and are nothing that grows. */
const isDuration = ({ figure: { unit } }: Statement): boolean => unit === "年" || unit === "个月" || unit === "个季度";

/** Words for a number of something, behind its name. */
const NUMBERS = new Set("数 数量 总数 总量 总额 量 件数 人数 户数 起数 次数 笔数 金额 人次 规模 总值".split(" "));

/** Whether the last noun of what changed is among the words of a level; what 其中 opens is a part of the level before, and not it. */
function isNamedBy(claim: Statement, level: Statement): boolean {
  if (does(claim.ownClasses, "of") && level.index < claim.index) return false;
  const head = wordsCounted(claim).findLast(({ text }) => !NUMBERS.has(text));
  return (
    head === undefined ||
    [said([...level.own, ...level.tail, ...level.label]), counted(level)].some((words) => words.includes(head.text))
  );
}

/**
 * Whether a change that names nothing goes on from a level: 满意度90.5%，较上年提高1.5% is not of the count before, and
 * 户数减少20户，下降4.0% is of households.
 */
function isNext(statements: readonly Statement[], claim: Statement, level: Statement): boolean {
  const between = statements.slice(level.index + 1, claim.index).filter(({ segment }) => segment === claim.segment);
  return between.every((s) => !isRate(s) && (s.standing !== "delta" || sameUnit(s, level)));
}

/** 17个行业增加值增长5%: the words behind a count go on with its name and are the subject of the change. */
const isModified = (level: Statement, claim: Statement): boolean =>
  level === claim.previous && claim.mark === "" && wordsCounted(claim).length > 0;

const isRate = (s: Statement): boolean => isPercent(s) && (s.standing === "rate" || s.standing === "base");

/** 民事、刑事案件分别为100件、90件，分别增长5%和8%: the level of the same place in the row before. */
function levelInRow(statements: readonly Statement[], claim: Statement, row: readonly Statement[]): Statement | null {
  const levels = before(statements, row[0]!)
    .filter((s) => crossing(s, claim) < 2 && (s.standing === "level" || s.standing === "average") && !isPercent(s))
    .slice(0, row.length)
    .reverse();
  const last = levels.at(-1);
  return last && levels.length === row.length && (unsaid(row[0]!) || isNamedBy(row[0]!, last))
    ? levels[row.indexOf(claim)]!
    : null;
}

/** The size of a growth in percent, below nothing where it falls, and what its last place is worth. */
export function percentOf(growth: Statement): { percent: number; step: number } {
  const { figure, direction } = growth;
  const scale = 100 / wholeOf(growth);
  return { percent: (direction === "down" ? -1 : 1) * figure.value! * scale, step: figure.precision * scale };
}

/** The whole numbers that the level may have grown from, the likeliest first; null where it is not counted in wholes. */
export function basesBack({ claim, level }: Growth): readonly number[] | null {
  if (!level || !isExact(level.figure) || !isExact(claim.figure) || !isWhole(level.figure) || claim.direction === null)
    return null;
  const { percent, step } = percentOf(claim);
  // 三年分别为142次、164次和187次，同比增长14.0%: of the last of a row, and not of its first.
  const next = statementsOf(level.paragraph)[level.index + 1];
  if (next && next.index < claim.index && next.own.length <= 1 && isJoined(next)) return null;
  return percent > -100 && level.figure.value! > 0 ? bases(percent, step, level.figure.value!) : null;
}

/** Whether anything in the sentence is told of another time: a base, a difference, a year of its own. */
export const hasOtherTime = (statements: readonly Statement[], { claim, level }: Growth): boolean =>
  [...before(statements, claim), ...after(statements, claim)].some(
    (s) =>
      s !== level &&
      s.sentence === claim.sentence &&
      (s.standing === "base" || s.standing === "delta" || (s.year !== null && s.year !== level?.year)),
  );

/** Growth that is not reckoned in nominal terms, or is a mean of several years. */
export const isAdjusted = ({ ownClasses, gapClasses }: Statement): boolean =>
  does(ownClasses | gapClasses, "comparable", "yearly", "average");
