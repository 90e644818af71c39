import { nameOf, shared } from "../statements/name.ts";
import { does, type Statement } from "../statements/statement.ts";
import { isMeasured } from "../statements/unit.ts";
import { as, type Constraint, type Kind, operandsOf } from "./constraint.ts";
import { total } from "./interval.ts";
import { crossing, isLevel, REACH, sameUnit } from "./reach.ts";
import { shown, spell } from "./spell.ts";

/** Parts that make up a whole told before them or after; of an open list (等) they may only not exceed it. */
export const sum: Kind = {
  name: "sum",
  family: "account",

  *propose(statements) {
    for (const whole of statements) {
      if (!isLevel(whole) || isMeasured(whole.figure.unit)) continue;
      yield* partsAfter(statements, whole);
      yield* partsBefore(statements, whole);
    }
  },

  value(constraint, read) {
    const parts = total(operandsOf(constraint, "part").map(read));
    return constraint.form === "open" ? { low: parts.low, high: Number.POSITIVE_INFINITY } : parts;
  },

  explain(constraint) {
    const parts = operandsOf(constraint, "part");
    const terms = parts.slice(0, 8).map(shown).join("＋");
    const value = parts.reduce((sum, { figure }) => sum + figure.value!, 0);
    return `${terms}${parts.length > 8 ? "＋…" : ""}＝${spell(value, finest([constraint.claim, ...parts]).figure)}`;
  },
};

/** The statement written to the last place of all. */
export const finest = (all: readonly Statement[]): Statement =>
  all.reduce((a, b) => (b.figure.precision < a.figure.precision ? b : a));

/** A list of many parts is read to its end, but no further than this. */
const MOST = 12;
const STARTS = 5;

function* partsAfter(statements: readonly Statement[], whole: Statement): Generator<Constraint> {
  const row: Statement[] = [];
  for (const s of statements.slice(whole.index + 1, whole.index + 1 + 2 * REACH)) {
    if (crossing(s, whole) > 1 && !opens(s)) break;
    if (crossing(s, whole) > 1 && row.length > 0 && crossing(s, row[0]!) > 1) break;
    if (row.length === MOST) break;
    if (isLevel(s) && sameUnit(s, whole)) row.push(s);
  }
  const inside = row.filter(({ owner, depth }) => owner === whole && depth > whole.depth);
  const beside = row.filter(({ group }) => group === whole.group);
  const outer = row.length > 0 ? outermost(beside) : [];
  const bracket = inside.length > 0 ? row.filter(({ group }) => group === inside[0]!.group) : [];
  for (const [items, bracketed] of [[bracket, true], [outer, false], [beside, false]] as const) {
    if (items === beside && outer.length === beside.length) continue;
    for (let from = 0; from < Math.min(items.length - 1, STARTS); from++) {
      for (let to = from + 1; to < items.length; to++) {
        const parts = items.slice(from, to + 1);
        yield {
          kind: "sum",
          form: isOpen(statements, whole, parts) ? "open" : "sum",
          claim: whole,
          operands: as("part", ...parts),
          cost: listCost(statements, whole, items, from, to, bracketed) + (items === beside && !bracketed ? 1 : 0),
        };
        if (parts.at(-1) && does(parts.at(-1)!.ownClasses, "rest") && bracketed) break;
      }
    }
  }
}

/** Whether the words before an item open a list: 其中, 包括, 按类型分, 从等级看. */
export const opens = ({ gap, gapClasses, label }: Statement): boolean =>
  does(gapClasses, "of") || byKind(gap.map(({ text }) => text)) || byKind(label.map(({ text }) => text));

function byKind(words: readonly string[]): boolean {
  const by = words.findIndex((word) => word === "按" || word === "从" || word === "分" || word === "按照");
  const end = words.findLastIndex((word) => word === "看" || word === "来看" || word === "分" || word === "划分" || word === "统计");
  return by >= 0 && end > by;
}

/** A list without what 其中 says of one of its items. */
function outermost(items: readonly Statement[]): readonly Statement[] {
  const kept: Statement[] = [];
  let inner: Statement | null = null;
  for (const [i, s] of items.entries()) {
    if (i > 0 && does(s.ownClasses, "of") && s.segment === items[i - 1]!.segment) inner = s;
    else if (inner && (s.mark !== "、" && s.mark !== "" || s.segment !== inner.segment)) inner = null;
    if (!inner) kept.push(s);
  }
  return kept;
}

/** Whether the list says of itself that it leaves something out, or that its kinds overlap. */
function isOpen(statements: readonly Statement[], whole: Statement, parts: readonly Statement[]): boolean {
  const last = parts.at(-1)!;
  const said = parts.some((s) => does(s.ownClasses, "open") && !does(s.ownClasses, "rest")) || does(parts[0]!.gapClasses, "open");
  const trailing = last.tail[0]?.text === "等" || last.tail.some(({ text }) => text === "同时" || text === "部分");
  const next = statements[last.index + 1];
  const overlap = next?.owner === last && next.own.some(({ text }) => text === "部分");
  return said || trailing || overlap || (whole.figure.approximate && whole.figure.bound === "above" && false);
}

/** How far-fetched it is that a stretch of a row of like figures makes up a whole before it. */
function listCost(statements: readonly Statement[], whole: Statement, items: readonly Statement[], from: number, to: number, bracketed: boolean): number {
  const first = items[from]!;
  const last = items[to]!;
  const next = items[to + 1];
  const opened = bracketed ? from === 0 : opens(first);
  const rested = does(last.ownClasses, "rest");
  const ended = next === undefined || rested || next.segment !== last.segment || does(next.ownClasses, "sum", "plus");
  let cost = opened ? from : from === 0 ? 1 : from + 2;
  if (!ended) cost += 2;
  else if (next && next.segment !== last.segment && opens(next)) cost += 0;
  if (crossing(first, whole) > 0 && !opened) cost += 2;
  if (crossing(last, first) > 0) cost += parted(items.slice(from, to + 1)) ? 1 : 2;
  cost += strangers(statements, first, last, items.slice(from, to + 1));
  if (!opened && !rested) cost += unrelated(whole, items.slice(from, to + 1));
  return cost;
}

/** Items that are set apart by ； each. */
const parted = (parts: readonly Statement[]): boolean => parts.every((s, i) => i === 0 || s.segment !== parts[i - 1]!.segment);

/** Counts of other things that stand between the parts; rates, changes and second columns do not count. */
function strangers(statements: readonly Statement[], first: Statement, last: Statement, parts: readonly Statement[]): number {
  let found = 0;
  for (const s of statements.slice(first.index + 1, last.index)) {
    if (s.group !== first.group || !isLevel(s) || parts.includes(s) || s.standing !== "level") continue;
    if (s.mark === "" || s.own.length === 0) continue;
    if (does(s.ownClasses, "of")) continue;
    found++;
  }
  return Math.min(3, found);
}

/**
 * Whether parts that no word opens are parts at all: two of 的 before the figure (去往省外的9.86万人), a word shared with the
 * whole or one another, three or more, and a sum about as large as the whole.
 */
function unrelated(whole: Statement, parts: readonly Statement[]): number {
  const sum = parts.reduce((sum, { figure }) => sum + figure.value!, 0);
  const near = Math.abs(sum - whole.figure.value!) <= 0.15 * whole.figure.value!;
  const names = parts.map(nameOf);
  const whose = nameOf(whole);
  const kin = names.filter((name, i) => shared(name, whose) > 0 || names.some((other, j) => j !== i && shared(name, other) > 0)).length;
  const attributive = parts.filter(({ own }) => own.at(-1)?.text === "的").length;
  const bare = parts.filter(({ own }) => own.length <= 2).length;
  let signs = 0;
  if (near) signs++;
  if (parts.length > 2) signs++;
  if (kin >= 2) signs++;
  if (attributive > 0) signs++;
  if (bare === parts.length) signs++;
  return signs >= 3 ? 0 : signs === 2 ? 1 : 3;
}

function* partsBefore(statements: readonly Statement[], whole: Statement): Generator<Constraint> {
  const closes = does(whole.ownClasses, "sum") || statements[whole.index - 1]?.standing === "tally" || (whole.gap.length <= 6 && does(whole.gapClasses, "sum"));
  const row: Statement[] = [];
  let tally: number | null = null;
  for (let i = whole.index - 1; i >= 0 && whole.index - i <= REACH && row.length < 8; i--) {
    const s = statements[i]!;
    if (crossing(s, whole) > 1) break;
    if (s.standing === "tally" && row.length === 0 && s.clause === whole.clause) tally = s.figure.value;
    const counts = isLevel(s) || (s.standing === "base" && s.year !== null);
    if (counts && sameUnit(s, whole) && (s.depth === whole.depth || row.length === 0 || s.group === row[0]!.group)) row.push(s);
  }
  const plus = row.findIndex((s) => does(s.gapClasses, "plus"));
  const added = plus >= 0 || row.some((s) => does(s.gapClasses, "plus"));
  for (let n = 2; n <= row.length; n++) {
    const parts = row.slice(0, n).reverse();
    const natural = tally === n || (tally === null && (n === row.length || row[n]!.segment !== row[n - 1]!.segment));
    const taken = plus >= 0 && n === plus + 2;
    const far = crossing(parts[0]!, whole);
    const cost = (closes || added ? 0 : 3) + (natural || taken ? 0 : 2) + far + between(statements, parts, whole);
    yield { kind: "sum", form: "sum", claim: whole, operands: as("part", ...parts), cost };
  }
  const inner = row.filter(({ ownClasses }) => !does(ownClasses, "of"));
  if (inner.length !== row.length)
    for (let n = 2; n <= inner.length; n++)
      yield { kind: "sum", form: "sum", claim: whole, operands: as("part", ...inner.slice(0, n).reverse()), cost: (closes || added ? 1 : 3) + (n === inner.length || tally === n ? 0 : 2) };
}

/** Other counts between the parts and their total, which are no part of it. */
const between = (statements: readonly Statement[], parts: readonly Statement[], whole: Statement): number =>
  Math.min(2, statements.slice(parts.at(-1)!.index + 1, whole.index).filter((s) => s.standing === "level" && s.mark !== "" && s.group === whole.group).length);
