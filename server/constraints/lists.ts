import { INSIDE } from "../statements/openers.ts";
import { isJoined } from "../statements/rows.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { areStates } from "../statements/states.ts";
import { type Constraint, LOOSE } from "./constraint.ts";
import { before, sameUnit } from "./reach.ts";
import { digitsOf } from "./slip.ts";
import { areKinds, mayOverlap, sumOf } from "./sum.ts";

// What the place and the words of a list say of it: whether it is told to its end, is of another whole, or need not come out.

/** How many counts before a list its own whole may stand. */
const WHOLES = 20;
/** Whether a list told behind a count is of something else. */
export function isOfAnother({ kind, claim, operands }: Constraint, statements: readonly Statement[]): boolean {
  const parts = operands.map(({ statement }) => statement);
  const first = parts[0];
  if (kind !== "sum" || !first || first.index < claim.index) return false;
  return isOfBoth(claim, first, statements) || isOfFormer(claim, parts, statements);
}

/** 前者覆盖12家，后者覆盖9家，18家卫生院和3家中心全部纳入: of both, if of any. */
function isOfBoth(claim: Statement, first: Statement, statements: readonly Statement[]): boolean {
  const next = statements[claim.index + 1];
  return next !== undefined && next !== first && does(claim.ownClasses, "first") && does(next.ownClasses, "second");
}

/** 新立案28453件，…，按期结案27603件。按类型，事件类21874件、部件类6579件: a list of a sentence of its own, which makes up another count just. */
function isOfFormer(claim: Statement, parts: readonly Statement[], statements: readonly Statement[]): boolean {
  const first = parts[0]!;
  if (first.sentence === claim.sentence) return false;
  const sum = sumOf(parts);
  return before(statements, first, WHOLES).some(
    (s) =>
      s !== claim && s.standing === "level" && sameUnit(s, claim) && s.figure.value === sum && digitsOf(s.figure) > 2,
  );
}

/** 准予许可79件，不予许可4件，结转在办5件: a list is not judged without its end. */
export const goesOn = (list: Constraint, longer: Constraint): boolean =>
  list.kind === "sum" &&
  longer.kind === "sum" &&
  longer.claim === list.claim &&
  longer.operands.length > list.operands.length &&
  list.operands.every((operand, i) => operand.statement === longer.operands[i]!.statement);

/** 包括县级医院3个，乡镇卫生院14个，…，村卫生室189个，民营医院4个，…: a list that goes on in its segment as it began is not judged by its beginning. */
export function isCutShort({ kind, claim, operands }: Constraint, statements: readonly Statement[]): boolean {
  const parts = operands.map(({ statement }) => statement);
  if (kind !== "sum" || parts.length < 3 || parts[0]!.index < claim.index) return false;
  const last = parts.at(-1)!;
  const next = statements[last.index + 1];
  return (
    next?.segment === last.segment &&
    (next.mark === last.mark || next.own.at(-1)?.text === "各") &&
    next.standing === "level" &&
    sameUnit(next, last) &&
    next.own.length > 0 &&
    next.own.every(({ classes, text }) => classes === 0 || text === "各") &&
    parts.every((s, i) => i === 0 || s.index === parts[i - 1]!.index + 1) &&
    sumOf(parts) < claim.figure.value!
  );
}

/** A list of more than its whole, of things that may be of several of its kinds: nothing need be wrong. */
export const isOfSeveralKinds = ({ kind, claim, operands }: Constraint): boolean => {
  const parts = operands.map(({ statement }) => statement);
  return kind === "sum" && sumOf(parts) > claim.figure.value! && mayOverlap(claim, parts);
};
/** 开工项目中，完工12个，在建21个 */
const isAmong = ({ gap }: Statement): boolean => gap.some(({ text }) => INSIDE.has(text));
const isBehind = ({ claim, operands }: Constraint): boolean => operands[0]!.statement.index === claim.index + 1;
export const PEOPLE = new Set(["人", "名", "位"]);
/** 项目8个，竣工3个、在建5个、开展前期1个: the things of a row to the end of its segment are more than all of them. People may be of several kinds. */
export function isOverfull(constraint: Constraint): boolean {
  const { kind, form, claim, operands, cost } = constraint;
  if (kind !== "sum" || form !== "sum") return false;
  const parts = operands.map(({ statement }) => statement);
  const next = statementsOf(claim.paragraph)[parts.at(-1)!.index + 1];
  const sum = sumOf(parts);
  return (
    cost < LOOSE &&
    parts.length >
      (INSIDE.has(claim.tail.at(-1)?.text ?? "") || does(parts[0]!.ownClasses, "of") || isAmong(parts[0]!) ? 1 : 2) &&
    !PEOPLE.has(claim.figure.unit!) &&
    (isBehind(constraint) || (areStates(parts) && isAmong(parts[0]!))) &&
    parts.every((s, i) => s.index === parts[0]!.index + i && s.figure.unit === claim.figure.unit) &&
    (parts.slice(1).every(isJoined) ||
      parts.every(({ own }) => own.length === 0) ||
      isRow(constraint) ||
      areStates(parts)) &&
    (next?.segment !== claim.segment || !sameUnit(next, claim)) &&
    sum > claim.figure.value! &&
    sum <= claim.figure.value! * 1.5
  );
}

/** 景区8家，4A级3家，3A级5家，2A级1家: kinds told one after another behind their whole, to the end of the sentence. */
export const isRow = ({ kind, form, claim, operands }: Constraint): boolean => {
  if (kind !== "sum" || form !== "sum") return false;
  const parts = operands.map(({ statement }) => statement);
  const next = statementsOf(claim.paragraph)[parts.at(-1)!.index + 1];
  return (
    parts.length > 2 &&
    parts.every((s, i) => s.index === claim.index + 1 + i && s.segment === claim.segment) &&
    next?.sentence !== claim.sentence &&
    areKinds(parts)
  );
};

/** 可收集42万吨，用去21.4万吨、…、2.8万吨，利用率96%: a rate right behind a list that is its share of the whole. */
export function isPartly({ kind, claim, operands }: Constraint): boolean {
  if (kind !== "sum") return false;
  const parts = operands.map(({ statement }) => statement);
  const last = parts.at(-1)!;
  const rate = statementsOf(claim.paragraph)[last.index + 1];
  if (
    rate?.sentence !== last.sentence ||
    rate.figure.unit !== "%" ||
    rate.standing !== "rate" ||
    parts[0]!.index < claim.index
  )
    return false;
  return Math.abs((100 * sumOf(parts)) / claim.figure.value! - rate.figure.value!) <= rate.figure.precision;
}
