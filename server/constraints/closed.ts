import { stemOf } from "../statements/name.ts";
import { opens } from "../statements/openers.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement, wordsOf } from "../statements/statement.ts";
import { isDue } from "./account.ts";
import { type Constraint, LOOSE, operandsOf } from "./constraint.ts";
import { claimed, figuresOf, isFraction, isInWords, reading, sharpened } from "./holding.ts";
import { isExact, isWhole } from "./interval.ts";
import type { Claim } from "./judge.ts";
import { kindOf } from "./kinds.ts";
import { isBesides } from "./left.ts";
import { isOfSeveralKinds, isOverfull, isRow } from "./lists.ts";
import { isHeld } from "./multiple.ts";
import { OPINIONS, touchesName } from "./named.ts";
import { isCarried } from "./overrule.ts";
import { sameUnit, wholeOf } from "./reach.ts";
import { digitsOf } from "./slip.ts";
import { areKinds, isComparable, sumOf } from "./sum.ts";

/**
 * Whether a reckoning that no slip explains is close enough to say that something is wrong: every part has a word of its
 * own, and what comes out is not far from what is written.
 */
export function isClosed(constraint: Constraint): boolean {
  if (isOfSeveralKinds(constraint)) return false;
  if (isExceeded(constraint) || isOverfull(constraint) || isOtherFraction(constraint) || isTurnedWrong(constraint))
    return true;
  const { kind, form, claim, operands, cost } = constraint;
  const plain = cost === 0 || (cost === 1 && (isSaid(constraint) || isRow(constraint)));
  if (!plain || isFarOff(constraint) || figuresOf(constraint).some(({ figure }) => figure.unit === null)) return false;
  const value = kindOf.get(kind)!.value(constraint, sharpened(constraint));
  if (!value || !Number.isFinite(value.low) || !Number.isFinite(value.high)) return false;
  const middle = (value.low + value.high) / 2;
  const said = claim.figure.value! * (claimed(claim, reading).high < 0 ? -1 : 1);
  const near =
    middle * said > 0 &&
    Math.abs(middle - said) <= (cost > 0 ? NEARER : NEAR) * Math.max(Math.abs(middle), Math.abs(said)) &&
    (digitsOf(claim.figure) > 1 ||
      isFraction(claim.figure) ||
      (kind === "sum" && middle > said && areKinds(operands.map(({ statement }) => statement))));
  const parts = operands.map(({ statement }) => statement);
  if (kind === "integer") return true;
  // 两县相差14天; 40户每户3000元，60户每户2500元，合计27万元: what the words bind needs no slip.
  if (kind === "gap" || kind === "product") return cost === 0 && (near || digitsOf(claim.figure) > 1);
  // 是上年0.57万人次的5倍: of what stands right before it.
  if (kind === "multiple")
    return cost === 0 && isHeld(claim, parts.at(-1)!) && Math.abs(middle - said) >= TIMES_OFF * claim.figure.precision;
  // 500万尾，其中鲢鱼320万尾，草鱼145万尾，其余48万尾: with the rest a list is whole, and must come out.
  const rested = kind === "rest" ? claim : kind === "sum" && form === "sum" ? parts.at(-1)! : null;
  if (
    rested &&
    cost === 0 &&
    parts.length > 2 &&
    does(rested.ownClasses, "left") &&
    opens(parts[kind === "rest" ? 1 : 0]!)
  )
    return Math.abs(middle - said) <= RESTED * (kind === "rest" ? parts[0]! : claim).figure.value!;
  if (kind === "sum")
    return (
      near &&
      form === "sum" &&
      middle > said &&
      parts[0]!.index > claim.index &&
      (isRow(constraint) || parts.slice(1).every((s) => isJoined(s) || s.depth > claim.depth || s.mark === ";")) &&
      areKinds(parts)
    );
  if (kind === "change") return near && form === "level-base" && parts.every(({ figure }) => isWhole(figure));
  if (kind === "flow") return cost === 0 && (near || (isCarried(constraint) && does(claim.ownClasses, "closing")));
  if (kind === "points") return near && cost === 0;
  // 应结220件，审结205件，另有诉前调解61件: besides them, if no slip says that it is what is left.
  if (kind === "rest" && isBesides(claim.own)) return false;
  // 应办185件，办结169件，期末还有5件: what was due, what was done, and what is left of it.
  if (kind === "rest") return operands.length === 2 && (near || (cost === 0 && isDue(parts[0]!)));
  // 占 may be of another whole that stands elsewhere; 满意38件，满意率 is of what it names.
  return (
    near &&
    kind === "ratio" &&
    form === "share" &&
    middle <= wholeOf(claim) &&
    claim.standing === "rate" &&
    parts[0]!.index < claim.index &&
    touchesName(stemOf(claim), parts[0]!) &&
    isOfAllItsName(stemOf(claim), parts[0]!)
  );
}

/** 办结1901件，按期办结率 is of what was done in time, whatever it is a part of. */
const isOfAllItsName = (stem: string, { own, tail }: Statement): boolean => {
  const name = stem[0] === "总" ? stem.slice(1) : stem;
  return name.length <= 2 || said([...own, ...tail]).includes(name.slice(0, 2));
};

const LEFT = new Set("其余 余下 剩下 剩余 尚余 尚有 仍有 还有 还剩 结余 还差 尚差".split(" "));
/** 112个村中完成105个，完成率93.75%，尚有8个: the rate says that the two are whole and part, so that what is left is the rest of them. */
export const isBound = ({ kind, claim, operands, cost }: Constraint, proved: readonly Claim[]): boolean => {
  if (
    kind !== "rest" ||
    operands.length !== 2 ||
    cost >= LOOSE ||
    isBesides(claim.own) ||
    !wordsOf(claim).some(({ text }) => LEFT.has(text))
  )
    return false;
  const [whole, part] = operands.map(({ statement }) => statement);
  const parts = partsOf(whole!, proved);
  return parts.length > 0 && parts.every((s) => s === part);
};

/** What proved rates say to be parts of a whole. */
const partsOf = (whole: Statement, proved: readonly Claim[]): readonly Statement[] =>
  proved.flatMap(({ constraint: rate }) =>
    rate.kind === "ratio" &&
    rate.form === "share" &&
    !OPINIONS.some((word) => stemOf(rate.claim).includes(word)) &&
    operandsOf(rate, "denominator")[0] === whole
      ? operandsOf(rate, "numerator").slice(0, 1)
      : [],
  );

/** Whether a rate's own word stands with the count before it, and all of them in one sentence: 表示满意的13人，满意率. */
function isSaid({ kind, form, claim, operands }: Constraint): boolean {
  const [part] = operands.map(({ statement }) => statement);
  const together = operands.every(({ statement }) => statement.sentence === claim.sentence);
  return (
    together &&
    ((kind === "ratio" && form === "share" && claim.standing === "rate" && touchesName(stemOf(claim), part!)) ||
      (kind === "change" && form === "level-base"))
  );
}

/** A rate of no more than all, of more than its whole: 118家提出需求，127家获得授信，授信率82.2%. */
function isExceeded({ kind, form, claim, operands, cost }: Constraint): boolean {
  if (
    kind !== "ratio" ||
    form !== "share" ||
    cost > 2 ||
    claim.standing !== "rate" ||
    claim.figure.value! > wholeOf(claim)
  )
    return false;
  const [part, whole] = operands.map(({ statement }) => statement);
  const bound = operands.length === 2 && sameUnit(part!, whole!) && touchesName(stemOf(claim), part!);
  return bound && part!.figure.value! > whole!.figure.value! && part!.figure.value! < 2 * whole!.figure.value!;
}

/** 由30天压缩到15天，缩短三分之一: what a change came to and began with stand in one clause, and its size right behind. */
function isTurnedWrong({ kind, form, claim, operands, cost }: Constraint): boolean {
  if (kind !== "change" || form !== "level-base" || cost > 0 || !isExact(claim.figure)) return false;
  const [level, base] = operands.map(({ statement }) => statement);
  const told = level!.previous === base && level!.clause === base!.clause && base!.standing === "base";
  if (!told || claim.previous !== level || claim.segment !== level!.segment || !isExact(level!.figure)) return false;
  const value = kindOf.get(kind)!.value({ kind, form, claim, operands, cost }, reading);
  if (!value || !Number.isFinite(value.low) || !Number.isFinite(value.high)) return false;
  const said = Math.abs(claim.figure.value!);
  const off = Math.abs(Math.abs(value.low + value.high) / 2 - said);
  return off >= (isInWords(claim.figure) ? FRACTION_OFF * said : TURNED_OFF * said);
}
/** How far off, of its last place, a number of times must be that nothing explains. */
const TIMES_OFF = 0.75;

/** How far off, of its own size, a change must be that nothing explains. */
const TURNED_OFF = 0.05;

/** How far off, of its own size, a fraction in words must be, and a number of tenths in tenths. */
const FRACTION_OFF = 0.15;
const TENTHS_OFF = 1;

/** 60亿元，占240亿元的四成, and it is a quarter: a share in words has no digits to slip, and is loose; what is far from it is another. */
function isOtherFraction(constraint: Constraint): boolean {
  const { kind, claim, cost } = constraint;
  const { figure } = claim;
  if (kind !== "ratio" || cost > 0 || !isInWords(figure) || !isExact(figure)) return false;
  const value = kindOf.get(kind)!.value(constraint, reading);
  if (!value || !Number.isFinite(value.low) || !Number.isFinite(value.high) || value.low > wholeOf(claim)) return false;
  const off = Math.abs((value.low + value.high) / 2 - figure.value!);
  return isFraction(figure) ? off >= FRACTION_OFF * figure.value! : off >= TENTHS_OFF;
}

/** How far off, of its whole, a list may be that is told to its rest. */
const RESTED = 0.1;
const NEAR = 0.3;
const NEARER = 0.06;

/** What stands beside a rest is not taken off. */
const WEIGHT: Readonly<Record<string, number>> = { whole: 1, part: -1, opening: 0 };

/** Parts that fall well short of their whole were never meant to make it up; a rate of 100 % is of something else. */
export function isFarOff(constraint: Constraint): boolean {
  const { claim, kind, operands } = constraint;
  if (kind === "ratio") return claim.figure.value === wholeOf(claim);
  if (kind === "rest")
    return operands.reduce((left, { statement, part }) => left + WEIGHT[part]! * statement.figure.value!, 0) < 0;
  if (kind !== "sum") return false;
  return !isComparable(sumOf(operands.map(({ statement }) => statement)), claim.figure.value!);
}
