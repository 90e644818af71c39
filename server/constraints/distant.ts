import { stemOf } from "../statements/name.ts";
import { does, type Statement } from "../statements/statement.ts";
import { type Constraint, REMAINDER } from "./constraint.ts";
import { isExact } from "./interval.ts";
import { isAdverse, isLoss, isNegated, negates, subjectOf, touchesName } from "./named.ts";
import { digitsOf } from "./slip.ts";
import { type Slip, slipsOf } from "./slips.ts";

/** A slip so plain that a percentage is wrong by it although its two counts are told far off, where nothing else comes out. */
export function distantSlip(constraint: Constraint): Slip | null {
  const { kind, form, claim, operands, cost } = constraint;
  if (kind !== "ratio" || form !== "share" || cost > REMAINDER || operands.length !== 2 || claim.figure.unit !== "%")
    return null;
  const [part, whole] = operands.map(({ statement }) => statement) as [Statement, Statement];
  return [part, whole, claim].every(({ figure }) => isExact(figure))
    ? (remainder(claim, part, whole) ?? typedWrong(constraint, part, whole))
    : null;
}

/** A remainder of fewer, of fewer digits or told less closely is soon come by. */
const [FEW, DIGITS, CLOSE] = [10, 2, 0.1];
/** 9个还在整改: those that a rate leaves out. */
const OPEN = new Set("还 还在 仍 仍在 尚 尚在 正在 尚未 仍未 还没 还未".split(" "));

/** 412件中389件网办，网办率5.6%: just what is left of all. */
function remainder(claim: Statement, part: Statement, whole: Statement): Slip | null {
  const { precision, value } = claim.figure;
  if (whole.figure.value! < FEW || precision > CLOSE || digitsOf(claim.figure) < DIGITS) return null;
  const name = subjectOf(claim);
  const named =
    name === ""
      ? part.index === claim.index - 1 && part.sentence === claim.sentence
      : touchesName(name, part, claim.standing === "share") && !isAdverse(part) && !isLoss(name);
  const open =
    [...part.own, ...part.tail].some(({ text }) => OPEN.has(text)) || does(part.ownClasses, "left", "rest", "closing");
  if (!named || open || negates(claim, part) || claim.tail.some(isNegated)) return null;
  const share = (part.figure.value! / whole.figure.value!) * 100;
  return share < 100 && share !== 50 && Math.abs(100 - share - value!) <= precision / 2 + 1e-9
    ? { statement: claim, how: "method", value: share, digits: digitsOf(claim.figure) + 1 }
    : null;
}

/** On how many digits a slip of the hand must rest: in the rate, and in what is more than its whole. */
const [IN_RATE, IN_COUNT] = [4, 3];

/** 整改率95.40% of 94.50%; of 186.4公里 列养189.6公里, 列养率96.4%: a rate of a count by its name. */
function typedWrong(constraint: Constraint, part: Statement, whole: Statement): Slip | null {
  const { claim } = constraint;
  if (claim.standing !== "rate" || !touchesName(stemOf(claim), part)) return null;
  const exceeds = part.figure.value! > whole.figure.value! && claim.figure.value! < 100;
  const slip = slipsOf(constraint, []).find(
    ({ how, statement, digits }) =>
      (how === "changed" || how === "swapped") &&
      (statement === claim ? digits >= IN_RATE : exceeds && digits >= IN_COUNT),
  );
  return slip ?? null;
}
