import { coursesOf } from "../statements/course.ts";
import { nameOf, namesIn, NEGATIVE, shared, stemOf, touches } from "../statements/name.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { as, type Constraint, isWorthy, type Kind, LOOSE, operandOf, operandsOf } from "./constraint.ts";
import { exactly, minus, over, scaled, total } from "./interval.ts";
import { after, before, crossing, isLevel, isPercent, sameUnit, wholeOf } from "./reach.ts";
import { isJoined, joint, opens, sumOf } from "./sum.ts";
import { placesOf, rounded, shown } from "./spell.ts";

/** How many candidates for each part are tried; what lies further off is passed over by nobody who reads. */
const PARTS = 5;
const WHOLE_COUNTS = 9;
/** How many statements back the whole may stand: in a sentence before, by its name. */
const FAR = 24;

/**
 * A part of a whole in percent: numerator ÷ denominator, or what is left of it (合格率 beside 不合格). Rates with a name of
 * their own (办结率), shares (占), parts of a target (完成预算的).
 */
export const ratio: Kind = {
  name: "ratio",
  family: "rate",

  *propose(statements) {
    for (const claim of statements) {
      if (claim.standing === "proportion") continue;
      const rated = (claim.standing === "rate" || claim.standing === "share") && (isPercent(claim) || claim.figure.unit === null);
      if (rated) for (const constraint of rates(statements, claim)) if (isNear(constraint)) yield constraint;
    }
  },

  value(constraint, read) {
    const { claim, form } = constraint;
    const whole = wholeOf(claim);
    const denominators = operandsOf(constraint, "denominator").map(read);
    if (form === "written") return scaled(exactly(operandOf(constraint, "number")!.figure.value!), whole);
    const share = over(total(operandsOf(constraint, "numerator").map(read)), total(denominators));
    return share && scaled(form === "complement" ? minus(exactly(1), share) : share, whole);
  },

  /** The part that is left instead of the part that is meant. */
  slips(constraint, read) {
    const value = this.value(constraint, read);
    return value && constraint.form !== "written" ? [minus(exactly(wholeOf(constraint.claim)), value)] : [];
  },

  explain(constraint) {
    const { claim, form } = constraint;
    if (form === "written") return shown(operandOf(constraint, "number")!);
    const parts = operandsOf(constraint, "numerator");
    const wholes = operandsOf(constraint, "denominator");
    const value = sumOf(parts) / sumOf(wholes);
    const percent = `${rounded((form === "complement" ? 1 - value : value) * 100, Math.max(2, placesOf(claim.figure)))}%`;
    const spelled = (all: readonly Statement[]) => (all.length > 1 ? `（${all.map(shown).join("＋")}）` : shown(all[0]!));
    return form === "complement"
      ? `（${spelled(wholes)}－${spelled(parts)}）÷${spelled(wholes)}＝${percent}`
      : `${spelled(parts)}÷${spelled(wholes)}＝${percent}`;
  },
};

/** Coarse counts may give a rate some way off what is written. */
const ROOM = 0.06;

function isNear(constraint: Constraint): boolean {
  const { claim, form, cost } = constraint;
  if (form === "written" || cost < LOOSE) return true;
  const share = sumOf(operandsOf(constraint, "numerator")) / sumOf(operandsOf(constraint, "denominator"));
  const { value, precision } = claim.figure;
  return isWorthy(cost, (form === "complement" ? 1 - share : share) * wholeOf(claim), value!, Math.max(2 * precision, Math.abs(value!) * ROOM));
}

function* rates(statements: readonly Statement[], claim: Statement): Generator<Constraint> {
  const make = (form: string, cost: number, numerators: readonly Statement[], denominators: readonly Statement[]): Constraint => ({
    kind: "ratio",
    form,
    claim,
    operands: [...as("numerator", ...numerators), ...as("denominator", ...denominators)],
    cost,
  });
  const written = statements[claim.index + 1];
  if (written?.standing === "proportion" && written.owner === claim)
    yield { kind: "ratio", form: "written", claim, operands: as("number", written), cost: 0 };

  const run = parallelOf(statements, claim);
  if (run) {
    yield* paired(statements, claim, run, make);
    return;
  }
  const stated = ofWhole(statements, claim);
  const stem = stemOf(claim) || (claim.standing === "share" ? nameOf(claim).join("") : "");
  const negated = negative(stem) !== negative("");
  const known = before(statements, claim, FAR);
  const candidates = known.filter((s) => (isLevel(s) || s.standing === "target") && s !== stated);
  const closes = does(claim.ownClasses, "both", "sum") || (known[0]?.standing === "tally" && known[0].clause === claim.clause);
  const numerators = candidates.filter((s) => isLevel(s) && crossing(s, claim) < 2 && !(stated && s.clause === stated.clause && s.group === stated.group && s.index > stated.index));
  const holders = stem ? numerators.filter((s) => touchesName(stem, s, claim.standing === "share")) : [];

  for (const [i, numerator] of numerators.slice(0, PARTS).entries()) {
    const nearer = numerators.slice(0, i).filter((s) => s.depth <= numerator.depth);
    // A predicate without a subject goes back to the last count, whatever it counts.
    const skipped = nearer.filter((s) => sameUnit(s, numerator)).length + 3 * nearer.filter((s) => !sameUnit(s, numerator) && s.clause !== numerator.clause).length;
    const fits = holders.includes(numerator);
    const stray = !fits && holders.length > 0 ? 1 : 0;
    const far = crossing(numerator, claim);
    if (stated && (sameUnit(stated, numerator) || stated.figure.unit === null)) {
      yield make("share", skipped + far, [numerator], [stated]);
      if (closes || i === 0) {
        const run = runTo(numerators, i);
        for (let n = 2; n <= run.length; n++) yield make("share", (closes && n === run.length ? 0 : 3) + i, run.slice(0, n), [stated]);
      }
      continue;
    }
    const row = listed(numerator);
    const behind = candidates.filter((s) => s.index < numerator.index && !row.includes(s) && (sameUnit(s, numerator) || countsPeople(s, numerator)));
    const wholes = behind.slice(0, WHOLE_COUNTS);
    for (const [j, denominator] of wholes.entries()) {
      const distance = 2 * crossing(denominator, numerator);
      const base = skipped + stray + far + j + distance + (denominator.depth > claim.depth ? 1 : 0) + (sameUnit(denominator, numerator) ? 0 : 2);
      const named = claim.standing === "share" ? nameFit(claim, denominator) : 0;
      const smaller = denominator.figure.value! < numerator.figure.value! ? 1 : 0;
      const loose = claim.standing === "rate" && !isCourse(denominator, numerator) ? 1 : 0;
      const coordinate = isJoined(numerator) && numerator.previous === denominator && !fits ? 2 : 0;
      const cost = Math.max(0, base - named + smaller + loose + coordinate + (stem && !fits && stray === 0 ? (numerator.index === claim.index - 1 && claim.standing === "rate" ? 1 : 3) : 0));
      yield make(negates(claim, numerator, negated) ? "complement" : "share", cost, [numerator], [denominator]);
      if (denies(numerator, denominator)) yield make("share", cost, [numerator], [denominator, numerator]);
      if (!negated && claim.standing === "rate" && !negates(claim, numerator, negated)) yield make("complement", cost + 3, [numerator], [denominator]);
      if (i === 0 || closes) {
        const run = runTo(numerators.filter((s) => s.index > denominator.index), i);
        for (let n = 2; n <= Math.min(run.length, 4); n++) yield make("share", (closes ? 1 : 4) + i + j, run.slice(0, n), [denominator]);
      }
    }
    const held = statements[numerator.index + 1];
    if (held?.owner === numerator && isLevel(held) && sameUnit(held, numerator) && does(held.ownClasses, "sum")) yield make("share", skipped + stray, [numerator], [held]);
    // 优良率 of a row whose whole stands before it: the first classes together.
    const classes = rowBefore(numerators, i);
    if (classes.length > 2 && wholes.length > 0)
      for (let n = 2; n < classes.length; n++) yield make("share", 4, classes.slice(0, n), [wholes.at(-1)!]);
  }
  const behind = after(statements, claim, 3).filter((s) => isLevel(s) && s.sentence === claim.sentence);
  const told = behind[0];
  // 占47.5%，计437件; 94.1%（1700件）: the part comes after its rate.
  if (told && (told.owner === claim || (nameOf(told).length === 0 && !does(told.ownClasses, "rest", "left"))))
    for (const [j, denominator] of candidates.filter((s) => sameUnit(s, told)).slice(0, 4).entries())
      yield make("share", (told.owner === claim ? 1 : 2) + j + 2 * crossing(denominator, claim), [told], [denominator]);
  // 办结率98.04%，受理920件，办结902件: or both do.
  const [whole, part] = behind;
  if (numerators.length === 0 && whole && part && sameUnit(whole, part) && whole.depth === claim.depth) yield make("share", isCourse(whole, part) ? 0 : 1, [part], [whole]);
  for (const bracket of after(statements, claim, 3)) {
    if (bracket.owner !== claim || !(isLevel(bracket) || bracket.standing === "target")) continue;
    for (const [i, numerator] of numerators.slice(0, 3).entries())
      if (sameUnit(bracket, numerator)) yield make("share", i, [numerator], [bracket]);
  }
}

/** 占应督察单位（52家）的, 为目标2800人的: the whole that stands right before the percentage. */
function ofWhole(statements: readonly Statement[], claim: Statement): Statement | null {
  const last = statements[claim.index - 1];
  if (!last) return null;
  const led = claim.own[0]?.text === "的" || (last.depth > claim.depth && claim.own.some(({ text }) => text === "的"));
  const near = last.depth > claim.depth ? last.sentence === claim.sentence : last.clause === claim.clause;
  if (led && near && (isLevel(last) || last.standing === "target" || last.standing === "base")) return last;
  // 为全年80个任务的60.0%
  const tasked = last.clause === claim.clause && last.depth === claim.depth && claim.own.at(-1)?.text === "的" && claim.own.length <= 4;
  return tasked && (last.standing === "target" || last.standing === "level") && !does(last.ownClasses, "of") ? last : null;
}

const negative = (words: string): boolean => ["非", "不", "未", "无"].some((word) => words.startsWith(word) || words.endsWith(word));

/** Whether one of rate and count names what the other leaves out: 合格率 beside 不合格8批次, 非文字类占. */
const negates = (claim: Statement, numerator: Statement, stemNegated: boolean): boolean => {
  const denied = stemNegated || (claim.ownClasses & NEGATIVE) !== 0 || negativeName(claim);
  if (!denied && stemOf(claim) === "") return false;
  return ((numerator.ownClasses & NEGATIVE) !== 0 || negativeName(numerator)) !== denied;
};

/** 批捕420人，不批捕156人: two that are apart, and only together a whole. */
const denies = (a: Statement, b: Statement): boolean =>
  a.own.some(({ text }, i) => (text === "不" || text === "未" || text === "不予") && b.own.some((word) => word.text === a.own[i + 1]?.text)) ||
  a.own.some(({ text }) => text.length > 1 && text[0] === "不" && b.own.some((word) => word.text === text.slice(1)));

/** Whether one count is a step before the other, or says of itself that it is all: 应检, 实考, 共. */
const isCourse = (earlier: Statement, later: Statement): boolean =>
  earlier.own.some(({ text }) => text.startsWith("应") || text.startsWith("实") || text === "共" || text === "全部") ||
  earlier.clause === later.clause ||
  coursesOf(earlier).some((from) => coursesOf(later, true).some((to) => from.course === to.course && from.step < to.step));

const negativeName = ({ own }: Statement): boolean => own.some(({ text }) => text.length > 1 && ["非", "不", "未"].includes(text[0]!));

/** Whether a count names what a rate is of: 整改率 and 整改到位, 破案率 and 破获; a share is of the very word. */
const touchesName = (stem: string, s: Statement, whole = false): boolean => {
  const words = said([...s.own, ...s.tail]);
  return whole ? words.includes(stem.slice(-2)) : touches(stem.slice(-2), words);
};

/** A head count of people may be a part of households or posts counted in another measure. */
const countsPeople = (a: Statement, b: Statement): boolean => {
  const people = ["人", "名", "位"];
  return (people.includes(a.figure.unit ?? "") && (b.figure.unit === "个" || b.figure.unit === "项")) || false;
};

/** Whether a share names the whole it is of: 占刑事立案总数的. */
function nameFit(claim: Statement, whole: Statement): number {
  const at = claim.own.findIndex(({ classes }) => does(classes, "share"));
  return at >= 0 && shared(namesIn(claim.own.slice(at + 1)), nameOf(whole)) >= 1 ? 2 : 0;
}

/** The items of an opened list before one of them: none of them is its whole. */
function listed(item: Statement): readonly Statement[] {
  const row: Statement[] = [];
  let at: Statement | null = item;
  while (at && isJoined(at)) {
    at = at.previous;
    if (at) row.push(at);
  }
  return at && opens(at) ? row : [];
}

/** The row of like figures that ends in one, itself first. */
function runTo(numerators: readonly Statement[], from: number): readonly Statement[] {
  const run: Statement[] = [];
  for (const s of numerators.slice(from)) {
    if (run.length > 0 && (!sameUnit(s, run[0]!) || s.group !== run[0]!.group || s.sentence !== run[0]!.sentence)) break;
    run.push(s);
    if (run.length === 5) break;
  }
  return run;
}

const rowBefore = (numerators: readonly Statement[], from: number): readonly Statement[] => [...runTo(numerators, from)].reverse();

/** 分别为22.8%、5.8%: the rates of a row that is told together. */
export function parallelOf(statements: readonly Statement[], claim: Statement): readonly Statement[] | null {
  let first = claim.index;
  const joined = (s: Statement): boolean => s.previous?.index === s.index - 1 && (s.own.length === 0 ? s.mark === "、" : s.own.length === 1 && joint(s));
  while (joined(statements[first]!) && isPercent(statements[first - 1]!) === isPercent(claim)) first--;
  let last = claim.index;
  while (statements[last + 1] && joined(statements[last + 1]!) && isPercent(statements[last + 1]!) === isPercent(claim)) last++;
  return last > first ? statements.slice(first, last + 1) : null;
}

function* paired(
  statements: readonly Statement[],
  claim: Statement,
  run: readonly Statement[],
  make: (form: string, cost: number, numerators: readonly Statement[], denominators: readonly Statement[]) => Constraint,
): Generator<Constraint> {
  const at = run.indexOf(claim);
  const opener = run[0]!;
  const known = before(statements, opener, FAR);
  const stated = ofWhole(statements, opener);
  const levels = known.filter((s) => isLevel(s) && s !== stated && crossing(s, opener) < 2).reverse();
  const named = rowNames(opener);
  const targets = known.filter((s) => s.standing === "target" && s.depth > opener.depth).reverse();
  for (let start = levels.length - run.length; start >= 0 && start >= levels.length - run.length - 4; start--) {
    const numerator = levels[start + at]!;
    const skipped = levels.length - run.length - start;
    if (targets.length === run.length && sameUnit(targets[at]!, numerator)) yield make("share", skipped, [numerator], [targets[at]!]);
    const wholes = [...(stated ? [stated] : []), ...known.filter((s) => (isLevel(s) || s.standing === "target") && sameUnit(s, numerator) && s.index < levels[start]!.index)];
    for (const [j, denominator] of wholes.slice(0, 6).entries())
      yield make("share", skipped + j + crossing(denominator, numerator), [numerator], [denominator]);
  }
  // 优秀率和不合格率分别为: each by its name.
  const name = named[named.length - run.length + at];
  if (!name) return;
  for (const [i, numerator] of levels.toReversed().entries()) {
    if (!touchesName(name, numerator)) continue;
    for (const [j, denominator] of known.filter((s) => isLevel(s) && sameUnit(s, numerator) && s.index < numerator.index).slice(0, 6).entries())
      yield make("share", 1 + (i > 4 ? 1 : 0) + (j > 3 ? 1 : 0), [numerator], [denominator]);
  }
}

/** The names of rates told together: 直接纠错率、调撤率分别为. */
function rowNames({ gap }: Statement): readonly string[] {
  const said = gap.map(({ text }) => text).join("");
  const names: string[] = [];
  for (let at = said.indexOf("率"), from = 0; at >= 0; from = at + 1, at = said.indexOf("率", from)) names.push(said.slice(Math.max(from, at - 6), at));
  return names;
}

