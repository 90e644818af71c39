import { does, type Statement } from "../statements/statement.ts";
import { isCountable } from "../statements/unit.ts";
import { append } from "../text/list.ts";
import { type Constraint, LOOSE, operandsOf, type Read } from "./constraint.ts";
import { asWritten, claimed, figuresOf, holds, isInWords, ROUNDED, reading, reread, sharpened } from "./holding.ts";
import { type Interval, isExact, meet, negated } from "./interval.ts";
import type { Claim } from "./judge.ts";
import { kindOf } from "./kinds.ts";
import { digitsOf, type Finger, type Meant, meantBy } from "./slip.ts";

/** How a wrong figure can have come about: by a slip of the hand, of a word (direction, order) or of method. */
export interface Slip {
  readonly statement: Statement;
  readonly how: Finger | "direction" | "exchanged" | "copied" | "method" | "unknown";
  /** What it should be; null where not the number is wrong. */
  readonly value: number | null;
  /** How many digits the explanation rests on: with few of them nearly everything is explained by chance. */
  readonly digits: number;
}

/** The slips that would explain a constraint that does not hold, the one that rests on most digits first. */
export function slipsOf(constraint: Constraint, siblings: readonly Statement[]): readonly Slip[] {
  const { claim } = constraint;
  const found: Slip[] = [];
  const coarsest = coarsestOf(constraint);
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
  // 四成 is so loose that any method gives it.
  const methods = constraint.kind === "ratio" && isInWords(claim.figure) ? undefined : kind.slips?.bind(kind);
  for (const wrong of methods?.(constraint, sharp) ?? [])
    if (wrong.high - wrong.low <= room && meet(wrong, said))
      found.push({
        statement: claim,
        how: "method",
        value: value ? (value.low + value.high) / 2 : null,
        digits: Math.max(3, own + 1),
      });
  // Whoever reckons takes the numbers as they are written, however coarse they are.
  for (const wrong of methods?.(constraint, asWritten) ?? [])
    if (value && wrong.high - wrong.low < 1e-6 && meet(wrong, reading(claim)) && !meet(value, said))
      found.push({ statement: claim, how: "method", value: (value.low + value.high) / 2, digits: 3 });
  if (value)
    for (const sibling of siblings)
      if (sibling !== claim && meet(value, claimed(sibling, reading)))
        found.push({
          statement: claim,
          how: "exchanged",
          value: sibling.figure.value,
          digits: Math.max(2, digitsOf(sibling.figure) + 1),
        });
  append(found, copied(constraint, value));
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
    const meant = meantBy(statement);
    const explains = (slip: Meant): boolean =>
      (slip.finger !== "scale" || slip.value >= LEAST) &&
      matters(constraint, statement, slip) &&
      holds(constraint, reread(statement, slip.value, sharp));
    const place = meant.findIndex(explains);
    const first = meant[place];
    if (!first) continue;
    const middle =
      value && Number.isFinite(value.low) && Number.isFinite(value.high) ? Math.abs(value.low + value.high) / 2 : null;
    const off = (meant: Meant): number => Math.abs(meant.value - middle!);
    const best =
      statement === claim && middle !== null
        ? meant
            .slice(place + 1)
            .filter((other) => other.finger === first.finger && explains(other))
            .reduce((a, b) => (off(b) < off(a) ? b : a), first)
        : first;
    found.push({
      statement,
      how: best.finger,
      value: best.value,
      digits:
        best.finger === "swapped" && digits > 1
          ? digits + 1
          : best.finger === "swapped" && constraint.cost === 0
            ? Math.max(digits, exactDigits(constraint, reread(statement, best.value, asWritten)))
            : best.finger === "lost"
              ? digits - 1
              : best.finger === "scale" || best.finger === "point"
                ? Math.max(
                    digitsOf(statement.figure),
                    exactDigits(constraint, reread(statement, best.value, asWritten)),
                  )
                : digits,
    });
  }
  found.sort((a, b) => b.digits - a.digits);
  // 78.4%＋22.6%: of what is only too much, nobody can tell what it should be.
  const [best] = constraint.kind === "shares" && constraint.form !== "first" ? found : [];
  return best ? [{ ...best, statement: claim, how: "unknown", value: null }] : found;
}

/** How near a reckoning must be in which a figure is taken for a copy of the one beside it. */
const COPIED_COST = 1;
const COPYING: ReadonlySet<string> = new Set(["sum", "rest", "flow", "change", "gap"]);

/** 新增64家，退出37家，净增64家; 甲34件、乙27件、丙27件: a figure that is that beside it once more, where another is due. */
function copied(constraint: Constraint, value: Interval | null): readonly Slip[] {
  const { kind, claim, operands, cost } = constraint;
  if (!COPYING.has(kind) || cost > COPIED_COST || !value || !Number.isFinite(value.low + value.high)) return [];
  const meant = (value.low + value.high) / 2;
  const isTwin = (one: Statement, other: Statement): boolean =>
    one.figure.value === other.figure.value && one.figure.unit === other.figure.unit && digitsOf(one.figure) > 1;
  const of = (statement: Statement, value: number): readonly Slip[] =>
    value > 0 && value !== statement.figure.value
      ? [{ statement, how: "copied", value, digits: digitsOf(statement.figure) + 1 }]
      : [];
  // 年初1246人，…，年末仍是1246人: what there was may be what there is.
  // 覆盖174个村，还有12个村 are no whole; 上年结转57件，新收678件，应办678件 leaves out what was carried over.
  const adds = kind !== "sum" || operands.some(({ statement }) => does(statement.ownClasses, "opening"));
  if (adds && operands.some(({ statement, part }) => part !== "opening" && isTwin(claim, statement)))
    return of(claim, Math.abs(meant));
  const parts = kind === "sum" ? operandsOf(constraint, "part") : [];
  // 女干部581名、党员581名: two that are alike may be of two kinds.
  const twin = parts.length > 2 ? parts.find((s, i) => i > 0 && isTwin(s, parts[i - 1]!)) : undefined;
  const due = twin ? claim.figure.value! - meant + twin.figure.value! : 0;
  return twin && due > 0 && digitsOf({ ...twin.figure, value: due }) === digitsOf(twin.figure) ? of(twin, due) : [];
}

/** A part of a sum that is next to nothing is none. */
const matters = ({ kind, claim }: Constraint, statement: Statement, { finger, value }: Meant): boolean =>
  kind !== "sum" || statement === claim || finger !== "scale" || value > 10 * claim.figure.precision;

/** How many digits a reckoning speaks with that comes out to the last digit: 138÷46 is 3, and nothing over. */
export function exactDigits(constraint: Constraint, read: Read): number {
  const value = kindOf.get(constraint.kind)!.value(constraint, read);
  const said = read(constraint.claim);
  return value !== null && Math.abs(value.low - said.low) < 1e-9 * Math.abs(said.low)
    ? constraint.operands.reduce((most, { statement }) => Math.max(most, digitsOf(statement.figure)), 0)
    : 0;
}

/** How many digits a value has that is only known to lie between two: 3÷6.8 is 0.44 and hardly more. */
function tellingOf(value: Interval | null): number {
  const width =
    value && value.high !== value.low ? (value.high - value.low) / Math.abs((value.high + value.low) / 2) : 0;
  return width > 0 ? Math.max(1, Math.ceil(0.5 - Math.log10(width))) : Number.POSITIVE_INFINITY;
}

/** How many digits of a figure a reckoning that it takes part in tells. */
export const tellingDigits = (constraint: Constraint, { figure }: Statement): number =>
  coarse(constraint)
    ? Math.min(
        digitsOf(constraint.claim.figure),
        tellingOf(kindOf.get(constraint.kind)!.value(constraint, sharpened(constraint))),
      )
    : digitsOf(figure, coarsestOf(constraint));

/** The coarsest place of what is reckoned with; a target is a round number, and no less exact for it. */
const coarsestOf = (constraint: Constraint): number =>
  figuresOf(constraint).reduce(
    (most, { figure, standing }) => (standing === "target" ? most : Math.max(most, figure.precision)),
    0,
  );

/** Whether the claim is a quotient, so that its own digits bound what can be told of its operands. */
const coarse = ({ claim }: Constraint): boolean => ROUNDED.has(claim.standing);

/** A rate or a mean of less than this was never meant. */
const LEAST = 0.01;

/** 86.4亿元 shared out to 27 is 3.2万元 each: every digit is right, and 亿 stands for 万. Chance does not do that with three of them. */
export function misscaled(constraint: Constraint): Slip | null {
  const figures = figuresOf(constraint);
  if (
    constraint.kind !== "average" &&
    constraint.kind !== "sum" &&
    constraint.kind !== "ratio" &&
    !(constraint.kind === "gap" && constraint.cost === 0)
  )
    return null;
  const shifted = shiftedMean(constraint);
  if (shifted) return shifted;
  if (
    (constraint.kind === "ratio" && figures.length > 3) ||
    figures.some((s) => (!isExact(s.figure) && s !== constraint.claim) || digitsOf(s.figure) < 2) ||
    (figures.some(({ figure }) => digitsOf(figure) < 3) && constraint.cost > 4)
  )
    return null;
  for (const statement of figures) {
    // 21.4个: of what comes in wholes there is no fourth of one, and 万 is lost.
    const lost = statement.figure.precision < 1 && isCountable(statement.figure.unit);
    if (!lost && (statement.figure.precision < 10 || statement.figure.value! < 1e4)) continue;
    for (const by of lost ? [1e4] : [1e4, 1e-4]) {
      const value = statement.figure.value! * by;
      if (statement === constraint.claim && value < LEAST) continue;
      const matters =
        statement === constraint.claim || constraint.kind !== "sum" || value > 100 * constraint.claim.figure.precision;
      if (matters && holds(constraint, reread(statement, value)))
        return { statement, how: "scale", value, digits: digitsOf(statement.figure) };
    }
  }
  return null;
}

/** How near a mean must come to ten times what is written, or a tenth, and how far-fetched it may be. */
const [SHIFTED_ROOM, SHIFTED_COST] = [0.005, 2];
/** And how many digits one that is further fetched, or that has one digit itself, must come out to exactly. */
const EXACT = 3;

/** 2318人、3476.4万元，人均约15万元: just ten times the mean, which 约 is no excuse for. */
function shiftedMean(constraint: Constraint): Slip | null {
  const { kind, claim, cost } = constraint;
  if (kind !== "average" || !figuresOf(constraint).every(({ figure }) => isExact(figure) || figure === claim.figure))
    return null;
  const value = kindOf.get(kind)!.value(constraint, asWritten)?.low ?? 0;
  const plain = cost <= SHIFTED_COST && digitsOf(claim.figure) > 1;
  const most = figuresOf(constraint).reduce((most, { figure }) => Math.max(most, digitsOf(figure)), 0);
  if (!plain && (cost > LOOSE + 1 || most < (cost === 0 ? EXACT - 1 : EXACT))) return null;
  const room = plain ? SHIFTED_ROOM : 1e-9;
  const by = [10, 0.1].find((by) => Math.abs((claim.figure.value! * by) / value - 1) < room);
  return by === undefined
    ? null
    : { statement: claim, how: "point", value: claim.figure.value! * by, digits: digitsOf(claim.figure) };
}

/** Slips by how often they happen. */
export const LIKELY: readonly Slip["how"][] = [
  "exchanged",
  "copied",
  "direction",
  "method",
  "swapped",
  "changed",
  "doubled",
  "lost",
  "point",
  "scale",
];

/** The rarer a slip, the greater; of two that explain the same, what the text makes likelier. */
function likelihood(constraint: Constraint, { how, statement, value }: Slip): number {
  // 889万元、1000元、1409万元 of 3298万元: 万 left out that makes the sum come out to the last digit.
  if (how === "scale" && value !== null && constraint.kind === "sum")
    return exactDigits(constraint, reread(statement, value, asWritten)) > 2 ? -1 : LIKELY.indexOf(how);
  // 占22.5%，低于全市（20.9%）: a word is mistaken sooner than what a bracket holds for what it is held against.
  const [base] = operandsOf(constraint, "base");
  return how === "exchanged" && base && base.depth > constraint.claim.depth
    ? LIKELY.indexOf("direction") + 0.5
    : LIKELY.indexOf(how);
}

/** What is reckoned by whoever writes it is likelier wrong than what was counted: a rate, a change, a rest. */
const preferred = (constraint: Constraint, { statement }: Slip): number =>
  does(statement.ownClasses, "left") ||
  (statement === constraint.claim &&
    (coarse(constraint) || constraint.kind === "rest" || constraint.kind === "flow")) ||
  statement.standing === "delta"
    ? 1
    : 0;

/** Slips that leave what is proved as it is come first. */
export function ranked(constraint: Constraint, slips: readonly Slip[], proved: readonly Claim[]): readonly Slip[] {
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
        likelihood(constraint, a.slip) - likelihood(constraint, b.slip) ||
        preferred(constraint, b.slip) - preferred(constraint, a.slip) ||
        b.slip.digits - a.slip.digits,
    )
    .map(({ slip }) => slip);
}
