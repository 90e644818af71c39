import { courseOf } from "./course.ts";
import type { Statement } from "./statement.ts";
import { contextOf, type Subject, subjectOf } from "./subject.ts";
import { apartInTime, type Setting } from "./time.ts";
import { alike } from "./unit.ts";

/** How much speaks for two statements being of one indicator, and why. From `SAME` they are; from `MAY_BE` they may be. */
export interface Likeness {
  readonly score: number;
  readonly why: string;
}

export const SAME = 4;
export const MAY_BE = 1;

const UNLIKE = Number.NEGATIVE_INFINITY;
const NOWHERE: Setting = { period: null, plan: false };

/** Standings that state a value of the indicator itself. */
const STATES: Readonly<Record<string, string>> = { level: "value", base: "value", target: "target", rate: "rate" };

const nothing: Likeness = { score: 0, why: "" };
const unlike = (why: string): Likeness => ({ score: UNLIKE, why });

/** A name of one common word (收入, 部门) tells little. */
const isBare = ({ thing, deeds }: Subject): boolean => thing.length === 1 && deeds.length === 0 && thing[0]!.length < 4;

/** Nouns that a name goes without as well: 行政复议 for 行政复议案件. */
const CLASS_NOUNS = new Set("案件 事项 业务 申请 工作 人员 活动 项目".split(" "));

export const isClassNoun = (word: string): boolean => CLASS_NOUNS.has(word);

const goesBy = ({ thing }: Subject, head: string): boolean => CLASS_NOUNS.has(thing.at(-1)!) && thing.length > 1 && alikeWords(thing.at(-2)!, head);

/** The same word, or one that holds the other: 行政应诉 and 应诉. */
const alikeWords = (a: string, b: string): boolean => a === b || (a.length > 1 && b.length > 1 && (a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a)));

const has = (words: readonly string[], word: string): boolean => words.some((other) => alikeWords(word, other));

/** The head noun: the same, or the same taken over. */
function heads(a: Subject, b: Subject): Likeness {
  const one = a.thing.at(-1);
  const two = b.thing.at(-1);
  if (one === undefined || two === undefined) return one === two ? nothing : { score: -1, why: "no head" };
  if (one !== two) return goesBy(a, two) || goesBy(b, one) ? { score: 2.5, why: `heads ${one} ${two}` } : { score: -6, why: `heads ${one} ${two}` };
  const score = 4 - Math.max(a.taken, b.taken) / 2 - (a.taken && b.taken ? 0.5 : 0) - (isBare(a) || isBare(b) ? 1 : 0);
  return { score, why: `head ${one}` };
}

/** How many shared modifiers count; of words taken over, one. */
const MOST = 3;

/** The words beside the head: shared ones speak for it, words of both that the other lacks against it. */
function modifiers(a: Subject, b: Subject, aside: (word: string, other: Subject) => boolean): Likeness {
  const one = a.thing.slice(0, -1);
  const two = b.thing.slice(0, -1);
  const shared = one.filter((word) => has(two, word) || b.deeds.includes(word)).length;
  const missing = one.filter((word) => !has(b.thing, word) && !b.deeds.includes(word));
  const extra = two.filter((word) => !has(a.thing, word) && !a.deeds.includes(word));
  const score = Math.min(a.taken || b.taken ? 1 : MOST, shared);
  if (missing.length > 0 && extra.length > 0) return { score: score - 5, why: `rivals ${missing.join("")} ${extra.join("")}` };
  const lone = [...missing.filter((word) => !aside(word, b)), ...extra.filter((word) => !aside(word, a))];
  const places = lone.filter((word) => a.places.includes(word) || b.places.includes(word)).length;
  return { score: score - lone.length * 0.5 - places * 1.5 - (missing.length + extra.length > 2 ? 1 : 0), why: shared > 0 ? `modifiers ${shared}` : "" };
}

/** What was done: the same, steps of one course, or told of one alone. */
function deeds(a: Statement, b: Statement): Likeness {
  const one = subjectOf(a);
  const two = subjectOf(b);
  const known = (word: string, other: Subject): boolean => other.deeds.includes(word) || other.thing.includes(word);
  const shared = one.deeds.filter((word) => known(word, two)).length + two.deeds.filter((word) => one.thing.includes(word)).length;
  const missing = one.deeds.filter((word) => !known(word, two));
  const extra = two.deeds.filter((word) => !known(word, one));
  const from = courseOf(a);
  const to = courseOf(b);
  if (from && to && from.course === to.course && missing.length + extra.length > 0) return from.step === to.step ? { score: 1, why: "step" } : { score: -4, why: "other step" };
  if (missing.length > 0 && extra.length > 0) return { score: -4, why: `deeds ${missing.join("")} ${extra.join("")}` };
  // Where the thing is taken over, the deed is all the name there is.
  const lone = (one.taken > 0 ? missing.length * 2 : missing.length / 2) + (two.taken > 0 ? extra.length * 2 : extra.length / 2);
  return { score: (shared > 0 ? 2 : 0) - lone, why: shared > 0 ? "deed" : "" };
}

function measures({ figure: a }: Statement, { figure: b }: Statement): Likeness {
  if (!alike(a.unit, b.unit)) return unlike("unit");
  return { score: a.unit === b.unit ? 1 : 0.5, why: "unit" };
}

/** What is left of a whole, or a part of one, is not the whole. */
function roles(a: Subject, b: Subject): Likeness {
  if (a.left !== b.left) return unlike("rest");
  if (a.left) return { score: 2, why: "rest" };
  return a.part === b.part ? nothing : { score: -1, why: "part" };
}

const scopes = (a: Subject, b: Subject): Likeness => (a.scope !== null && b.scope !== null && a.scope !== b.scope ? { score: -8, why: "scope" } : nothing);

/**
 * How far two statements are of one indicator, by head noun, modifiers, deed, measure word, scope and time, never by their values.
 * @param settings what the report says of each: its period, and whether it stands in a plan
 */
export function same(a: Statement, b: Statement, settings: readonly [Setting, Setting] = [NOWHERE, NOWHERE]): Likeness {
  if (STATES[a.standing] === undefined || STATES[a.standing] !== STATES[b.standing]) return unlike("standing");
  const measure = measures(a, b);
  if (measure.score === UNLIKE) return measure;
  const apart = apartInTime(a, b, settings[0], settings[1]);
  if (apart === null) return { score: -8, why: "time" };
  const one = subjectOf(a);
  const two = subjectOf(b);
  const inMind = (word: string, other: Subject): boolean => contextOf((other === one ? a : b).paragraph).has(word);
  const parts = [measure, heads(one, two), modifiers(one, two, inMind), deeds(a, b), roles(one, two), scopes(one, two)];
  return { score: parts.reduce((sum, { score }) => sum + score, -apart), why: parts.map(({ why }) => why).filter((why) => why !== "").join(", ") };
}
