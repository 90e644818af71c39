import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { against } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import { as, type Constraint, type Kind, LOOSE, operandOf } from "./constraint.ts";
import { type Interval, minus, negated } from "./interval.ts";
import { before, crossing, isPercent, sameUnit } from "./reach.ts";
import { shown, spell } from "./spell.ts";

/** How far apart two values of one time are: 最高与最低相差14天, 甲镇比乙镇多7件. */
export const gap: Kind = {
  name: "gap",
  family: "change",

  *propose(statements) {
    for (const claim of statements) {
      const pair = isApart(claim)
        ? apartIn(statements, claim)
        : claim.direction !== null && (claim.standing === "delta" || claim.standing === "points")
          ? namedIn(statements, claim)
          : null;
      if (!pair) continue;
      yield {
        kind: "gap",
        form: pair.apart ? "apart" : "named",
        claim,
        operands: [...as("level", pair.one), ...as("base", pair.other)],
        cost: pair.cost,
        ...(claim.standing === "delta" && { key: `${claim.index} change base` }),
        ...(claim.standing === "level" && { key: `${claim.index} account` }),
      } satisfies Constraint;
    }
  },

  value(constraint, read) {
    const [level, base] = [operandOf(constraint, "level")!, operandOf(constraint, "base")!];
    const of = (s: Statement): Interval => (isLoss(s) ? negated(read(s)) : read(s));
    const moved = minus(of(level), of(base));
    return constraint.form === "apart" ? size(moved) : moved;
  },

  explain(constraint) {
    const [one, other] = [operandOf(constraint, "level")!, operandOf(constraint, "base")!];
    if (isLoss(one) !== isLoss(other))
      return `${shown(one)}＋${shown(other)}＝${spell(one.figure.value! + other.figure.value!, constraint.claim.figure)}`;
    const [more, less] = one.figure.value! < other.figure.value! ? [other, one] : [one, other];
    return `${shown(more)}－${shown(less)}＝${spell(more.figure.value! - less.figure.value!, constraint.claim.figure)}`;
  },
};

interface Pair {
  readonly one: Statement;
  readonly other: Statement;
  readonly cost: number;
  /** Whether it is not said which of them is more. */
  readonly apart: boolean;
}

const APART = new Set("相差 悬殊 落差 极差 相距".split(" "));
const ENDS = new Set("首尾 高低 最高 最低 最多 最少 两头 前后 极端".split(" "));
const BEST = new Set("头名 榜首 首位 第一名 第一".split(" "));
const WITH = new Set(["与", "和", "同", "跟"]);

/** 两县相差, 首尾差 */
const isApart = ({ own }: Statement): boolean =>
  own.some(({ text }) => APART.has(text)) || (own.at(-1)?.text === "差" && own.some(({ text }) => ENDS.has(text)));

/** 1月亏86元，6月赚312元，前后相差398元: what is lost lies below nothing. */
const isLoss = ({ own }: Statement): boolean => own.some(({ text }) => LOSSES.has(text));
const LOSSES = new Set(["亏", "亏损", "净亏", "净亏损"]);

const size = ({ low, high }: Interval): Interval => (high < 0 ? { low: -high, high: -low } : { low, high });

/** What may be told apart from another by a claim: rates by points, counts and amounts by their own unit. */
const isAlike = (s: Statement, claim: Statement): boolean =>
  claim.standing === "points"
    ? isPercent(s) && s.standing !== "points" && s.standing !== "growth"
    : sameUnit(s, claim) && VALUES.has(s.standing);
const VALUES = new Set(["level", "average", "base", "target", "rate"]);

/** 两县相差: the two told before it, the ends of a row, or what it is held against in its clause and the value before that. */
function apartIn(statements: readonly Statement[], claim: Statement): Pair | null {
  const held = claim.previous;
  const told = before(statements, claim, ROW).filter(
    (s) =>
      crossing(s, claim) < 2 &&
      (isAlike(s, claim) || (claim.standing === "points" && s.standing === "growth" && isPercent(s))),
  );
  // 青埠县只有2.1%，与头名相差9.1个百分点: the last of them, and the greatest.
  if (told.length > 1 && claim.own.some(({ text }) => BEST.has(text))) {
    const most = told.reduce((a, b) => (b.figure.value! > a.figure.value! ? b : a));
    return most === told[0] ? null : { one: most, other: told[0]!, cost: 0, apart: true };
  }
  if (held?.clause === claim.clause && isAlike(held, claim) && held.own.some(({ text }) => WITH.has(text))) {
    const one = before(statements, held, ROW).find(
      (s) => isAlike(s, held) && s.standing !== "base" && crossing(s, claim) < 2,
    );
    return one ? { one, other: held, cost: one.segment === claim.segment ? 0 : 1, apart: true } : null;
  }
  if (told.length === 2) return { one: told[1]!, other: told[0]!, cost: 0, apart: true };
  if (told.length < 2) return null;
  const named = told.filter(({ own }) => own.some(({ text }) => ENDS.has(text)));
  if (named.length === 2) return { one: named[1]!, other: named[0]!, cost: 0, apart: true };
  const ends = [...claim.own, ...told.flatMap(({ own, tail }) => [...own, ...tail])].some(({ text }) => ENDS.has(text));
  if (!ends) return { one: told[1]!, other: told[0]!, cost: LOOSE, apart: true };
  const sorted = told.toSorted((a, b) => a.figure.value! - b.figure.value!);
  return { one: sorted.at(-1)!, other: sorted[0]!, cost: 1, apart: true };
}

/** How many statements back the values are looked for. */
const ROW = 10;

/** 下游站比上游站高: the values of the two that it names. */
function namedIn(statements: readonly Statement[], claim: Statement): Pair | null {
  const { own } = claim;
  const at = own.some(({ text }) => text === "相比")
    ? own.findIndex(({ text }) => WITH.has(text))
    : own.findIndex(({ text }) => text === "比" || text === "较" || against.has(text));
  if (at < 0) return null;
  const end = own.findIndex(({ classes, text }, i) => i > at && (text === "相比" || does(classes, "up", "down")));
  const told = before(statements, claim, ROW).filter((s) => isAlike(s, claim) && s.depth <= claim.depth + 1);
  // 前者比后者多2.5亿元: of the two told last.
  const [second, first] = told;
  const firstAt = own.findIndex(({ classes }) => does(classes, "first"));
  const secondAt = own.findIndex(({ classes }) => does(classes, "second"));
  // 县级配套和银行贷款合计2.96亿元，后者比前者多: of the two that a total is made up of, neither of which is told.
  const inOne = second && does(second.ownClasses, "sum", "both") && second.own.some(({ text }) => WITH.has(text));
  if (firstAt >= 0 && secondAt >= 0 && first && second && !inOne && first.sentence === claim.sentence)
    return firstAt < secondAt
      ? { one: first, other: second, cost: 0, apart: false }
      : { one: second, other: first, cost: 0, apart: false };
  const of = (words: readonly Token[]): Statement | undefined => {
    const name = said(words);
    // 较年初, 比上年同期: of a time, and of no other thing.
    const timed = words.some(({ classes, pos }) => pos === "t" || does(classes, "earlier", "opening", "now"));
    const borne = name.length > 1 && !timed ? told.filter((s) => wordsOf(s).includes(name)) : [];
    return borne.length === 1 ? borne[0] : undefined;
  };
  const other = of(own.slice(at + 1, end < 0 ? undefined : end));
  // 东山园区19家，比河口少9家: what was told right before it is held against another.
  const last = at === 0 && other && told[0] !== other && told[0]?.index === claim.index - 1 ? told[0] : undefined;
  const one = last?.segment === claim.segment ? last : of(own.slice(0, at));
  return one && other && one !== other ? { one, other, cost: last ? 1 : 0, apart: false } : null;
}

/** The words that a value stands with: its own, those of its place in a row, or of what its bracket explains. */
const wordsOf = ({ own, label, depth, gapClasses }: Statement): string =>
  does(gapClasses, "each") ? said(label) : own.length === 0 && depth > 0 ? said(label) : said(own);
