import type { Paragraph } from "../report/paragraph.ts";
import { stemOf } from "../statements/name.ts";
import { opens } from "../statements/openers.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { cuesOf, does, type Statement, statementsOf, wordsOf } from "../statements/statement.ts";
import { areStates } from "../statements/states.ts";
import { append } from "../text/list.ts";
import { memo } from "../text/memo.ts";
import { isDue, isInflow, isOpening } from "./account.ts";
import { ACCOUNT } from "./balance.ts";
import { censusOf } from "./census.ts";
import { counterpartOf } from "./compared.ts";
import { as, COUNTS, type Constraint, LOOSE, operandsOf, sameOperands } from "./constraint.ts";
import {
  claimed,
  FARTHEST,
  figuresOf,
  holds,
  holdsAtAll,
  isFraction,
  isInWords,
  isTurned,
  proves,
  reading,
  reread,
  sameFigures,
  sharpened,
  within,
} from "./holding.ts";
import { isExact, isWhole } from "./interval.ts";
import { agreed, swapped } from "./joint.ts";
import { kindOf, kinds } from "./kinds.ts";
import { leftOf } from "./left.ts";
import { goesOn, isCutShort, isOfAnother, isOfSeveralKinds, isOverfull, isPartly, isRow, PEOPLE } from "./lists.ts";
import { misnamed, ofSibling, repeated } from "./misnamed.ts";
import { isHeld } from "./multiple.ts";
import { BOUNDS, isNamed, OPINIONS, subjectOf, touchesName } from "./named.ts";
import { areBoth } from "./partition.ts";
import { ofKnown, parallelOf } from "./ratio.ts";
import { sameUnit, wholeOf } from "./reach.ts";
import { digitsOf } from "./slip.ts";
import { misscaled, plainSlip, ranked, type Slip, slipsOf } from "./slips.ts";
import { areKinds, isComparable, sumOf } from "./sum.ts";

export type Verdict = "proved" | "refuted" | "open";

/** What is said of one figure by all the ways to reckon it. */
export interface Claim {
  readonly statement: Statement;
  readonly verdict: Verdict;
  /** The way that proves it or speaks against it. */
  readonly constraint: Constraint;
  readonly slip: Slip | null;
  /** How sure a refutation is. */
  readonly certain: boolean;
}

/** The kinds that a single figure can be held against: what the words around it count. */
const ALONE = kinds.filter(({ family }) => family === "count");

/** What is divided by what, where anything is. */
const QUOTIENTS = [
  ["numerator", "denominator"],
  ["level", "base"],
] as const;
/** A quotient is still multiplied: by 100 for a percentage, by 10,000 for a number in 万. */
const ROOM = 1e5;

/** Whether a quotient is a number: nothing is so many times nought, and a number holds only so much. */
const divides = ({ kind, operands }: Constraint): boolean =>
  QUOTIENTS.every(([above, below]) => {
    const total = (wanted: string): number =>
      operands.reduce((sum, { part, statement }) => (part === wanted ? sum + statement.figure.value! : sum), 0);
    const isAsked = operands.some(({ part }) => part === below) && (below !== "base" || kind === "multiple");
    return !isAsked || Number.isFinite((total(above) / total(below)) * ROOM);
  });

/** What can be told of every claim of a paragraph. */
export const claimsOf = memo((paragraph: Paragraph): readonly Claim[] => {
  const statements = statementsOf(paragraph);
  if (statements.length === 0) return [];
  const groups = new Map<string, Constraint[]>();
  const census = censusOf(statements);
  for (const kind of statements.length > 1 ? kinds : ALONE) {
    if (kind.mayHold?.(census) === false) continue;
    for (const constraint of kind.propose(statements)) {
      if (constraint.cost > FARTHEST || !divides(constraint)) continue;
      const key = constraint.key ?? `${constraint.claim.index} ${kind.family}`;
      const group = groups.get(key);
      if (group) group.push(constraint);
      else groups.set(key, [constraint]);
    }
  }
  const claims: Claim[] = [];
  const proofsSoFar: Constraint[] = [];
  const pending: Constraint[][] = [];
  for (const group of groups.values()) {
    group.sort((a, b) => a.cost - b.cost);
    const proof = group.find(
      (constraint, i) =>
        within(constraint) &&
        !(constraint.cost >= NEARER_BY && group[0]!.cost === 0 && isOfOtherTotal(group[0]!, constraint)) &&
        proves(constraint) &&
        !group.slice(0, i).some((closer) => !isFarOff(closer) && isTurned(closer, constraint)),
    );
    const rival =
      proof &&
      (borrowedFrom(group, proof) ??
        misnamed(group, proof) ??
        ofSibling(group, proof, proofsSoFar.slice(-LAST)) ??
        repeated(group, proof, proofsSoFar.slice(-LAST)));
    const whole = proof && !rival ? group.find((constraint) => leavesOutCarry(proof, constraint)) : undefined;
    const overruled = proof && !rival && !whole ? overruledBy(group, proof) : undefined;
    if (rival ?? whole) claims.push(misreckoned((rival ?? whole)!));
    else if (overruled) claims.push(overruled);
    else if (proof) {
      proofsSoFar.push(proof);
      claims.push({ statement: proof.claim, verdict: "proved", constraint: proof, slip: null, certain: true });
    } else pending.push(group);
  }
  const proofs = nearby(claims.filter(({ verdict }) => verdict === "proved"));
  const rates = new Map(
    pending.filter(([first]) => kindOf.get(first!.kind)!.family === "rate").map((group) => [group[0]!.claim, group]),
  );
  for (const claim of statements) {
    if (claim.standing !== "share" && claim.standing !== "rate") continue;
    const beside = proofs(claim).map(({ constraint }) => constraint);
    if (beside.some((proof) => proof.claim === claim && proof.kind === "ratio")) continue;
    const known = [...ofKnown(statements, claim, beside)].filter(divides);
    if (known.length === 0) continue;
    const proof = known.find(proves);
    if (proof) claims.push({ statement: claim, verdict: "proved", constraint: proof, slip: null, certain: true });
    const group = rates.get(claim);
    if (proof) group?.splice(0);
    else if (group)
      append(
        group,
        known.concat(group.splice(0)).sort((a, b) => a.cost - b.cost),
      );
    else pending.push(known.sort((a, b) => a.cost - b.cost));
  }
  for (const rest of leftOf(
    statements,
    claims.filter(({ verdict }) => verdict === "proved").map((claim) => claim.constraint),
  )) {
    if (claims.some(({ statement, constraint }) => statement === rest.claim && COUNTS.has(constraint.kind))) continue;
    const group = pending.find(
      (group) => group[0]?.claim === rest.claim && kindOf.get(group[0].kind)!.family === "account",
    );
    if (holds(rest))
      claims.push({ statement: rest.claim, verdict: "proved", constraint: rest, slip: null, certain: true });
    else if (group) group.unshift(rest);
    else pending.push([rest]);
    if (group && holds(rest)) group.splice(0);
  }
  const proved = nearby(claims);
  const doubts: Claim[] = [...agreed(pending, proved)];
  const agreedOn = new Set(doubts.map(({ constraint }) => constraint));
  for (const group of pending) {
    if (group.length === 0 || group.some((constraint) => agreedOn.has(constraint))) continue;
    const beside = proved(group[0]!.claim);
    const claim = doubted(group, statements, beside);
    const known =
      claim?.verdict === "open" &&
      beside.some((other) => other.statement === claim.statement && other.constraint.kind === claim.constraint.kind);
    if (claim && !known) doubts.push(claim);
  }
  const spent = new Set(doubts.filter(({ verdict }) => verdict === "refuted").map(({ constraint }) => constraint));
  const open = pending
    .filter((group) => !group.some((constraint) => spent.has(constraint)))
    .map((group) => group.filter((constraint) => constraint.kind !== "ratio" || !isFarOff(constraint)));
  const spoken = nearby([...claims, ...doubts]);
  return settled(unproved([...claims, ...doubts, ...swapped(open, spoken)])).sort(
    (a, b) => a.statement.index - b.statement.index,
  );
});

/** 41件，结果为维持26件、驳回5件…: a list that is opened behind its whole does not make up one further back. */
const isOfOtherTotal = (opened: Constraint, { kind, claim }: Constraint): boolean =>
  kind === "sum" &&
  opened.kind === "sum" &&
  opened.claim !== claim &&
  opened.claim.index > claim.index &&
  !isFarOff(opened);

/** How many proofs back one of the same counts is looked for. */
const LAST = 6;

/** How many statements further on nothing takes part in a reckoning any more. */
const AREA = 32;

/** The claims beside a statement, so that each is held against few and not against all of a long paragraph. */
function nearby(claims: readonly Claim[]): (statement: Statement) => readonly Claim[] {
  const areas = new Map<number, Claim[]>();
  for (const claim of claims) {
    const area = Math.floor(claim.statement.index / AREA);
    const row = areas.get(area);
    if (row) row.push(claim);
    else areas.set(area, [claim]);
  }
  return ({ index }) => [-1, 0, 1].flatMap((by) => areas.get(Math.floor(index / AREA) + by) ?? []);
}

/** The account that a proof leaves something out of: what was carried over, or what else its sentence enters, is not reckoned. */
const borrowedFrom = (group: readonly Constraint[], proof: Constraint): Constraint | undefined =>
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
const isCarried = (account: Constraint): boolean =>
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

const isPartOf = ({ kind, form, operands }: Constraint, account: Constraint): boolean =>
  (kind === "rest" || (kind === "flow" && form !== "closing" && form !== ACCOUNT) || account.form === ACCOUNT) &&
  operands.length < account.operands.length &&
  operands.every(({ statement }) => account.operands.some((operand) => operand.statement === statement));

/** How much nearer a reckoning must be that speaks against a proof, and on how many digits a swap of two of them must rest. */
const NEARER_BY = 3;
const SWAPPED = 4;

/**
 * The reckoning that is so much nearer than a proof, and so well explained by a slip, that the proof is a chance: 整改24间，3间待改，
 * 整改率11.1% is the rate of the three.
 */
function overruledBy(group: readonly Constraint[], proof: Constraint): Claim | undefined {
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
function leavesOutCarry(proof: Constraint, rival: Constraint): boolean {
  if (rival.kind !== proof.kind || rival.form !== proof.form || holds(rival) || rival.cost > LOOSE) return false;
  const [part, of] = proof.kind === "rest" ? (["part", "whole"] as const) : (["numerator", "denominator"] as const);
  if (proof.kind !== "rest" && (proof.kind !== "ratio" || proof.form !== "share" || proof.claim.standing !== "rate"))
    return false;
  const [due, fresh] = [operandsOf(rival, of), operandsOf(proof, of)];
  const [done, same] = [operandsOf(rival, part), operandsOf(proof, part)];
  if (due.length !== 1 || fresh.length !== 1 || done.length !== 1 || done[0] !== same[0] || same.length !== 1)
    return false;
  const carry = due[0]!.figure.value! - fresh[0]!.figure.value!;
  return (
    carry > 0 &&
    due[0]!.sentence === rival.claim.sentence &&
    statementsOf(due[0]!.paragraph)
      .slice(Math.max(0, due[0]!.index - NEARBY), due[0]!.index)
      .some((s) => isCarry(s) && s.figure.value === carry)
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
const isOfItsName = ({ claim, operands: [numerator] }: Constraint): boolean =>
  claim.standing === "rate" && touchesName(stemOf(claim), numerator!.statement);

/** 还有3间待改造 bears the word of 整改率, and is what is left. */
const isOfTheRest = ({ operands: [numerator] }: Constraint): boolean =>
  does(numerator!.statement.ownClasses, "left", "rest");

/** 占藏品总数的84%: a share of the whole that it names. */
const isOfItsWhole = (constraint: Constraint): boolean => {
  const [whole] = operandsOf(constraint, "denominator");
  return constraint.claim.standing === "share" && whole !== undefined && isNamed(constraint.claim, whole);
};

/** What is left of a total, reckoned without what was carried over: 47＋1326＝1373, 1288 done, and 38 left of 1326. */
const uncarried = (group: readonly Constraint[], proved: readonly Claim[]): Constraint | undefined =>
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
function misreckoned(constraint: Constraint): Claim {
  const value = kindOf.get(constraint.kind)!.value(constraint, reading)!;
  const slip: Slip = {
    statement: constraint.claim,
    how: "method",
    value: (value.low + value.high) / 2,
    digits: digitsOf(constraint.claim.figure),
  };
  return { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: constraint.cost === 0 };
}

/** A claim that no reckoning bears out: refuted where one cheap reckoning speaks against it and a slip explains it. */
function doubted(
  group: readonly Constraint[],
  statements: readonly Statement[],
  proved: readonly Claim[],
): Claim | null {
  const elsewhere = new Set(
    group.filter((constraint) => isOfAnother(constraint, statements)).map(({ claim }) => claim),
  );
  const usable = group.filter(
    (constraint) =>
      constraint.cost <= LOOSE &&
      !isPartly(constraint) &&
      !elsewhere.has(constraint.claim) &&
      !constraint.claim.own.some(({ text }) => BOUNDS.has(text)) &&
      // 高于31.2%的平均水平: the bound is the very word that is judged.
      (constraint.kind === "trend" || figuresOf(constraint).every(({ figure }) => isExact(figure))),
  );
  const scaled = group.find((constraint) => misscaled(constraint) !== null && !told(constraint, proved));
  if (scaled)
    return {
      statement: scaled.claim,
      verdict: "refuted",
      constraint: scaled,
      slip: misscaled(scaled),
      certain: scaled.cost < LOOSE,
    };
  const distant = group.find((constraint) => plainSlip(constraint) !== null && !told(constraint, proved));
  if (distant && !group.some((other) => holdsAtAll(other) && !isRestOf(distant, other)))
    return {
      statement: distant.claim,
      verdict: "refuted",
      constraint: distant,
      slip: plainSlip(distant),
      certain: distant.cost <= LOOSE,
    };
  if (usable.length === 0) return null;
  const least = usable[0]!.cost;
  let chosen: Claim | null = null;
  // What may be right, if only just, speaks for the claim against all that is further fetched.
  const borne = usable.find((constraint) => holds(constraint, sharpened(constraint)))?.cost ?? Number.POSITIVE_INFINITY;
  // And what is further fetched than any proof may be still speaks against a refutation that is not plain.
  const account = group.find(isCarried);
  const fetched = group.some(
    (constraint) =>
      constraint.cost >= LOOSE &&
      holdsAtAll(constraint) &&
      !isRestOf(usable[0]!, constraint) &&
      (!account || (account.cost > 1 && !isPartOf(constraint, account))),
  );
  for (const constraint of usable.slice(0, TRIED)) {
    if (constraint.cost >= borne || (fetched && constraint.cost > 0)) break;
    if (group.some((longer) => goesOn(constraint, longer) && holds(longer)) || isCutShort(constraint, statements))
      continue;
    if (constraint.kind === "integer" || isFarOff(constraint)) continue;
    const counterpart = counterpartOf(statements, constraint.claim);
    const siblings = counterpart ? [counterpart] : (parallelOf(statements, constraint.claim) ?? []);
    const slips = ranked(constraint, slipsOf(constraint, siblings), proved);
    const slip = slips.find((slip) => !isVouched(constraint, slip, proved));
    const sure = proved.some((proof) => proof.statement === constraint.claim && COUNTS.has(proof.constraint.kind));
    const weight =
      slip && !(FOUND_BY_CHANCE.has(slip.how) && isOfSeveralKinds(constraint)) ? weigh(constraint, slip, sure) : null;
    if (!slip || weight === null || (told(constraint, proved) && !isApart(constraint, slip, proved))) continue;
    if (!chosen || (weight === "error" && !chosen.certain))
      chosen = { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: weight === "error" };
  }
  const rival = chosen ? undefined : uncarried(group, proved);
  if (rival) return misreckoned(rival);
  const closed = usable
    .filter((constraint) => !isFarOff(constraint))
    .slice(0, 1)
    .find(
      (constraint) =>
        constraint.cost < borne &&
        // What no slip explains, another reckoning may.
        !(fetched && constraint.kind === "rest") &&
        (isClosed(constraint) || isBound(constraint, proved)) &&
        !told(constraint, proved) &&
        !proved.some(
          (proof) =>
            proof.verdict === "proved" &&
            COUNTS.has(proof.constraint.kind) &&
            COUNTS.has(constraint.kind) &&
            figuresOf(proof.constraint).includes(constraint.claim),
        ),
    );
  if (!chosen && closed)
    return {
      statement: closed.claim,
      verdict: "refuted",
      constraint: closed,
      slip: { statement: closed.claim, how: "unknown", value: null, digits: 0 },
      certain: false,
    };
  const open = least === 0 && !isFarOff(usable[0]!) && !told(usable[0]!, proved);
  return (
    chosen ??
    (open ? { statement: usable[0]!.claim, verdict: "open", constraint: usable[0]!, slip: null, certain: false } : null)
  );
}

/**
 * Whether a reckoning that no slip explains is close enough to say that something is wrong: every part has a word of its
 * own, and what comes out is not far from what is written.
 */
function isClosed(constraint: Constraint): boolean {
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

/** Slips that make nearly any list come out. */
const FOUND_BY_CHANCE: ReadonlySet<Slip["how"]> = new Set<Slip["how"]>([
  "changed",
  "lost",
  "doubled",
  "exchanged",
  "copied",
  "method",
]);

const LEFT = new Set("其余 余下 剩下 剩余 尚余 尚有 仍有 还有 还剩 结余 还差 尚差".split(" "));
/** 112个村中完成105个，完成率93.75%，尚有8个: the rate says that the two are whole and part, so that what is left is the rest of them. */
const isBound = ({ kind, claim, operands, cost }: Constraint, proved: readonly Claim[]): boolean => {
  if (kind !== "rest" || operands.length !== 2 || cost >= LOOSE || !wordsOf(claim).some(({ text }) => LEFT.has(text)))
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
/** 优秀39卷、良好18卷、合格3卷，优秀率35%: that the others are as many is what is wrong, and bears nothing out. */
function isRestOf(near: Constraint, far: Constraint): boolean {
  if (near.kind !== "ratio" || far.kind !== "ratio" || !isOfItsName(near)) return false;
  const [whole] = operandsOf(near, "denominator");
  const [part, rest] = [operandsOf(near, "numerator"), operandsOf(far, "numerator")];
  return (
    operandsOf(far, "denominator")[0] === whole &&
    rest.every((s) => !part.includes(s)) &&
    sumOf(part) + sumOf(rest) === whole!.figure.value
  );
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

/** How many readings of a claim are held against slips. */
const TRIED = 8;

/** 352 of 420, 128 of them 36.36 % of the 352: one part of a sum is a share of another. */
const isShared = ({ claim, operands }: Constraint, proved: readonly Claim[]): boolean =>
  proved.some(
    ({ constraint: share }) =>
      share.kind === "ratio" &&
      share.cost === 0 &&
      share.operands.every((operand) => operands.some((part) => part.statement === operand.statement)) &&
      // 一般4801条、重大65条，重大占1.3% is a share of all of them as well.
      !holds({
        ...share,
        operands: [...share.operands.filter(({ part }) => part === "numerator"), ...as("denominator", claim)],
      }),
  );

/** Whether a proved claim already tells how the same counts hang together. */
function told(constraint: Constraint, proved: readonly Claim[]): boolean {
  const family = kindOf.get(constraint.kind)!.family;
  if (family === "integer")
    return proved.some(({ statement, constraint: other }) => statement === constraint.claim && other.kind === "ratio");
  // 增加15人，增长20.0%: what is proved with a figure as the difference is not refuted with it as the base.
  if (family === "change")
    return proved.some(
      ({ statement, constraint: other }) =>
        statement === constraint.claim &&
        other.kind === constraint.kind &&
        (other.cost < constraint.cost || (other.form !== constraint.form && sameFigures(other, constraint))),
    );
  if (family === "order")
    return proved.some(
      ({ statement, constraint: { kind, operands } }) =>
        (kind === "sum"
          ? statement.figure.value! >= constraint.claim.figure.value!
          : kind === "flow" && operands.some((part) => part.statement === constraint.claim)) &&
        operands.some((part) => part.statement === constraint.operands[0]!.statement),
    );
  if (family === "rate") return proved.some(({ constraint: other }) => sameOperands(constraint, other));
  if (family !== "sum" && family !== "account") return false;
  if (family === "sum" && isShared(constraint, proved)) return true;
  const mine = figuresOf(constraint);
  return proved.some(({ constraint: other, statement }) => {
    const theirs = figuresOf(other);
    // 43个，上半年20个、下半年15个，全年合计35个: what has a total of its own makes up no other.
    if (
      family === "sum" &&
      other.kind === "sum" &&
      statement !== constraint.claim &&
      does(statement.ownClasses, "sum") &&
      other.operands.length === constraint.operands.length &&
      constraint.operands.every((operand) => theirs.includes(operand.statement))
    )
      return true;
    // 143处：58处、47处、38处: of parts of one whole none is made up of others.
    if (family === "sum" && other.kind === "sum" && mine.every((s) => s !== statement && theirs.includes(s)))
      return true;
    // 22个，其中结转8个，新建14个，新增学位2800个: an open list that comes out is none of the entries of an account.
    if (
      constraint.form === ACCOUNT &&
      other.kind === "sum" &&
      statement === constraint.claim &&
      theirs.every((s) => mine.includes(s))
    )
      return true;
    // 年末20件 of an account is no sum of its entries.
    if (statement === constraint.claim && other.form === ACCOUNT && mine.filter((s) => theirs.includes(s)).length > 1)
      return true;
    const shared = mine.filter((s) => theirs.includes(s)).length;
    const sure =
      (digitsOf(statement.figure) > 2 ? (theirs.length > 5 ? 2 : 1) : 0) +
      (other.kind === "sum" && areStates(operandsOf(other, "part")) ? 1 : 0);
    if (theirs.length < 3 || other.cost > constraint.cost + sure || !COUNTS.has(other.kind)) return false;
    return (
      shared === mine.length ||
      (mine.length > 2 && shared === mine.length - 1 && !isOfSome(constraint, theirs)) ||
      (statement === constraint.claim &&
        other.cost <= Math.max(1, constraint.cost) &&
        (constraint.cost >= 1 || areStates(operandsOf(other, "part"))))
    );
  });
}

/**
 * Whether an account speaks against a figure that nothing proved speaks of, and of no two of its figures anything is proved:
 * 121 done and left in all are borne out, and 73 that were carried over and 84 new ones do not make 121.
 */
function isApart(constraint: Constraint, { statement, digits }: Slip, proved: readonly Claim[]): boolean {
  const { kind, cost } = constraint;
  if (isShared(constraint, proved)) return false;
  if ((kind !== "sum" && kind !== "flow") || cost > APART || digits < (kind === "sum" ? TELLING : TELLING + 1))
    return false;
  const mine = figuresOf(constraint);
  return proved.every((claim) => {
    if (!COUNTS.has(claim.constraint.kind)) return true;
    const theirs = figuresOf(claim.constraint);
    return !theirs.includes(statement) && mine.filter((s) => theirs.includes(s)).length < 2;
  });
}
const APART = 1;
const TELLING = 2;

/** 前三季度累计90件 of four quarters that are borne out: a total of some of them says what they do not. */
const isOfSome = ({ cost, claim, operands }: Constraint, proved: readonly Statement[]): boolean =>
  cost === 0 && !proved.includes(claim) && proved.length > operands.length + 1;

/** Whether proofs bear out the figure that a slip blames, and would not hold with it mended: one where the reading is far-fetched, else two. */
const isVouched = (constraint: Constraint, { statement, value }: Slip, proved: readonly Claim[]): boolean =>
  constraint.cost > 0 &&
  value !== null &&
  statement !== constraint.claim &&
  proved.filter(
    ({ verdict, constraint: other }) =>
      verdict === "proved" &&
      other.cost <= constraint.cost &&
      figuresOf(other).includes(statement) &&
      !holds(other, reread(statement, value)),
  ).length > (constraint.cost > 1 ? 0 : 1);

/**
 * How much a refutation weighs by how close the binding is and how many digits the slip rests on.
 * @param sure whether another reckoning bears the claim out, so that what it is reckoned from must be wrong
 */
function weigh(constraint: Constraint, { digits, how, statement }: Slip, sure: boolean): "error" | "warning" | null {
  const { cost: far, kind, form } = constraint;
  // Of an open list there are always more: bound by guess, it says nothing; and people may be of several of its kinds.
  if (form === "open" && (far > 0 || PEOPLE.has(constraint.claim.figure.unit ?? ""))) return null;
  if (kind === "order") return far === 0 ? "error" : null;
  // 市场主体15.71万户，其中企业3.74万户，个体户11.88万户: there may be a third kind.
  const [first] = operandsOf(constraint, "part");
  if (
    kind === "sum" &&
    how === "changed" &&
    constraint.operands.length === 2 &&
    !isWhole(constraint.claim.figure) &&
    does(first!.ownClasses, "of") &&
    sumOf(operandsOf(constraint, "part")) < constraint.claim.figure.value! &&
    !areBoth(said(first!.own), said(constraint.operands[1]!.statement.own))
  )
    return null;
  const rare = how === "lost" || how === "doubled" || how === "point";
  if (
    rare &&
    (digits < (COUNTS.has(kind) && (far > 0 || (statement !== constraint.claim && !sure)) ? 4 : 2) ||
      far > 1 ||
      (kind === "ratio" && far > 0 && !(how === "point" && (isOfItsName(constraint) || isOfItsWhole(constraint)))))
  )
    return null;
  // Of numbers with one digit each nearly any can be mended into any other.
  const most = figuresOf(constraint).reduce((most, { figure }) => Math.max(most, digitsOf(figure)), 0);
  if (COUNTS.has(kind) && how !== "method" && most < 2 && (far > 0 || kind !== "flow")) return null;
  const coarse = figuresOf(constraint).some(({ figure }) => !isWhole(figure));
  if (far === 0) return digits < 2 && coarse ? (kind === "ratio" ? "warning" : null) : "error";
  if (far === 1)
    return digits >= 3 ? "error" : digits === 2 && (kind !== "ratio" || how === "swapped") ? "warning" : null;
  if (far === LOOSE)
    return kind === "ratio" &&
      ((how === "swapped" && digits > SWAPPED) ||
        (how === "method" && digits >= SWAPPED && isOfItsName(constraint)) ||
        ((how === "changed" || how === "swapped") &&
          digits >= 3 &&
          statement === constraint.claim &&
          isOfItsName(constraint)))
      ? "warning"
      : null;
  return far === 2 && digits >= (kind === "ratio" && how === "swapped" ? 4 : 3) ? "warning" : null;
}

/** What stands beside a rest is not taken off. */
const WEIGHT: Readonly<Record<string, number>> = { whole: 1, part: -1, opening: 0 };

/** Parts that fall well short of their whole were never meant to make it up; a rate of 100 % is of something else. */
function isFarOff(constraint: Constraint): boolean {
  const { claim, kind, operands } = constraint;
  if (kind === "ratio") return claim.figure.value === wholeOf(claim);
  if (kind === "rest")
    return operands.reduce((left, { statement, part }) => left + WEIGHT[part]! * statement.figure.value!, 0) < 0;
  if (kind !== "sum") return false;
  return !isComparable(sumOf(operands.map(({ statement }) => statement)), claim.figure.value!);
}

/** Without the doubts of a share or rate that one reckoning proves. */
function unproved(claims: readonly Claim[]): readonly Claim[] {
  const proofs = new Set(
    claims.flatMap(({ verdict, statement, constraint: { kind, form } }) =>
      verdict === "proved" && kind === "ratio" && form !== "opposite" ? [statement] : [],
    ),
  );
  return claims.filter(
    ({ verdict, statement, constraint: { kind } }) =>
      verdict === "proved" || kind !== "ratio" || !proofs.has(statement),
  );
}

/**
 * One slip is one finding: what the same mending sets right, and what says the same of the same figures, is told once, by
 * the closest reading.
 */
function settled(claims: readonly Claim[]): Claim[] {
  const refuted = claims
    .filter(({ verdict }) => verdict === "refuted")
    .sort((a, b) => a.constraint.cost - b.constraint.cost || plainness(a.constraint) - plainness(b.constraint));
  const silent = new Set<Claim>();
  const beside = nearby(refuted);
  for (const claim of refuted) {
    const { slip, constraint } = claim;
    if (!slip || silent.has(claim)) continue;
    const read = slip.value === null ? null : reread(slip.statement, slip.value);
    for (const other of beside(claim.statement)) {
      if (other === claim || silent.has(other)) continue;
      // A figure that is refuted bears witness against no other, but for a reckoning that is closer.
      const built = figuresOf(other.constraint).includes(slip.statement);
      const spent =
        slip.how === "direction"
          ? other.statement === claim.statement
          : read === null || other.constraint.cost >= constraint.cost || holds(other.constraint, read);
      if ((built && spent) || sameFigures(constraint, other.constraint)) silent.add(other);
    }
  }
  return claims.map((claim) => (silent.has(claim) ? { ...claim, verdict: "open" as const } : claim));
}

/** An account is told before the rest of two, and the sum of a list before the rest of it: 其中甲120笔、乙140笔，其余80笔. */
const plainness = ({ kind, claim, operands }: Constraint): number =>
  kind === "flow"
    ? 0
    : kind === "rest"
      ? operands.length > 2 && does(claim.ownClasses, "left")
        ? 3
        : 1
      : kind === "sum"
        ? 2
        : 4;
