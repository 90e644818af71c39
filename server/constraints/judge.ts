import type { Paragraph } from "../report/paragraph.ts";
import { stemOf } from "../statements/name.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { append } from "../text/list.ts";
import { memo } from "../text/memo.ts";
import { isDue, isInflow, isOpening } from "./account.ts";
import { type Constraint, LOOSE, operandsOf, type Read } from "./constraint.ts";
import { type Interval, interval, isExact, isWhole, meet, negated } from "./interval.ts";
import { kindOf, kinds } from "./kinds.ts";
import { ofKnown, parallelOf, touchesName } from "./ratio.ts";
import { wholeOf } from "./reach.ts";
import { digitsOf, type Finger, type Meant, meantBy } from "./slip.ts";
import { areKinds, isComparable, isJoined, sumOf } from "./sum.ts";

export type Verdict = "proved" | "refuted" | "open";

/** How a wrong figure can have come about: by a slip of the hand, of a word (direction, order) or of method. */
export interface Slip {
  readonly statement: Statement;
  readonly how: Finger | "direction" | "exchanged" | "method" | "unknown";
  /** What it should be; null where not the number is wrong. */
  readonly value: number | null;
  /** How many digits the explanation rests on: with few of them nearly everything is explained by chance. */
  readonly digits: number;
}

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

/** A proof may be this far-fetched and no more; with few digits, chance proves too much. */
const FARTHEST = 7;
const within = ({ claim, cost, kind }: Constraint): boolean =>
  cost <= Math.min(FARTHEST, digitsOf(claim.figure) + (kind === "ratio" ? 2 : 1));

/** The values that a statement stands for by what is written; a change that falls is below nothing. */
export const reading: Read = memo((statement: Statement): Interval => {
  const { figure, standing, direction } = statement;
  const written = interval(figure);
  const change = standing === "growth" || standing === "delta" || standing === "points";
  return change && direction === "down" ? negated(written) : written;
});

const ROUNDED = new Set(["rate", "share", "growth", "points", "average", "multiple"]);

/** As `reading`, with numbers cut off instead of rounded allowed. */
function claimed(statement: Statement, read: Read): Interval {
  const { low, high } = read(statement);
  const { standing, figure, direction } = statement;
  if (!ROUNDED.has(standing) || !isExact(figure)) return { low, high };
  const more = figure.precision * (0.5 - 1e-6);
  const falls = direction === "down" && standing !== "average";
  return falls ? { low: low - more, high } : { low, high: high + more };
}

/** The figures of a constraint read to the finest place among those of one unit: 3亿 beside 3.6亿 is 3.0亿. */
function sharpened(constraint: Constraint): Read {
  const figures = figuresOf(constraint);
  return (s) => {
    const finest = figures.reduce(
      (least, { figure }) => (figure.unit === s.figure.unit ? Math.min(least, figure.precision) : least),
      s.figure.precision,
    );
    const written = reading(s);
    const half = (written.high - written.low) / 2;
    if (!isExact(s.figure) || half === 0 || finest === s.figure.precision || s.figure.precision > finest * 11)
      return written;
    const middle = (written.low + written.high) / 2;
    return { low: middle - finest / 2, high: middle + finest / 2 };
  };
}

/** Whether the claim of a constraint is what its operands give. */
export function holds(constraint: Constraint, read: Read = reading): boolean {
  const value = kindOf.get(constraint.kind)!.value(constraint, read);
  if (!value || Number.isNaN(value.low) || Number.isNaN(value.high)) return false;
  const said = claimed(constraint.claim, read);
  return meet(value, said) || (undirected(constraint.claim) && meet(value, negated(said)));
}

/** Whether two readings take the same figures in other parts: the closer one says which is which. */
function isTurned(closer: Constraint, constraint: Constraint): boolean {
  if (closer.kind !== constraint.kind || closer.form !== constraint.form || closer.cost === constraint.cost)
    return false;
  const theirs = figuresOf(closer);
  const mine = figuresOf(constraint);
  return mine.length === theirs.length && mine.every((s) => theirs.includes(s));
}

/** Whether what the operands give is narrow enough to prove anything: 0.9 of 1.0 may be any fall. */
function isSharp(constraint: Constraint, read: Read): boolean {
  const value = kindOf.get(constraint.kind)!.value(constraint, read);
  const { figure } = constraint.claim;
  return (
    value !== null &&
    (!Number.isFinite(value.low) ||
      !Number.isFinite(value.high) ||
      value.high - value.low <= Math.max(10 * figure.precision, Math.abs(figure.value!) * 0.02))
  );
}

const proves = (constraint: Constraint): boolean =>
  (constraint.cost <= 1
    ? holds(constraint, sharpened(constraint)) || (holds(constraint) && isSharp(constraint, reading))
    : holdsSharply(constraint)) && !isMistaken(constraint);

const holdsSharply = (constraint: Constraint): boolean =>
  [sharpened(constraint), reading].some((read) => holds(constraint, read) && isSharp(constraint, read));

/** Whether a claim is right only if it is cut off, and exact if it is reckoned in a known wrong way. */
function isMistaken(constraint: Constraint): boolean {
  const kind = kindOf.get(constraint.kind)!;
  const value = kind.value(constraint, reading);
  const said = reading(constraint.claim);
  return (
    value !== null && !meet(value, said) && (kind.slips?.(constraint, reading) ?? []).some((wrong) => meet(wrong, said))
  );
}

const undirected = ({ standing, direction }: Statement): boolean =>
  direction === null && (standing === "growth" || standing === "delta" || standing === "points");

/** Reads one statement as if another value were written. */
const reread =
  (statement: Statement, value: number, read: Read = reading): Read =>
  (s) => {
    const written = read(s);
    if (s !== statement) return written;
    const half = isExact(s.figure) ? (written.high - written.low) / 2 : 0;
    const meant = { low: value - half, high: value + half };
    return s.direction === "down" && written.low < 0 ? negated(meant) : meant;
  };

const figuresOf = (constraint: Constraint): readonly Statement[] => [
  constraint.claim,
  ...constraint.operands.map(({ statement }) => statement),
];

/** The slips that would explain a constraint that does not hold, the one that rests on most digits first. */
function slipsOf(constraint: Constraint, siblings: readonly Statement[]): readonly Slip[] {
  const { claim } = constraint;
  const found: Slip[] = [];
  const coarsest = figuresOf(constraint).reduce((most, { figure }) => Math.max(most, figure.precision), 0);
  const kind = kindOf.get(constraint.kind)!;
  const sharp = sharpened(constraint);
  const value = kind.value(constraint, sharp);
  const own = coarse(constraint)
    ? Math.min(digitsOf(claim.figure, claim.figure.precision), tellingOf(value))
    : digitsOf(claim.figure, coarsest);
  const said = claimed(claim, sharp);
  if (value && claim.direction !== null && claim.standing !== "level" && meet(value, negated(said)))
    found.push({ statement: claim, how: "direction", value: null, digits: Math.max(2, own) });
  if (constraint.form === "reached") found.push({ statement: claim, how: "direction", value: null, digits: 3 });
  const room = Math.max(10 * claim.figure.precision, Math.abs(claim.figure.value!) * 0.02);
  for (const wrong of kind.slips?.(constraint, sharp) ?? [])
    if (wrong.high - wrong.low <= room && meet(wrong, said))
      found.push({
        statement: claim,
        how: "method",
        value: value ? (value.low + value.high) / 2 : null,
        digits: Math.max(3, own + 1),
      });
  if (value)
    for (const sibling of siblings)
      if (sibling !== claim && meet(value, claimed(sibling, reading)))
        found.push({
          statement: claim,
          how: "exchanged",
          value: sibling.figure.value,
          digits: Math.max(2, digitsOf(sibling.figure)),
        });
  const [level] = operandsOf(constraint, "level");
  const [base] = operandsOf(constraint, "base");
  if (level && base) {
    const turned = {
      ...constraint,
      operands: constraint.operands.map(({ statement, part }) => ({
        part,
        statement: statement === level ? base : statement === base ? level : statement,
      })),
    };
    if (holds(turned))
      found.push({ statement: level, how: "exchanged", value: base.figure.value, digits: Math.max(2, own) });
  }
  for (const statement of figuresOf(constraint)) {
    const digits = coarse(constraint)
      ? statement === claim
        ? own
        : Math.min(digitsOf(statement.figure), own)
      : digitsOf(statement.figure, coarsest);
    const meant = meantBy(statement).filter((meant) => holds(constraint, reread(statement, meant.value, sharp)));
    const [first] = meant;
    if (!first) continue;
    const middle =
      value && Number.isFinite(value.low) && Number.isFinite(value.high) ? Math.abs(value.low + value.high) / 2 : null;
    const off = (meant: Meant): number => Math.abs(meant.value - middle!);
    const best =
      statement === claim && middle !== null
        ? meant.reduce((a, b) => (b.finger === a.finger && off(b) < off(a) ? b : a))
        : first;
    found.push({
      statement,
      how: best.finger,
      value: best.value,
      digits:
        best.finger === "swapped" && digits > 1
          ? digits + 1
          : best.finger === "lost"
            ? digits - 1
            : best.finger === "scale"
              ? digitsOf(statement.figure)
              : digits,
    });
  }
  return found.sort((a, b) => b.digits - a.digits);
}

/** How many digits a value has that is only known to lie between two: 3÷6.8 is 0.44 and hardly more. */
function tellingOf(value: Interval | null): number {
  const width =
    value && value.high !== value.low ? (value.high - value.low) / Math.abs((value.high + value.low) / 2) : 0;
  return width > 0 ? Math.max(1, Math.ceil(0.5 - Math.log10(width))) : Number.POSITIVE_INFINITY;
}

/** Whether the claim is a quotient, so that its own digits bound what can be told of its operands. */
const coarse = ({ claim }: Constraint): boolean => ROUNDED.has(claim.standing);

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
  const groups = new Map<string, Constraint[]>();
  for (const kind of kinds) {
    for (const constraint of kind.propose(statements)) {
      if (constraint.cost > FARTHEST || !divides(constraint)) continue;
      const key = constraint.key ?? `${constraint.claim.index} ${kind.family}`;
      const group = groups.get(key);
      if (group) group.push(constraint);
      else groups.set(key, [constraint]);
    }
  }
  const claims: Claim[] = [];
  const pending: Constraint[][] = [];
  for (const group of groups.values()) {
    group.sort((a, b) => a.cost - b.cost);
    const proof = group.find(
      (constraint, i) =>
        within(constraint) &&
        proves(constraint) &&
        !group.slice(0, i).some((closer) => !isFarOff(closer) && isTurned(closer, constraint)),
    );
    const rival = proof && borrowedFrom(group, proof);
    if (rival) claims.push(forgotten(rival));
    else if (proof)
      claims.push({ statement: proof.claim, verdict: "proved", constraint: proof, slip: null, certain: true });
    else pending.push(group);
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
  const proved = nearby(claims);
  const doubts: Claim[] = [];
  for (const group of pending) {
    if (group.length === 0) continue;
    const beside = proved(group[0]!.claim);
    const claim = doubted(group, statements, beside);
    const known =
      claim?.verdict === "open" &&
      beside.some((other) => other.statement === claim.statement && other.constraint.kind === claim.constraint.kind);
    if (claim && !known) doubts.push(claim);
  }
  return settled([...claims, ...doubts]).sort((a, b) => a.statement.index - b.statement.index);
});

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

/** The account that a proof leaves something out of: what was carried over is told and not reckoned. */
const borrowedFrom = (group: readonly Constraint[], proof: Constraint): Constraint | undefined =>
  proof.kind === "rest" || (proof.kind === "flow" && proof.form !== "closing")
    ? group.find(
        (other) =>
          other.kind === "flow" &&
          other.form === "closing" &&
          other.cost <= 1 &&
          operandsOf(other, "inflow").every((s) => isInflow(s) && !isDue(s)) &&
          operandsOf(other, "opening").every(isOpening) &&
          proof.operands.every(({ statement }) => other.operands.some((operand) => operand.statement === statement)) &&
          !holds(other),
      )
    : undefined;

/** 86.4亿元 shared out to 27 is 3.2万元 each: every digit is right, and 亿 stands for 万. Chance does not do that with three of them. */
function misscaled(constraint: Constraint): Slip | null {
  const figures = figuresOf(constraint);
  if (constraint.kind !== "average" && constraint.kind !== "sum" && constraint.kind !== "ratio") return null;
  if (
    figures.some(({ figure }) => !isExact(figure) || digitsOf(figure) < 2) ||
    (figures.some(({ figure }) => digitsOf(figure) < 3) && constraint.cost > 4)
  )
    return null;
  for (const statement of figures) {
    if (statement.figure.precision < 10 || statement.figure.value! < 1e4) continue;
    for (const by of [1e4, 1e-4]) {
      const value = statement.figure.value! * by;
      const matters =
        statement === constraint.claim || constraint.kind !== "sum" || value > 100 * constraint.claim.figure.precision;
      if (matters && holds(constraint, reread(statement, value)))
        return { statement, how: "scale", value, digits: digitsOf(statement.figure) };
    }
  }
  return null;
}

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

/** The claim of somebody who forgot the carry. */
function forgotten(constraint: Constraint): Claim {
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
  const usable = group.filter(
    (constraint) => constraint.cost < LOOSE && figuresOf(constraint).every(({ figure }) => isExact(figure)),
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
  if (usable.length === 0) return null;
  const least = usable[0]!.cost;
  let chosen: Claim | null = null;
  // What may be right, if only just, speaks for the claim against all that is further fetched.
  const borne = usable.find((constraint) => holds(constraint, sharpened(constraint)))?.cost ?? Number.POSITIVE_INFINITY;
  // And what is further fetched than any proof may be still speaks against a refutation that is not plain.
  const fetched = group.some((constraint) => constraint.cost >= LOOSE && holdsSharply(constraint));
  for (const constraint of usable.slice(0, TRIED)) {
    if (constraint.cost >= borne || (fetched && constraint.cost > 0)) break;
    if (constraint.kind === "integer" || isFarOff(constraint) || told(constraint, proved)) continue;
    const [slip] = ranked(constraint, slipsOf(constraint, parallelOf(statements, constraint.claim) ?? []), proved);
    const weight = slip ? weigh(constraint, slip) : null;
    if (!slip || weight === null) continue;
    if (!chosen || (weight === "error" && !chosen.certain))
      chosen = { statement: constraint.claim, verdict: "refuted", constraint, slip, certain: weight === "error" };
  }
  const rival = chosen ? undefined : uncarried(group, proved);
  if (rival) return forgotten(rival);
  const closed = usable
    .slice(0, 1)
    .find((constraint) => constraint.cost < borne && isClosed(constraint) && !told(constraint, proved));
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
  if (isExceeded(constraint)) return true;
  const { kind, form, claim, operands, cost } = constraint;
  const plain = cost === 0 || (cost === 1 && isSaid(constraint));
  if (!plain || isFarOff(constraint) || figuresOf(constraint).some(({ figure }) => figure.unit === null)) return false;
  const value = kindOf.get(kind)!.value(constraint, sharpened(constraint));
  if (!value || !Number.isFinite(value.low) || !Number.isFinite(value.high)) return false;
  const middle = (value.low + value.high) / 2;
  const said = claim.figure.value! * (claimed(claim, reading).high < 0 ? -1 : 1);
  const near =
    middle * said > 0 &&
    Math.abs(middle - said) <= (cost > 0 ? NEARER : NEAR) * Math.max(Math.abs(middle), Math.abs(said)) &&
    digitsOf(claim.figure) > 1;
  const parts = operands.map(({ statement }) => statement);
  if (kind === "integer") return true;
  if (kind === "sum")
    return (
      near &&
      form === "sum" &&
      middle > said &&
      parts[0]!.index > claim.index &&
      parts.slice(1).every((s) => isJoined(s) || s.depth > claim.depth || s.mark === ";") &&
      areKinds(parts)
    );
  if (kind === "change") return near && form === "level-base" && parts.every(({ figure }) => isWhole(figure));
  if (kind === "points" || kind === "flow") return near && cost === 0;
  if (kind === "rest") return near && operands.length === 2;
  return near && kind === "ratio" && form === "share" && middle <= wholeOf(claim);
}

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
    cost > 1 ||
    claim.standing !== "rate" ||
    claim.figure.value! > wholeOf(claim)
  )
    return false;
  const [part, whole] = operands.map(({ statement }) => statement);
  const bound = operands.length === 2 && part!.figure.unit === whole!.figure.unit && touchesName(stemOf(claim), part!);
  return bound && part!.figure.value! > whole!.figure.value! && part!.figure.value! < 2 * whole!.figure.value!;
}

const NEAR = 0.3;
const NEARER = 0.06;

/** How many readings of a claim are held against slips. */
const TRIED = 8;

/** Whether a proved claim already tells how the same counts hang together. */
function told(constraint: Constraint, proved: readonly Claim[]): boolean {
  const family = kindOf.get(constraint.kind)!.family;
  if (family === "integer")
    return proved.some(({ statement, constraint: other }) => statement === constraint.claim && other.kind === "ratio");
  if (family === "rate") return proved.some(({ constraint: other }) => sameOperands(constraint, other));
  if (family !== "sum" && family !== "account") return false;
  const mine = figuresOf(constraint);
  return proved.some(({ constraint: other, statement }) => {
    // 352 of 420, 128 of them 36.36 % of the 352: one part is of another.
    if (
      family === "sum" &&
      other.kind === "ratio" &&
      other.cost === 0 &&
      other.operands.every((operand) => constraint.operands.some((part) => part.statement === operand.statement))
    )
      return true;
    const theirs = figuresOf(other);
    const shared = mine.filter((s) => theirs.includes(s)).length;
    const sure = digitsOf(statement.figure) > 2 ? (theirs.length > 5 ? 2 : 1) : 0;
    if (theirs.length < 3 || other.cost > constraint.cost + sure || !COUNTS.has(other.kind)) return false;
    return (
      shared === mine.length ||
      (mine.length > 2 && shared === mine.length - 1) ||
      (statement === constraint.claim && other.cost <= Math.max(1, constraint.cost) && constraint.cost >= 1)
    );
  });
}

const COUNTS = new Set(["sum", "rest", "flow"]);

const sameOperands = (a: Constraint, b: Constraint): boolean =>
  a.kind === b.kind &&
  a.operands.length === b.operands.length &&
  a.operands.every(({ statement }, i) => statement === b.operands[i]!.statement);

/** Slips by how often they happen. */
const LIKELY: readonly Slip["how"][] = [
  "exchanged",
  "direction",
  "method",
  "swapped",
  "changed",
  "doubled",
  "lost",
  "point",
  "scale",
];

/** What is reckoned by whoever writes it is likelier wrong than what was counted: a rate, a change, a rest. */
const preferred = (constraint: Constraint, { statement }: Slip): number =>
  does(statement.ownClasses, "left") ||
  (statement === constraint.claim &&
    (coarse(constraint) || constraint.kind === "rest" || constraint.kind === "flow")) ||
  statement.standing === "delta"
    ? 1
    : 0;

/** Slips that leave what is proved as it is come first. */
function ranked(constraint: Constraint, slips: readonly Slip[], proved: readonly Claim[]): readonly Slip[] {
  const breaks = ({ statement, value }: Slip): number => {
    if (value === null) return 0;
    const read = reread(statement, value);
    return proved.filter(({ constraint }) => figuresOf(constraint).includes(statement) && !holds(constraint, read))
      .length;
  };
  return slips
    .map((slip) => ({ slip, broken: breaks(slip) }))
    .sort(
      (a, b) =>
        a.broken - b.broken ||
        LIKELY.indexOf(a.slip.how) - LIKELY.indexOf(b.slip.how) ||
        preferred(constraint, b.slip) - preferred(constraint, a.slip) ||
        b.slip.digits - a.slip.digits,
    )
    .map(({ slip }) => slip);
}

/** How much a refutation weighs by how close the binding is and how many digits the slip rests on. */
function weigh(constraint: Constraint, { digits, how, statement }: Slip): "error" | "warning" | null {
  const { cost: far, kind } = constraint;
  if (kind === "order") return far === 0 ? "error" : null;
  const rare = how === "lost" || how === "doubled" || how === "point";
  if (
    rare &&
    (digits < (COUNTS.has(kind) && (far > 0 || statement !== constraint.claim) ? 4 : 2) ||
      far > 1 ||
      (kind === "ratio" && far > 0))
  )
    return null;
  // Of numbers with one digit each nearly any can be mended into any other.
  const most = figuresOf(constraint).reduce((most, { figure }) => Math.max(most, digitsOf(figure)), 0);
  if (COUNTS.has(kind) && how !== "method" && most < 2 && (far > 0 || kind !== "flow")) return null;
  const coarse = figuresOf(constraint).some(({ figure }) => !isWhole(figure));
  if (far === 0) return digits < 2 && coarse ? (kind === "ratio" ? "warning" : null) : "error";
  if (far === 1)
    return digits >= 3 ? "error" : digits === 2 && (kind !== "ratio" || how === "swapped") ? "warning" : null;
  return far === 2 && digits >= (kind === "ratio" && how === "swapped" ? 4 : 3) ? "warning" : null;
}

/** Parts that fall well short of their whole were never meant to make it up; a rate of 100 % is of something else. */
function isFarOff(constraint: Constraint): boolean {
  const { claim, kind, operands } = constraint;
  if (kind === "ratio") return claim.figure.value === wholeOf(claim);
  if (kind === "rest")
    return (
      operands.reduce((left, { statement, part }) => left + (part === "whole" ? 1 : -1) * statement.figure.value!, 0) <
      0
    );
  if (kind !== "sum") return false;
  return !isComparable(sumOf(operands.map(({ statement }) => statement)), claim.figure.value!);
}

/**
 * One slip is one finding: what the same mending sets right, and what says the same of the same figures, is told once, by
 * the closest reading.
 */
function settled(claims: readonly Claim[]): Claim[] {
  const refuted = claims
    .filter(({ verdict }) => verdict === "refuted")
    .sort(
      (a, b) =>
        a.constraint.cost - b.constraint.cost ||
        ACCOUNTS.indexOf(b.constraint.kind) - ACCOUNTS.indexOf(a.constraint.kind),
    );
  const silent = new Set<Claim>();
  const beside = nearby(refuted);
  for (const claim of refuted) {
    const { slip, constraint } = claim;
    if (!slip || silent.has(claim)) continue;
    const read = slip.value === null ? null : reread(slip.statement, slip.value);
    const mine = figuresOf(constraint);
    for (const other of beside(claim.statement)) {
      if (other === claim || silent.has(other)) continue;
      const theirs = figuresOf(other.constraint);
      const mended = read !== null && theirs.includes(slip.statement) && holds(other.constraint, read);
      if (mended || (mine.length === theirs.length && mine.every((s) => theirs.includes(s)))) silent.add(other);
    }
  }
  return claims.map((claim) => (silent.has(claim) ? { ...claim, verdict: "open" as const } : claim));
}

/** The plainer the account, the later. */
const ACCOUNTS = ["sum", "rest", "flow"];
