import type { Statement } from "../statements/statement.ts";
import { alike } from "../statements/unit.ts";

/** How many statements before or after a claim its operands are looked for among, so that the time taken is linear. */
export const REACH = 14;

/** How far apart two statements stand: 0 within ；, 1 within 。, 2 beyond it. */
export const crossing = (a: Statement, b: Statement): number =>
  a.segment === b.segment ? 0 : a.sentence === b.sentence ? 1 : 2;

/** The statements before one that a reader may go back to, the nearest first: those of its bracket, then those outside it. */
export function before(statements: readonly Statement[], claim: Statement, reach = REACH): readonly Statement[] {
  const found: Statement[] = [];
  for (let i = claim.index - 1; i >= 0 && claim.index - i <= reach; i--) found.push(statements[i]!);
  return found;
}

export function after(statements: readonly Statement[], claim: Statement, reach = REACH): readonly Statement[] {
  return statements.slice(claim.index + 1, claim.index + 1 + reach);
}

/** Counts and amounts of the thing itself, as against what is said of them. */
export const isLevel = ({ standing, figure, tail }: Statement): boolean =>
  standing === "level" &&
  !MILESTONES.has(tail[0]?.text ?? "") &&
  figure.unit !== null &&
  figure.unit !== "%" &&
  figure.unit !== "‰" &&
  figure.value! >= 0;

/** 跃上30亿元台阶: what was passed, and not how much there is. */
const MILESTONES = new Set(["台阶", "大关", "关口"]);

export const isPercent = ({ figure }: Statement): boolean =>
  figure.unit === "%" || figure.unit === "‰" || figure.unit === "成";

/** What one whole is in the unit of a percentage, a tenth or a multiple. */
const WHOLES: Readonly<Record<string, number>> = { "%": 100, "‰": 1000, "‱": 10000, 成: 10, 倍: 1 };

export const wholeOf = ({ figure: { unit } }: Statement): number => (unit === null ? 1 : (WHOLES[unit] ?? 1));

export const sameUnit = (a: Statement, b: Statement): boolean => alike(a.figure.unit, b.figure.unit);

/** Whether a statement stands in the same bracket, or in the running text as the other does. */
export const beside = (a: Statement, b: Statement): boolean => a.group === b.group;
