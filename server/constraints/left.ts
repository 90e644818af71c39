import { stemOf, touches } from "../statements/name.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import type { Token } from "../words/lexer.ts";
import { as, COUNTS, type Constraint, operandsOf } from "./constraint.ts";
import { OPINIONS } from "./named.ts";
import { isLevel, sameUnit } from "./reach.ts";
import { cueOf, isHalfOfRest, isOfWhole, isParted } from "./rest.ts";

/**
 * What is left of a whole that a proved rate bears out, however far back it is told: 受理1286件。…办结1259件，办结率97.9%，还有27件.
 * The rate says that the two are whole and part, so that what is left right behind it is the rest of them.
 */
export function* leftOf(statements: readonly Statement[], proofs: readonly Constraint[]): Generator<Constraint> {
  for (const proof of proofs) {
    const { kind, form, claim: rate, operands } = proof;
    if (kind !== "ratio" || form !== "share" || operands.length !== 2) continue;
    // 办结2836件，满意2751件，满意率97.0%，尚有28件在办: who is not pleased is not pending.
    if (OPINIONS.some((word) => stemOf(rate).includes(word)) && !isFailed(statements[rate.index + 1])) continue;
    const next = statements[rate.index + 1];
    const [part] = operandsOf(proof, "numerator");
    const [whole] = operandsOf(proof, "denominator");
    const claim = next?.segment === rate.segment && sameUnit(next, part!) ? next : leftLater(statements, rate, part!);
    const isLeft =
      claim !== undefined && isLevel(claim) && sameUnit(claim, part!) && isLeftOver(claim) && isOfWhole(claim);
    const isHalf = isLeft && isHalfOfRest(statements, whole!, [part!], claim);
    if (isLeft && !isHalf && part!.sentence === rate.sentence && !isAccountedFor(whole!, part!, proofs))
      yield {
        kind: "rest",
        form: "rest",
        claim,
        operands: [...as("whole", whole!), ...as("part", part!)],
        cost: claim === next ? 0 : 1,
      };
  }
}

/** How many statements on, what is left is told in a sentence of its own. */
const LATER = 5;
/** 调解成功5231件，成功率98.2%，高于全市0.9个百分点。没有调成的96件: the first like count behind the rate, in its sentence or at the head of the next. */
function leftLater(statements: readonly Statement[], rate: Statement, part: Statement): Statement | undefined {
  const later = statements.slice(rate.index + 1, rate.index + 1 + LATER);
  const like = later.find((s) => sameUnit(s, part));
  if (!like || !isTold(rate, like) || isParted(rate, like)) return undefined;
  const begins = statements[like.index - 1]?.sentence !== like.sentence;
  return like.sentence === rate.sentence || begins ? like : undefined;
}

/** 其余27件, or what denies the very word of the rate: 没有调成的96件 of 调解成功率. */
const isTold = (rate: Statement, { own, ownClasses }: Statement): boolean =>
  (does(ownClasses, "left", "rest") && !isBesides(own)) ||
  (DENYING.has(own[0]?.text ?? "") && touches(stemOf(rate), said(own.slice(1))));
/** 另有列席12人: besides all of them. */
export const isBesides = (own: readonly Token[]): boolean => own[0]?.text[0] === "另";
const DENYING = new Set(["没有", "没", "未", "不"]);

/** 准予1140件、不予48件，准予率96.0%，另有18件: where all of the whole is told, what is told besides is left of something else. */
const isAccountedFor = (whole: Statement, part: Statement, proofs: readonly Constraint[]): boolean =>
  proofs.some(
    ({ kind, claim, operands }) =>
      COUNTS.has(kind) && [whole, part].every((s) => s === claim || operands.some(({ statement }) => statement === s)),
  );

/** 286人未通过, 24份作废 */
const isFailed = (claim: Statement | undefined): boolean => {
  const word = claim?.tail[0]?.text ?? "";
  return claim?.own.length === 0 && (DENYING.has(word[0] ?? "") || word === "作废");
};

/** 还有27件, 26个结转下年, 逾期15.5万元 */
const isLeftOver = (claim: Statement): boolean =>
  cueOf(claim) <= 1 ||
  does(claim.ownClasses, "rest") ||
  isFailed(claim) ||
  (claim.ownClasses === 0 && claim.tail.slice(0, 3).some(({ classes }) => does(classes, "closing", "opening")));
