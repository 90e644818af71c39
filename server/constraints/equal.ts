import type { Figure } from "../figures/figure.ts";
import type { Period } from "../grammar/period.ts";
import type { Role } from "../grammar/role.ts";
import type { Paragraph } from "../report/paragraph.ts";
import type { Report } from "../report/report.ts";
import { isClassNoun, SAME, same } from "../statements/identity.ts";
import { INSIDE } from "../statements/openers.ts";
import type { Standing } from "../statements/standing.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { type Subject, subjectOf } from "../statements/subject.ts";
import { type Setting, timeOf } from "../statements/time.ts";
import { isMeasured } from "../statements/unit.ts";
import { isSameList } from "../text/list.ts";
import { memo, memoLast } from "../text/memo.ts";
import { bit, light } from "../words/classes.ts";
import { cellStatementsOf } from "./cells.ts";
import { as, type Constraint, type Read } from "./constraint.ts";
import { holds, reading } from "./holding.ts";
import { type Interval, interval, isExact, meet } from "./interval.ts";
import { type Claim, claimsOf } from "./judge.ts";
import { type Finger, isDigit, isNeighbourly, mayBeSlip, meantBy, numeralOf } from "./slip.ts";
import type { Slip } from "./slips.ts";

/** A value that restates another one. `start` is where the claim's paragraph stands in the report's text, `from` where the other's does. */
export interface Restated {
  readonly claim: Claim;
  readonly start: number;
  readonly from: number;
}

/** A value that is told, wherever its paragraph stands: the same object while that paragraph and what is known of it are. */
interface Mention {
  readonly statement: Statement;
  readonly setting: Setting;
  readonly subject: Subject;
  /** Told above the first heading, where a preamble sums up what follows. */
  readonly leading: boolean;
  /** The role of its section: what is told in two of them is told twice. */
  readonly role: Role | "preamble" | null;
  /** Told by a table; tables are held against the text and not against each other. */
  readonly cell: boolean;
  /** How many digits of the numeral say something: closing zeros of a whole number do not. */
  readonly digits: number;
  readonly figure: Figure;
  readonly numeral: string;
  readonly values: Interval;
  /** By which words others of its indicator are looked for, and by which digits. */
  readonly keys: readonly string[];
  readonly sorted: string | null;
}

/** `start` is where its paragraph stands in the report's text. */
interface Located {
  readonly mention: Mention;
  readonly start: number;
  readonly comparison: Comparison;
}

interface Candidate {
  readonly score: number;
  readonly earlier: Mention;
}

/** What an earlier mention says of another, or that one of it. */
interface Answer {
  readonly claim: Claim;
  readonly earlier: Mention;
}

/** What came of holding a mention against the nearest before it: the same object while it and all of these are the same. */
interface Comparison {
  /** What one of those with its keys says, or else one of those with its digits. */
  readonly kindred: Answer | null;
  readonly twin: Answer | null;
}

type Source = Pick<Report, "paragraphs" | "period" | "blocks">;

/** A restatement is looked for among this many mentions of the same head, the nearest first. */
const REACH = 24;

/** The values of a report that restate one another, in the order of the text. Linear: each is held against the nearest of its head. */
export const equalsOf = memo((report: Source): readonly Restated[] => {
  const known = new Map<string, Located[]>();
  const found: Restated[] = [];
  for (const { mention, start } of mentionsOf(report)) {
    const { keys, sorted } = mention;
    const rows = (sorted ? [...keys, sorted] : keys).map((name) => rowOf(known, name));
    const comparison = compared(mention, rows);
    const { kindred, twin } = comparison;
    if (kindred) found.push(placed(kindred, mention, start, rows.slice(0, keys.length)));
    if (twin) found.push(placed(twin, mention, start, rows.slice(keys.length)));
    for (const row of rows) row.push({ mention, start, comparison });
  }
  return found;
});

function rowOf(known: Map<string, Located[]>, name: string): Located[] {
  const row = known.get(name) ?? [];
  if (row.length === 0) known.set(name, row);
  return row;
}

/** @param rows where the earlier mention of an answer stands */
function placed({ claim, earlier }: Answer, mention: Mention, here: number, rows: readonly Located[][]): Restated {
  const there = rows.flatMap((row) => row.slice(-REACH)).find((located) => located.mention === earlier)!.start;
  return claim.statement === mention.statement
    ? { claim, start: here, from: there }
    : { claim, start: there, from: here };
}

interface Last {
  /** The last of each row when it was compared, and the nearest of each. */
  readonly after: readonly (Comparison | undefined)[];
  readonly windows: readonly (readonly Mention[])[];
  readonly comparison: Comparison;
}

/** What a mention was held against last, and what came of it. Nothing but time depends on this. */
const lastOf = memo((_: Mention): { last: Last | null } => ({ last: null }));

/** Holds a mention against the nearest of each row; after an edit, only against those of the paragraph that was edited. */
function compared(mention: Mention, rows: readonly (readonly Located[])[]): Comparison {
  const kept = lastOf(mention);
  const { last } = kept;
  const after = rows.map((row) => row.at(-1)?.comparison);
  // What came of the last of a row stands for those before that one.
  if (last && isSameList(last.after, after)) return last.comparison;
  const windows = rows.map((row) => row.slice(-REACH).map((located) => located.mention));
  const same = last?.windows.every((window, i) => isSameList(window, windows[i]!));
  const comparison = same ? last!.comparison : comparisonOf(mention, windows);
  kept.last = { after, windows, comparison };
  return comparison;
}

function comparisonOf(mention: Mention, windows: Last["windows"]): Comparison {
  const kindred = judged(mention, likelyOf(mention, windows.slice(0, mention.keys.length)));
  return { kindred, twin: kindred ? null : transposed(mention, windows[mention.keys.length] ?? []) };
}

/** Those that may be of one indicator with a mention, the likeliest first; none where no value of them says enough of its own. */
function likelyOf(mention: Mention, rows: Last["windows"]): readonly Candidate[] {
  const tells = (earlier: Mention): boolean => {
    const asked = leastToTell(earlier, mention);
    return asked < Number.POSITIVE_INFINITY && likeness(earlier, mention) >= asked;
  };
  if (!rows.some((row) => row.some(tells))) return [];
  return [...new Set(rows.flat())]
    .map((earlier) => ({ score: likeness(earlier, mention), earlier }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
}

/** How much must at least speak for one indicator before two values prove or refute one another. */
function leastToTell(earlier: Mention, later: Mention): number {
  const digits = Math.min(earlier.digits, later.digits);
  if (agree(earlier, later)) return enough(digits);
  const finger = mayBeSlip(earlier, later);
  return finger === null
    ? Number.POSITIVE_INFINITY
    : Math.max(LEAST, needed(digits + Math.max(0, CHANCE[finger] ?? 0), later) - MENDED);
}

/** The ends of its head noun, and of the word before where the head says little; of its deed where it has no head. A mean has none. */
export const keysOf = ({ standing }: Statement, { thing, deeds }: Subject): readonly string[] => {
  if (standing === "average") return [];
  const words = thing.length === 0 ? deeds.slice(-1) : thing.slice(isClassNoun(thing.at(-1)!) ? -2 : -1);
  return words.map((word) => word.slice(-2));
};

/** What the text tells, then what its tables do. */
function* mentionsOf({ paragraphs, period, blocks }: Source): Generator<Pick<Located, "mention" | "start">> {
  for (const { paragraph, start, role, section } of paragraphs)
    for (const mention of mentionsIn(paragraph, [period?.year, period?.half, section === null ? "preamble" : role]))
      yield { mention, start };
  const setting = { period, plan: false };
  for (const { statement, start } of cellStatementsOf(blocks))
    if (isTelling(statement)) yield { mention: { ...mentionOf(statement, setting), cell: true }, start };
}

/** What else of a report its mentions depend on. */
type Circumstances = readonly [year: number | undefined, half: Period["half"] | undefined, role: Mention["role"]];

const mentionsIn = memoLast((paragraph: Paragraph, [year, half, role]: Circumstances): readonly Mention[] => {
  const setting = { period: year === undefined ? null : { year, half: half ?? null }, plan: role === "plan" };
  return statementsOf(paragraph)
    .filter(isTelling)
    .map((statement) => ({ ...mentionOf(statement, setting), leading: role === "preamble", role }));
});

/** What a plan says of things that are known (剩余12个, 对38株古树) is of now. */
function mentionOf(statement: Statement, { period, plan }: Setting): Mention {
  const subject = subjectOf(statement);
  const numeral = numeralOf(statement);
  return {
    statement,
    cell: false,
    leading: false,
    role: null,
    digits: digitsOf(statement),
    figure: statement.figure,
    numeral,
    values: interval(statement.figure),
    subject,
    keys: keysOf(statement, subject),
    sorted: sortedDigits(numeral, statement.figure),
    setting: { period, plan: plan && subject.definite === null },
  };
}

const STANDINGS: ReadonlySet<Standing> = new Set<Standing>(["level", "base", "target", "rate", "share", "average"]);
/** Shares that have a name of their own: 优良天数比例. */
const SHARES = new Set(["比例", "比重", "占比"]);

/** Whether a figure states a value of its own that may be told again elsewhere. */
function isTelling(statement: Statement): boolean {
  const { figure, standing, own, ownClasses } = statement;
  if (!STANDINGS.has(standing) || (standing === "share" && !own.some(({ text }) => SHARES.has(text)))) return false;
  if (!isExact(figure) || figure.hanzi || figure.unit === null || isMeasured(figure.unit)) return false;
  if (standing !== "average" && does(ownClasses, "average")) return false;
  // 规范管理率前者为77.9%: of one of two, whatever it is called elsewhere.
  if (does(ownClasses, "first", "second")) return false;
  return !does(ownClasses, "elsewhere", "comparable") && !isShared(statement);
}

/** One of several figures that 分别 gives to names in order, and not to years. */
function isShared(statement: Statement): boolean {
  let first = statement;
  for (let step = 0; step < REACH && first.own.length <= 1 && first.previous?.clause === first.clause; step++)
    first = first.previous;
  if (!does(first.gapClasses, "each")) return false;
  const next = statement.paragraph === first.paragraph ? timeOf(statement) : null;
  return next?.year == null || next.at !== "in" || !does(first.ownClasses, "each");
}

/** How many digits of a numeral say something. */
function digitsOf({ figure: { digits }, paragraph }: Statement): number {
  const numeral = paragraph.folded.slice(digits.start, digits.end);
  const told = [...numeral].filter(isDigit);
  while (!numeral.includes(".") && told.at(-1) === "0") told.pop();
  while (told[0] === "0") told.shift();
  return told.length;
}

/** How much speaks for an earlier mention being of the same indicator as one. */
function likeness(earlier: Mention, mention: Mention): number {
  const { statement } = earlier;
  const beside =
    statement.paragraph === mention.statement.paragraph && statement.sentence === mention.statement.sentence;
  if (beside || (mention.cell && earlier.cell)) return Number.NEGATIVE_INFINITY;
  return same(statement, mention.statement, [earlier.setting, mention.setting]);
}

const LEAST = 2.5;
/** How much must speak for one indicator before equal values prove each other: with few digits they are equal by chance. */
const ENOUGH: readonly number[] = [Number.POSITIVE_INFINITY, 6.5, SAME, LEAST];
/** How much must speak for one indicator before two values may refute each other, by how many digits they have. */
const NEEDED: readonly number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 9, 5.5, 5, 4.5];
/** As much, whatever the digits, where some of the things told before are spoken of: 9家企业中. */
const NEEDED_WITHIN = 6.5;
const enough = (digits: number): number => ENOUGH[Math.min(digits, ENOUGH.length - 1)]!;
const needed = (digits: number, later: Mention): number =>
  Math.min(
    NEEDED[Math.min(digits, NEEDED.length - 1)]!,
    later.subject.definite === "within" ? NEEDED_WITHIN : Number.POSITIVE_INFINITY,
  );
/** A reckoning that another's value would set right makes up for as much. */
const MENDED = 2;

function judged(mention: Mention, likely: readonly Candidate[]): Answer | null {
  const equal = likely.find(({ earlier }) => agree(earlier, mention));
  if (equal)
    return equal.score >= enough(Math.min(mention.digits, equal.earlier.digits))
      ? { claim: told(mention, equal.earlier, null), earlier: equal.earlier }
      : null;
  const [best] = likely;
  if (!best || likely.some((other) => other.score > best.score - 1 && !agree(other.earlier, best.earlier))) return null;
  return refutation(mention, best);
}

/** Whether two values are one, at the coarser precision. */
const agree = (a: Mention, b: Mention): boolean => meet(a.values, b.values);

const isAmong = ({ statement: { own } }: Mention): boolean => own.some(({ text }) => INSIDE.has(text));

/** Two values of one indicator: refuted where a slip explains it and no reckoning bears both out. */
function refutation(later: Mention, { earlier, score }: Candidate): Answer | null {
  const faults = (one: Mention, other: Mention): number => Number(backs(other, one)) + Number(mends(one, other));
  // 办结事项中按期办结132件 are some of the 134件 that were.
  if (isAmong(later) !== isAmong(earlier)) return null;
  const [wrong, right] = faults(earlier, later) > faults(later, earlier) ? [earlier, later] : [later, earlier];
  if (backs(wrong, right)) return null;
  const slip = slipOf(wrong, right) ?? slipOf(right, wrong);
  if (!slip) return null;
  const help = mends(wrong, right) ? MENDED : 0;
  return score + help >= needed(slip.digits, later) ? { claim: refuted(wrong, right, slip), earlier } : null;
}

/** The digits of a numeral in order of size, with its unit; null where they are too few to be swapped by a slip alone. */
const sortedDigits = (numeral: string, { unit }: Figure): string | null =>
  numeral.length < 3 ? null : `${[...numeral].sort().join("")} ${unit}`;

/**
 * 审结124件 in the preamble, 审结142件 in the body: two digits have changed places, and one word is shared. Unlike values of
 * different things hardly ever do both.
 */
function transposed(later: Mention, twins: readonly Mention[]): Answer | null {
  for (const earlier of twins) {
    if (
      earlier.statement.paragraph === later.statement.paragraph ||
      agree(earlier, later) ||
      isOfOthers(earlier, later) ||
      // 累计建成31.5万亩，仍有13.5万亩没有建成
      earlier.subject.left !== later.subject.left ||
      !(isKindred(earlier, later) || isToldAgain(earlier, later))
    )
      continue;
    if (earlier.cell || later.cell || isPlanned(earlier) !== isPlanned(later)) continue;
    const [one, other] = [timeOf(earlier.statement)?.part, timeOf(later.statement)?.part];
    if (one && other && one !== other) continue;
    const [wrong, right] = backs(later, earlier) ? [earlier, later] : [later, earlier];
    const slip = backs(wrong, right) ? null : slipOf(wrong, right);
    if (slip?.how === "swapped" || (slip?.how === "scale" && isSameNumeral(earlier, later)))
      return { claim: refuted(wrong, right, slip), earlier };
  }
  return null;
}

/** 21.94亿吨 and 21.94万吨: the same digits, and enough of them. */
const isSameNumeral = (a: Mention, b: Mention): boolean =>
  a.numeral === b.numeral && Math.min(a.digits, b.digits) >= MANY;

/** A plan tells what there will be, and what it sets out from: 由92.0%提高到95%. */
const isPlanned = ({ statement: { standing, ownClasses }, setting }: Mention): boolean =>
  standing === "target" || does(ownClasses, "plan") || (setting.plan && standing !== "base");

/** Whether two mentions name one thing: in the same words, or, where a preamble sums up, in some of them. */
const isKindred = (a: Mention, b: Mention): boolean => {
  const [few, many] = [wordsBeside(a), wordsBeside(b)].sort((one, other) => one.length - other.length);
  const held = few!.length > 0 && few!.every((word) => many!.includes(word));
  return held && (few!.length === many!.length || a.leading !== b.leading);
};

/** 人均 and 户均 are shared out to others. */
const isOfOthers = (a: Mention, b: Mention): boolean => perOf(a) !== "" && perOf(b) !== "" && perOf(a) !== perOf(b);
const perOf = ({ statement: { own } }: Mention): string =>
  own.findLast(({ classes }) => does(classes, "average"))?.text ?? "";

/** How many digits make it unlikely that two next to each other are swapped by chance; fewer where a word is shared, too. */
const [MANY, SOME] = [4, 3];
const isToldAgain = (a: Mention, b: Mention): boolean =>
  a.role !== b.role &&
  isNeighbourly(a.numeral, b.numeral) &&
  (Math.min(a.digits, b.digits) >= MANY || (Math.min(a.digits, b.digits) >= SOME && sharesWord(a, b)));

const sharesWord = (a: Mention, b: Mention): boolean => {
  const said = wordsAround(b).join("");
  return wordsAround(a).some((word) => word.length > 1 && said.includes(word.slice(-2)));
};

/** The words beside a figure, or beside the one before in its sentence where it has none: 宣讲450场，比2025年的412场. */
const wordsAround = (mention: Mention): readonly string[] => {
  const own = wordsBeside(mention);
  const { previous, sentence } = mention.statement;
  return own.length === 0 && previous?.sentence === sentence ? wordsBeside({ ...mention, statement: previous }) : own;
};

/** The words before a figure and behind it that name things and deeds, but for those of every count. */
const wordsBeside = ({ statement: { own, tail } }: Mention): readonly string[] => [
  ...new Set(
    [...own, ...tail]
      .filter(
        ({ text, pos, figure, classes }) =>
          figure < 0 &&
          (pos[0] === "n" || (pos[0] === "v" && text.length > 1)) &&
          !light.has(text) &&
          !isClassNoun(text) &&
          (classes & ~DEEDS) === 0,
      )
      .map(({ text }) => text),
  ),
];

const DEEDS = bit("inflow") | bit("outflow") | bit("opening") | bit("closing") | bit("net");

/** Two digits swapped are a rarer chance than one digit changed, a digit too many or too few a commoner one: by how many digits. */
const CHANCE: Readonly<Partial<Record<Finger, number>>> = { swapped: 1, lost: -1, doubled: -1 };

/** A slip of the hand that makes one mention of the other. */
function slipOf(wrong: Mention, right: Mention): Slip | null {
  const target = interval(right.statement.figure);
  const { low, high } = interval(wrong.statement.figure);
  const half = (high - low) / 2;
  const digits = Math.min(wrong.digits, right.digits);
  for (const { value, finger } of meantBy(wrong.statement)) {
    // With the point moved, the last digit written stands as many places lower.
    const room = finger === "point" || finger === "scale" ? half * (value / wrong.statement.figure.value!) : half;
    if (meet({ low: value - room, high: value + room }, target))
      return {
        statement: wrong.statement,
        how: finger,
        value: right.statement.figure.value,
        digits: digits + (CHANCE[finger] ?? 0),
      };
  }
  return null;
}

/** Reads one statement with the value of another. */
const withValueOf =
  ({ statement }: Mention, other: Mention): Read =>
  (s): Interval =>
    s === statement ? interval(other.statement.figure) : reading(s);

/** The claims of a paragraph by the statements that take part in them. */
const claimsBy = memo((paragraph: Paragraph): ReadonlyMap<Statement, readonly Claim[]> => {
  const found = new Map<Statement, Claim[]>();
  for (const claim of claimsOf(paragraph))
    for (const statement of new Set([
      claim.statement,
      ...claim.constraint.operands.map((operand) => operand.statement),
    ])) {
      const others = found.get(statement);
      if (others) others.push(claim);
      else found.set(statement, [claim]);
    }
  return found;
});

const claimsWith = ({ statement }: Mention): readonly Claim[] => claimsBy(statement.paragraph).get(statement) ?? [];

/** Whether a reckoning that holds with a mention's own value would not with the other's. */
const backs = (mention: Mention, other: Mention): boolean =>
  claimsWith(mention).some(
    ({ verdict, constraint }) => verdict === "proved" && !holds(constraint, withValueOf(mention, other)),
  );

/** Whether a reckoning that does not hold would with the other's value. */
const mends = (mention: Mention, other: Mention): boolean =>
  claimsWith(mention).some(
    ({ verdict, constraint }) => verdict !== "proved" && holds(constraint, withValueOf(mention, other)),
  );

/** Whether a reckoning of its own paragraph tells already that a mention should be what the other is. */
const reckoned = (mention: Mention, other: Mention): boolean =>
  claimsWith(mention).some(
    ({ verdict, slip }) =>
      verdict === "refuted" &&
      slip?.statement === mention.statement &&
      slip.value !== null &&
      meet({ low: slip.value, high: slip.value }, interval(other.statement.figure)),
  );

const refuted = (wrong: Mention, right: Mention, slip: Slip): Claim =>
  told(wrong, right, { ...slip, statement: wrong.statement, value: right.statement.figure.value });

function told(mention: Mention, other: Mention, slip: Slip | null): Claim {
  const { statement } = mention;
  const constraint: Constraint = {
    kind: "equal",
    form: "restated",
    claim: statement,
    operands: as("mention", other.statement),
    cost: 1,
  };
  const verdict = slip === null ? "proved" : reckoned(mention, other) ? "open" : "refuted";
  return { statement, verdict, constraint, slip: verdict === "refuted" ? slip : null, certain: slip === null };
}
