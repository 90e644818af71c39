import { stemOf } from "../statements/name.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { cuesOf, does, type Statement, statementsOf } from "../statements/statement.ts";
import { isDue, isInflow, isOpening } from "./account.ts";
import { ACCOUNT } from "./balance.ts";
import { COUNTS, type Constraint, LOOSE, operandsOf } from "./constraint.ts";
import { figuresOf, holds, reading } from "./holding.ts";
import { isExact } from "./interval.ts";
import type { Claim } from "./judge.ts";
import { kindOf } from "./kinds.ts";
import { isHeld } from "./multiple.ts";
import { isNamed, subjectOf, touchesName } from "./named.ts";
import { digitsOf } from "./slip.ts";
import { type Slip, slipsOf } from "./slips.ts";

/** The account that a proof leaves something out of: what was carried over, or what else its sentence enters, is not reckoned. */
export const borrowedFrom = (group: readonly Constraint[], proof: Constraint): Constraint | undefined =>
  group.find((other) => (isCarried(other) && isPartOf(proof, other) && !holds(other)) || isCutFrom(proof, other));

/**
 * Whether a proof leaves out of a nearer list what was carried over, or the first of a row: 上年结转168万元，收入742万元、补助90万元，可用832万元.
 */
function isCutFrom(proof: Constraint, list: Constraint): boolean {
  if (proof.kind !== "sum" || list.kind !== "sum" || list.form !== "sum" || list.claim !== proof.claim) return false;
  const [used, all] = [proof, list].map(({ operands }) => operands.map(({ statement }) => statement)) as [
    Statement[],
    Statement[],
  ];
  if (list.cost > 0 || proof.cost < 2 || used.length >= all.length || !used.every((s) => all.includes(s))) return false;
  if (list.claim.index < all.at(-1)!.index || holds(list) || !figuresOf(list).every(({ figure }) => isExact(figure)))
    return false;
  const left = all.filter((s) => !used.includes(s));
  if (left.some(({ figure }) => figure.value! > list.claim.figure.value!)) return false;
  return left.every(isCarry) || (left.length === 1 && left[0] === all[0] && all.slice(1).every(isJoined));
}

/** Whether an account is told whole: what came in and went out is said by words, or by where they stand. */
export const isCarried = (account: Constraint): boolean =>
  account.kind === "flow" &&
  ((account.form === ACCOUNT && account.cost <= 2) ||
    // 补充213人，退休151人，调出38人，净增24人; of money there may be two accounts in a sentence.
    (account.form === "net" &&
      account.cost === 0 &&
      account.operands.length > 2 &&
      account.claim.figure.unit !== "元") ||
    (account.form === "closing" &&
      account.cost <= 1 &&
      operandsOf(account, "inflow").every((s) => isInflow(s) && !isDue(s)) &&
      operandsOf(account, "opening").every(isCarry)));

/** 上年结转11件, and no value of the year before: 受理1284件（上年1453件）. */
const isCarry = (s: Statement): boolean => isOpening(s) && does(s.gapClasses | cuesOf(s), "opening");

export const isPartOf = ({ kind, form, operands }: Constraint, account: Constraint): boolean =>
  (kind === "rest" || (kind === "flow" && form !== "closing" && form !== ACCOUNT) || account.form === ACCOUNT) &&
  operands.length < account.operands.length &&
  operands.every(({ statement }) => account.operands.some((operand) => operand.statement === statement));

/** How much nearer a reckoning must be that speaks against a proof, and on how many digits a swap of two of them must rest. */
export const NEARER_BY = 3;
export const SWAPPED = 4;

/**
 * The reckoning that is so much nearer than a proof, and so well explained by a slip, that the proof is a chance: 整改24间，3间待改，
 * 整改率11.1% is the rate of the three.
 */
export function overruledBy(group: readonly Constraint[], proof: Constraint): Claim | undefined {
  for (const constraint of group) {
    if (constraint.cost >= proof.cost || constraint.cost > 2) return undefined;
    if (holds(constraint) || !figuresOf(constraint).every(({ figure }) => isExact(figure))) continue;
    const [slip] = slipsOf(constraint, []);
    if (!slip) continue;
    const complement =
      constraint.kind === "ratio" &&
      !isOfItsWholeName(constraint, proof) &&
      // 应办160件，办结137件，结转下年23件，结案率85.6%: two bear its name, and the rate is that of one of them.
      !(
        constraint.claim.standing === "rate" &&
        isOfItsName(proof) &&
        !isOfTheRest(proof) &&
        proof.cost <= constraint.cost + 1
      ) &&
      constraint.form === "share" &&
      slip.how === "method" &&
      ((constraint.claim.standing === "share" && constraint.cost < 2) ||
        (isOfItsName(constraint) && (constraint.cost < 2 || constraint.operands.length === 2)));
    // 结转5条，新收59条，总量59条: the carry left out, whatever else comes to 59.
    const carried =
      constraint.kind === "flow" &&
      constraint.form === "due" &&
      constraint.cost === 0 &&
      slip.how === "method" &&
      proof.kind === "sum" &&
      proof.cost >= LOOSE;
    const swapped =
      slip.how === "swapped" &&
      slip.digits >= SWAPPED &&
      constraint.cost === 0 &&
      proof.cost >= constraint.cost + NEARER_BY;
    // 企业489.92万元，占八成，是个人122.48万元的5倍: of the one told right before it, and not of both together.
    const times =
      constraint.kind === "multiple" &&
      constraint.cost === 0 &&
      slip.how === "method" &&
      proof.cost > 0 &&
      isHeld(constraint.claim, operandsOf(constraint, "base")[0]!);
    // 国家级3家、省级11家、市级28家，一共42家，较上年的35家减少7家: of them all, and not of those told last.
    const [level] = operandsOf(constraint, "level");
    const turned =
      constraint.kind === "change" &&
      constraint.cost === 0 &&
      slip.how === "direction" &&
      level !== undefined &&
      does(level.ownClasses, "sum") &&
      proof.cost > 0;
    if (complement || carried || swapped || times || turned)
      return { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: true };
  }
  return undefined;
}

/** 上年结转38件，新收463件，应办501件，办结457件: of what was due, whatever comes out of what was new. */
export function leavesOutCarry(proof: Constraint, rival: Constraint): boolean {
  const isRate = proof.kind === "ratio" && proof.form === "share" && proof.claim.standing === "rate";
  if (!(isRate || proof.kind === "rest") || rival.kind !== proof.kind || rival.form !== proof.form) return false;
  if (rival.cost > LOOSE || proof.operands.length !== 2 || rival.operands.length !== 2 || holds(rival)) return false;
  const [part, of] = isRate ? (["numerator", "denominator"] as const) : (["part", "whole"] as const);
  const [due, fresh] = [operandsOf(rival, of)[0], operandsOf(proof, of)[0]];
  if (!due || !fresh || operandsOf(rival, part)[0] !== operandsOf(proof, part)[0]) return false;
  return (
    due.sentence === rival.claim.sentence &&
    statementsOf(due.paragraph)
      .slice(Math.max(0, due.index - NEARBY), due.index)
      .some((s) => isCarry(s) && s.figure.value! + fresh.figure.value! === due.figure.value)
  );
}
/** How many statements before what was due its carry is told. */
const NEARBY = 4;

/** 党员53人，非党员9人，党员占85.5%: the count of a proof bears the claim's whole name, and that beside it does not. */
function isOfItsWholeName(rival: Constraint, proof: Constraint): boolean {
  const name = subjectOf(rival.claim);
  const [theirs, mine] = [operandsOf(rival, "numerator")[0], operandsOf(proof, "numerator")[0]];
  if (!theirs || !mine || name.length < 2) return false;
  const beside = said(theirs.own);
  const at = beside.indexOf(name);
  return said(mine.own).includes(name) && (at < 0 || "非不未无".includes(beside[at - 1] ?? "有"));
}

/** Whether a rate is reckoned of the count that it names: 投产率 of 已投产22个. */
export const isOfItsName = ({ claim, operands: [numerator] }: Constraint): boolean =>
  claim.standing === "rate" && touchesName(stemOf(claim), numerator!.statement);

/** 还有3间待改造 bears the word of 整改率, and is what is left. */
const isOfTheRest = ({ operands: [numerator] }: Constraint): boolean =>
  does(numerator!.statement.ownClasses, "left", "rest");

/** 占藏品总数的84%: a share of the whole that it names. */
export const isOfItsWhole = (constraint: Constraint): boolean => {
  const [whole] = operandsOf(constraint, "denominator");
  return constraint.claim.standing === "share" && whole !== undefined && isNamed(constraint.claim, whole);
};

/** What is left of a total, reckoned without what was carried over: 47＋1326＝1373, 1288 done, and 38 left of 1326. */
export const uncarried = (group: readonly Constraint[], proved: readonly Claim[]): Constraint | undefined =>
  group.find((constraint) => {
    const whole = constraint.kind === "rest" && constraint.cost === 0 ? operandsOf(constraint, "whole")[0] : undefined;
    const total =
      whole && proved.find(({ statement, constraint: { kind } }) => statement === whole && COUNTS.has(kind));
    return total?.constraint.operands.some(({ statement }) =>
      group.some(
        (other) =>
          other.kind === "rest" &&
          other.form === constraint.form &&
          operandsOf(other, "whole")[0] === statement &&
          sameParts(other, constraint) &&
          holds(other),
      ),
    );
  });

const sameParts = (a: Constraint, b: Constraint): boolean => {
  const [one, other] = [operandsOf(a, "part"), operandsOf(b, "part")];
  return one.length === other.length && one.every((s) => other.includes(s));
};

/** The claim of somebody who reckoned otherwise: forgot the carry, or took another whole. */
export function misreckoned(constraint: Constraint): Claim {
  const value = kindOf.get(constraint.kind)!.value(constraint, reading)!;
  const slip: Slip = {
    statement: constraint.claim,
    how: "method",
    value: (value.low + value.high) / 2,
    digits: digitsOf(constraint.claim.figure),
  };
  return { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: constraint.cost === 0 };
}
