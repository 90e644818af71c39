import type { Paragraph } from "../report/paragraph.ts";
import { said } from "../statements/said.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { areStates } from "../statements/states.ts";
import { append } from "../text/list.ts";
import { memo } from "../text/memo.ts";
import { ACCOUNT } from "./balance.ts";
import { censusOf } from "./census.ts";
import { isBound, isClosed, isFarOff } from "./closed.ts";
import { counterpartOf } from "./compared.ts";
import { as, COUNTS, type Constraint, LOOSE, operandsOf, sameOperands } from "./constraint.ts";
import { distantSlip } from "./distant.ts";
import {
  FARTHEST,
  figuresOf,
  holds,
  holdsAtAll,
  isTurned,
  proves,
  reread,
  sameFigures,
  sharpened,
  within,
} from "./holding.ts";
import { isExact, isWhole } from "./interval.ts";
import { agreed, swapped } from "./joint.ts";
import { kindOf, kinds } from "./kinds.ts";
import { leftOf } from "./left.ts";
import { goesOn, isCutShort, isOfAnother, isOfSeveralKinds, isPartly, PEOPLE } from "./lists.ts";
import { misnamed, ofSibling, repeated } from "./misnamed.ts";
import { BOUNDS } from "./named.ts";
import {
  borrowedFrom,
  isCarried,
  isOfItsName,
  isOfItsWhole,
  isPartOf,
  leavesOutCarry,
  misreckoned,
  NEARER_BY,
  overruledBy,
  SWAPPED,
  uncarried,
} from "./overrule.ts";
import { areBoth } from "./partition.ts";
import { ofKnown, parallelOf } from "./ratio.ts";
import { digitsOf } from "./slip.ts";
import { misscaled, ranked, type Slip, slipsOf } from "./slips.ts";
import { sumOf } from "./sum.ts";

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
        repeated(group, proof, proofsSoFar.slice(-LAST)) ??
        group.find((constraint) => leavesOutCarry(proof, constraint)));
    const overruled = proof && !rival ? overruledBy(group, proof) : undefined;
    if (rival) claims.push(misreckoned(rival));
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

/** The nearest reckoning that one kind of slip explains, sure where it is nearer than so much. */
function explained(
  group: readonly Constraint[],
  slipOf: (constraint: Constraint) => Slip | null,
  sure: number,
  proved: readonly Claim[],
): Claim | null {
  for (const constraint of group) {
    const slip = slipOf(constraint);
    if (slip && !told(constraint, proved))
      return { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: constraint.cost < sure };
  }
  return null;
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
  const scaled = explained(group, misscaled, LOOSE, proved);
  if (scaled) return scaled;
  const distant = explained(group, distantSlip, LOOSE + 1, proved);
  if (distant && !group.some((other) => holdsAtAll(other) && !isRestOf(distant.constraint, other))) return distant;
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

/** Slips that make nearly any list come out. */
const FOUND_BY_CHANCE: ReadonlySet<Slip["how"]> = new Set<Slip["how"]>([
  "changed",
  "lost",
  "doubled",
  "exchanged",
  "copied",
  "method",
]);

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
