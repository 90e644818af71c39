import { stemOf, touches } from "../statements/name.ts";
import { said } from "../statements/said.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { isDue, isOpening } from "./account.ts";
import { type Constraint, operandsOf, sameOperands } from "./constraint.ts";
import { figuresOf, holds } from "./holding.ts";
import { isExact } from "./interval.ts";

/** How far off a reckoning may be that speaks against a proof by what the claim names. */
const NEAR = 2;

/**
 * The reckoning that a share or rate should rest on, where it was reckoned of another whole than it names: 占有效问卷的91.2%, of
 * all that were handed out; 合格率 of those who put their names down, though 实际参考 says how many came.
 */
export function misnamed(group: readonly Constraint[], proof: Constraint): Constraint | undefined {
  if (!isShare(proof)) return undefined;
  const taken = denominatorOf(proof);
  const name = wholeNamed(proof);
  return group.find((constraint) => {
    if (!isAgainst(constraint) || numeratorOf(constraint) !== numeratorOf(proof)) return false;
    const whole = denominatorOf(constraint);
    if (whole.figure.value! < numeratorOf(proof).figure.value!) return false;
    return name !== null
      ? bears(whole, name) && !bears(taken, name) && (whole.year === null || taken.year !== null)
      : proof.claim.standing === "rate" &&
          ((isNet(whole) && isGross(taken, whole)) ||
            ((isDue(whole) || does(whole.ownClasses, "sum")) && isOfAll(proof.claim, whole, taken)));
  });
}

/**
 * The reckoning of the count right before a share, where the share is only borne out by the counts that bear out another:
 * 纯电动线路3682公里，占70.0%；混合动力线路1578公里，占70.0%.
 */
export function repeated(
  group: readonly Constraint[],
  proof: Constraint,
  proved: readonly Constraint[],
): Constraint | undefined {
  const { claim } = proof;
  if (!isShare(proof) || claim.standing !== "share" || numeratorOf(proof) === claim.previous) return undefined;
  const isTold = proved.some(
    (other) => other.claim.sentence === claim.sentence && other.claim.index < claim.index && sameOperands(other, proof),
  );
  if (!isTold) return undefined;
  return group.find(
    (constraint) =>
      isAgainst(constraint) &&
      numeratorOf(constraint) === claim.previous &&
      denominatorOf(constraint) === denominatorOf(proof),
  );
}

/**
 * The reckoning of the whole where a rate was reckoned of its other part: 编制126名，实有98名，空编28名，空编率28.6% is 28 of 98.
 */
export function ofSibling(
  group: readonly Constraint[],
  proof: Constraint,
  proved: readonly Constraint[],
): Constraint | undefined {
  if (!isShare(proof) || proof.claim.standing !== "rate") return undefined;
  const parts = [numeratorOf(proof), denominatorOf(proof)];
  const total = proved.find(
    ({ kind, operands }) =>
      kind === "sum" && operands.length === 2 && operands.every(({ statement }) => parts.includes(statement)),
  );
  return (
    total &&
    group.find(
      (constraint) =>
        isAgainst(constraint) &&
        constraint.cost <= proof.cost &&
        numeratorOf(constraint) === parts[0] &&
        denominatorOf(constraint) === total.claim,
    )
  );
}

/** Whether a share is near enough to speak against a proof, and does. */
const isAgainst = (constraint: Constraint): boolean =>
  constraint.cost <= NEAR &&
  isShare(constraint) &&
  figuresOf(constraint).every(({ figure }) => isExact(figure)) &&
  !holds(constraint);

const numeratorOf = (constraint: Constraint): Statement => operandsOf(constraint, "numerator")[0]!;
const denominatorOf = (constraint: Constraint): Statement => operandsOf(constraint, "denominator")[0]!;

const isShare = ({ kind, form, operands }: Constraint): boolean =>
  kind === "ratio" && form === "share" && operands.length === 2;

/** The whole that the claim names behind 占, or its count before 中: 占工业投资的, 在岗人员中党员58人. */
function wholeNamed(proof: Constraint): string | null {
  const { own } = proof.claim;
  const at = own.findLastIndex(({ text }) => text === "占");
  const words = said(own.slice(at + 1)).replace("的", "");
  if (at >= 0 && words.length > 2) return words;
  const count = numeratorOf(proof);
  const inside = count.own.findIndex(({ text }) => text === "中");
  const owners = said(count.own.slice(0, Math.max(0, inside)));
  return owners.length > 2 ? owners : null;
}

/** Whether a count goes by the very name, or by all of it but a last word that says what is counted: 在岗 of 在岗人员. */
const bears = ({ own, tail }: Statement, name: string): boolean => {
  const words = said([...own, ...tail]);
  return words.includes(name) || (words.length > 1 && name.startsWith(words));
};

/** 上年结转24件，加上受理的296件，应审320件，审结率: of what was carried over as well. */
const isOfAll = (claim: Statement, whole: Statement, taken: Statement): boolean =>
  (does(whole.ownClasses, "sum") || touches(stemOf(claim), said(whole.own))) &&
  statementsOf(whole.paragraph)
    .slice(Math.max(0, whole.index - NEARBY), whole.index)
    .some(
      (s) =>
        s.sentence === whole.sentence && isOpening(s) && s.figure.value === whole.figure.value! - taken.figure.value!,
    );

const NEARBY = 4;

const NET = ["实际", "实查", "实到", "实检", "实测", "有效"];
const isNet = ({ own }: Statement): boolean => NET.some((word) => said(own).includes(word));

/** Whether the text says how the net count came of the other: 报名628人，缺考27人，实际参考601人. */
const isGross = (gross: Statement, net: Statement): boolean =>
  gross.sentence === net.sentence &&
  statementsOf(net.paragraph)
    .slice(gross.index + 1, net.index)
    .some(({ figure }) => figure.value === gross.figure.value! - net.figure.value!);
