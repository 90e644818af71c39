import { memo } from "../text/memo.ts";
import { courseOf } from "./course.ts";
import type { Statement } from "./statement.ts";
import { contextOf, isKind, NOT, type Subject, subjectOf } from "./subject.ts";
import { apartInTime, type Setting, timeOf } from "./time.ts";
import { alike } from "./unit.ts";

/** From so much that speaks for two statements being of one indicator they are; from `MAY_BE` they may be. */
export const SAME = 4;
export const MAY_BE = 1;

const UNLIKE = Number.NEGATIVE_INFINITY;
const NOWHERE: Setting = { period: null, plan: false };

/** Standings that state a value of the indicator itself. */
const STATES: Readonly<Record<string, string>> = {
  level: "value",
  base: "value",
  target: "target",
  rate: "rate",
  share: "rate",
};

/** A name of one common word (收入, 部门) tells little, unless it points at what is known. */
const isBare = ({ thing, deeds, definite }: Subject): boolean =>
  thing.length === 1 && deeds.length === 0 && thing[0]!.length < 4 && definite === null;

/** Nouns that a name goes without as well: 行政复议 for 行政复议案件. */
const CLASS_NOUNS = new Set("案件 事项 业务 申请 工作 人员 活动 项目".split(" "));

export const isClassNoun = (word: string): boolean => CLASS_NOUNS.has(word);

const goesBy = ({ thing }: Subject, head: string): boolean =>
  isClassNoun(thing.at(-1)!) && thing.length > 1 && within(thing.at(-2)!, head) !== null;

/** What is left of a word when another that begins or ends it is taken away: 行政 of 行政应诉 and 应诉; null where neither holds the other. */
function within(a: string, b: string): string | null {
  if (a === b) return "";
  if (a.length < 2 || b.length < 2 || a.startsWith(NOT) || b.startsWith(NOT)) return null;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return long.endsWith(short) ? long.slice(0, -short.length) : long.startsWith(short) ? long.slice(short.length) : null;
}

/** The head noun: the same, or the same taken over. */
function heads(a: Subject, b: Subject): number {
  const one = a.thing.at(-1);
  const two = b.thing.at(-1);
  if (one === undefined || two === undefined) return one === two ? 0 : -1;
  if (one !== two) return goesBy(a, two) || goesBy(b, one) ? 2.5 : -6;
  return 4 - (a.taken + b.taken) / 2 - (isBare(a) || isBare(b) ? 1 : 0);
}

/** The words that one side has and the other lacks; of a longer word what its shorter half leaves. */
function lacking(words: readonly string[], others: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const word of words) {
    let left: string | null = null;
    for (const other of others) {
      const rest = within(word, other);
      if (rest === null) continue;
      left = other.length > word.length ? "" : (left ?? rest);
      if (rest === "") left = "";
      if (left === "") break;
    }
    if (left !== "") found.push(left ?? word);
  }
  return found;
}

/** Words of one statement that the other lacks. */
interface Lone {
  readonly things: readonly string[];
  readonly deeds: readonly string[];
}

const besideHead = ({ thing }: Subject): readonly string[] => thing.slice(0, -1);

function loneIn(one: Subject, two: Subject): Lone {
  const others = [...two.thing, ...two.deeds];
  return { things: lacking(besideHead(one), others), deeds: lacking(one.deeds, others) };
}

/** How many shared modifiers count; of words taken over, one. */
const MOST = 3;
const DEED = 2;
const RIVALS = -5;
const SAME_STEP = -0.5;
const OTHER_STEP = -4;

/**
 * The words beside the head: what was done, and which things are meant. Shared ones speak for it, rivals against it; a word of
 * one alone less, and not where the other's paragraph has it, or where the other points at what is known.
 */
function modifiers(a: Statement, b: Statement, one: Subject, two: Subject): number {
  const [missing, extra] = [loneIn(one, two), loneIn(two, one)];
  const things = besideHead(one).length - missing.things.length;
  const deeds = one.deeds.length - missing.deeds.length + two.deeds.filter((word) => one.thing.includes(word)).length;
  const shared = Math.min(one.taken || two.taken ? 1 : MOST, things) + (deeds > 0 ? DEED : 0);
  if (missing.things.length > 0 && extra.things.length > 0) return shared + RIVALS;
  const step = deeds === 0 && missing.deeds.length + extra.deeds.length > 0 ? stepsApart(a, b) : null;
  if (step === OTHER_STEP) return shared + step;
  if (step === null && deeds === 0 && missing.deeds.length > 0 && extra.deeds.length > 0) return shared + RIVALS;
  const known = a.paragraph === b.paragraph ? NOTHING : contextOf;
  const [left, right] = [
    against(step === null ? missing : { ...missing, deeds: [] }, one, two, known(b.paragraph)),
    against(step === null ? extra : { ...extra, deeds: [] }, two, one, known(a.paragraph)),
  ];
  const both = left > 0 && right > 0 ? 2 * LONE : 0;
  return shared + (step ?? 0) - left - right - both;
}

const NOTHING = (): ReadonlySet<string> => new Set();

const LONE = 1;
/** A place or a kind told by one alone: those are some of the others. */
const NARROWER = 2;

/** What the words of one statement alone weigh against it. Where its thing is taken over, the deed is all the name it has. */
function against({ things, deeds }: Lone, owner: Subject, other: Subject, known: ReadonlySet<string>): number {
  if (other.definite !== null) return 0;
  const unknown = things.filter((word) => !known.has(word)).length + deeds.length * (owner.taken > 0 ? 2 : 1);
  const some =
    owner.part && !other.part ? things : things.filter((word) => owner.places.includes(word) || isKind(word));
  return unknown * LONE + some.length * NARROWER;
}

/** Whether deeds are the same step of one course or another; null where they are of none. */
function stepsApart(a: Statement, b: Statement): number | null {
  const [from, to] = [courseOf(a), courseOf(b)];
  return from && to && from.course === to.course ? (from.step === to.step ? SAME_STEP : OTHER_STEP) : null;
}

const measures = ({ figure: a }: Statement, { figure: b }: Statement): number =>
  !alike(a.unit, b.unit) ? UNLIKE : a.unit === b.unit ? 1 : 0.5;

/** What is left of a whole, or a part of one, is not the whole. */
function roles(a: Subject, b: Subject): number {
  if (a.left !== b.left) return UNLIKE;
  return a.left ? 2 : a.part === b.part ? 0 : -1;
}

/** The words of a name, in whatever order they stand. */
const wordsOf = memo(({ own }: Subject): string => own.toSorted().join(" "));

const sumsUp = memo((s: Statement): boolean => timeOf(s) === null && s.own.some(({ text }) => text === "累计"));

/** Names of the same words; one that tells of all so far and one that does not are seldom of one count. */
const wording = (a: Statement, b: Statement, one: Subject, two: Subject): number =>
  (sumsUp(a) === sumsUp(b) ? 0 : -4) +
  (one.own.length > 0 && one.own.length === two.own.length && wordsOf(one) === wordsOf(two) && !isBare(one) ? 0.5 : 0);

/** Actions that have names of their own: “清风”行动, “护苗”行动. */
const actions = ({ quoted: a }: Subject, { quoted: b }: Subject): number =>
  a.length > 0 && b.length > 0 && !a.some((name) => b.includes(name)) ? RIVALS : 0;

const scopes = (a: Subject, b: Subject): number =>
  a.scope !== null && b.scope !== null && a.scope !== b.scope ? -8 : 0;

/**
 * How much speaks for two statements being of one indicator, by head noun, modifiers, deed, measure word, scope and time, never by their values.
 * @param settings what the report says of each: its period, and whether it stands in a plan
 */
export function same(a: Statement, b: Statement, settings: readonly [Setting, Setting] = [NOWHERE, NOWHERE]): number {
  if (STATES[a.standing] === undefined || STATES[a.standing] !== STATES[b.standing]) return UNLIKE;
  const measure = measures(a, b);
  if (measure === UNLIKE) return UNLIKE;
  const apart = apartInTime(a, b, settings[0], settings[1]);
  if (apart === null) return -8;
  const [one, two] = [subjectOf(a), subjectOf(b)];
  const told = measure - apart + heads(one, two) + roles(one, two) + scopes(one, two) + actions(one, two);
  return told === UNLIKE ? UNLIKE : told + modifiers(a, b, one, two) + wording(a, b, one, two);
}
