import { nameOf, namesIn, shared } from "../statements/name.ts";
import { does, type Statement } from "../statements/statement.ts";
import { against } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import { basesOf, isOutcome, levelsOf } from "./compared.ts";
import { as, type Constraint, type Kind, operandOf } from "./constraint.ts";
import { minus } from "./interval.ts";
import { parallelOf } from "./ratio.ts";
import { before, crossing, isPercent } from "./reach.ts";
import { placesOf, rounded, shown } from "./spell.ts";

/** The difference of two rates, or of two growths, in percentage points. */
export const points: Kind = {
  name: "points",
  family: "change",

  *propose(statements) {
    for (const claim of statements) {
      if (claim.standing !== "points") continue;
      const row = ofRow(statements, claim);
      if (row) {
        yield* row;
        continue;
      }
      const bracketed = ofBracket(statements, claim);
      if (bracketed)
        yield {
          kind: "points",
          form: "difference",
          claim,
          operands: [...as("level", bracketed.level), ...as("base", bracketed.base)],
          cost: 0,
        };
      if (bracketed || does(claim.ownClasses, "elsewhere")) continue;
      const make = (cost: number, level: Statement, base: Statement): Constraint => ({
        kind: "points",
        form: "difference",
        claim,
        operands: [...as("level", level), ...as("base", base)],
        cost,
      });
      const words = [...(claim.previous?.clause === claim.clause ? claim.previous.own : []), ...claim.own];
      const [one, other] = [
        words.findIndex(({ classes }) => does(classes, "first")),
        words.findIndex(({ classes }) => does(classes, "second")),
      ];
      const [latter, former] = before(statements, claim, 6).filter((s) => isPercent(s) && s.standing !== "points");
      if (one >= 0 && other >= 0 && latter && former) {
        yield one < other ? make(0, former, latter) : make(0, latter, former);
        continue;
      }
      // 在21.6%的基础上再压3个百分点，控制到18.6%
      const next = statements[claim.index + 1];
      const basis = claim.previous;
      if (
        basis?.standing === "base" &&
        isPercent(basis) &&
        basis.clause === claim.clause &&
        next?.segment === claim.segment &&
        isPercent(next) &&
        isOutcome(next)
      ) {
        yield make(0, next, basis);
        continue;
      }
      // 高出省定35%的目标7.4个百分点: held against what stands in its own clause.
      const held = claim.previous;
      const over = held?.own.some(
        ({ text }) =>
          against.has(text) ||
          SHORT.has(text) ||
          // 与91.7%的时间进度相比慢3.1个百分点
          (does(held.ownClasses, "compare") && held.tail.some(({ text }) => text === "相比")) ||
          (text === "比" && FASTER.has(claim.own.at(-1)?.text ?? "")),
      );
      if (held && isPercent(held) && held.clause === claim.clause && over) {
        const level = before(statements, held, 4).find(
          (s) =>
            isPercent(s) &&
            s.segment === claim.segment &&
            (s.standing === "rate" ||
              s.standing === "share" ||
              // 增长4.8%，低于6%的目标1.2个百分点
              (s.standing === "growth" && (s === held.previous || claim.own.some(({ text }) => text === "增速")))),
        );
        // 距85%的目标差2.6个百分点: what it falls short of stands above it.
        if (level)
          yield held.own.some(({ text }) => SHORT.has(text)) || claim.own.some(({ text }) => LACKING.has(text))
            ? make(0, held, level)
            : make(0, level, held);
      }
      // 由2024年的65%提高到80%，提高15个百分点
      const from = held?.clause !== claim.clause && held?.segment === claim.segment ? held.previous : null;
      if (from && isPercent(held!) && isPercent(from) && from.standing === "base" && from.clause === held!.clause)
        yield make(0, held!, from);
      // 比6月底提高3.2个百分点: of that day, wherever it is told.
      const date = datedBase(claim);
      if (
        date !== null &&
        !before(statements, claim).some((s) => isPercent(s) && s.own.some(({ text }) => text === date))
      )
        continue;
      const named = namedGrowths(statements, claim);
      if (named) {
        yield make(0, named[0], named[1]);
        continue;
      }
      for (const { statement: level, cost } of levelsOf(statements, claim))
        for (const base of basesOf(statements, claim, level))
          if (isPercent(level)) yield make(cost + base.cost, level, base.statement);
      const [earlier] = before(statements, claim, 2).filter((s) => isPercent(s) && s.sentence === claim.sentence);
      const namesake = earlier && nameOf(earlier).length > 0 ? namesakeOf(statements, claim, earlier) : undefined;
      if (earlier?.standing === "base" && namesake) yield make(1, namesake, earlier);
      const growths = before(statements, claim, 8).filter(
        (s) => s.standing === "growth" && s.figure.unit === "%" && crossing(s, claim) < 2,
      );
      for (const [i, level] of growths.slice(0, 3).entries())
        for (const [j, base] of growths.slice(0, 5).entries())
          if (base !== level) yield make(shared(nameOf(claim), topicOf(base)) > 0 ? i : 2 + i + j, level, base);
      const rates = before(statements, claim, 8).filter(
        (s) => (s.standing === "rate" || s.standing === "share") && isPercent(s) && crossing(s, claim) < 2,
      );
      for (const [i, level] of rates.slice(0, 2).entries())
        for (const [j, base] of rates.slice(0, 4).entries()) if (base !== level) yield make(2 + i + j, level, base);
    }
  },

  value: (constraint, read) => minus(read(operandOf(constraint, "level")!), read(operandOf(constraint, "base")!)),

  explain(constraint) {
    const [level, base] = [operandOf(constraint, "level")!, operandOf(constraint, "base")!];
    const difference = signed(level) - signed(base);
    const [more, less] = difference < 0 ? [base, level] : [level, base];
    return `${shown(more)}－${shown(less)}＝${rounded(Math.abs(difference), Math.max(placesOf(level.figure), placesOf(base.figure)))}个百分点`;
  },
};

/** How many statements behind a row of points the rates of before are told. */
const BEHIND = 3;

/** 分别为95.2%、88.7%，同比各升1.1和2.6个百分点，上年依次是94.1%、86.1%: level and base of each by their order; null of no row. */
function ofRow(statements: readonly Statement[], claim: Statement): readonly Constraint[] | null {
  const run = parallelOf(statements, claim);
  if (!run || run.some(({ standing }) => standing !== "points")) return null;
  const [at, first, last] = [run.indexOf(claim), run[0]!, run.at(-1)!];
  const rowAt = (from: number): readonly Statement[] => statements.slice(from, from + run.length);
  const isRates = (row: readonly Statement[]): boolean =>
    row.length === run.length && row.every((s) => isPercent(s) && s.sentence === first.sentence);
  const levels = rowAt(Math.max(0, first.index - run.length));
  if (!isRates(levels)) return null;
  const begin = statements
    .slice(last.index + 1, last.index + 1 + BEHIND)
    .find((s) => s.standing === "base" && isPercent(s));
  const earlier = first.index - 2 * run.length;
  const bases = begin ? rowAt(begin.index) : earlier >= 0 ? rowAt(earlier) : [];
  return isRates(bases) && bases.every(({ standing }) => standing === "base")
    ? [
        {
          kind: "points",
          form: "difference",
          claim,
          operands: [...as("level", levels[at]!), ...as("base", bases[at]!)],
          cost: 0,
        },
      ]
    : [];
}

/** The day or year that a claim is held against by its words, and by no figure: 6月 of 比6月底提高. */
function datedBase({ own, previous, clause }: Statement): string | null {
  const at = own.findIndex(({ text }) => text === "比" || text === "较");
  const date = own[at + 1];
  return at >= 0 && date !== undefined && date.figure >= 0 && previous?.clause !== clause ? date.text : null;
}

/** 占22.5%，高于全市平均水平（20.9%）1.6个百分点: the rate before it, and that in the bracket. */
function ofBracket(
  statements: readonly Statement[],
  claim: Statement,
): { readonly level: Statement; readonly base: Statement } | null {
  const base = statements[claim.index - 1];
  const level = statements[claim.index - 2];
  const told = base && base.depth > claim.depth && base.own.length === 0 && isPercent(base);
  const over = claim.own.some(({ text }) => against.has(text));
  return told &&
    over &&
    level &&
    level.depth === claim.depth &&
    level.segment === claim.segment &&
    isPercent(level) &&
    level.standing !== "growth"
    ? { level, base }
    : null;
}

/** 比规上工业7.1%的增速快2.5个百分点 */
const FASTER = new Set(["快", "慢", "高", "低"]);
const SHORT = new Set(["距", "距离", "离"]);
/** 与33.5%相比还差5.3个百分点 */
const LACKING = new Set(["差", "还差", "尚差", "仍差"]);

/** 亏损面10.5%。上年39家中亏损6家，亏损面15.4%，收窄4.9个百分点: the rate of one name in the sentence before. */
const namesakeOf = (statements: readonly Statement[], claim: Statement, base: Statement): Statement | undefined =>
  before(statements, claim, 6).find(
    (s) =>
      s !== base &&
      isPercent(s) &&
      s.standing === "rate" &&
      crossing(s, claim) === 2 &&
      nameOf(s).join("") === nameOf(base).join(""),
  );

/** 收入增长2.7%，…支出增幅高于收入2.1个百分点: the growth of each by its name; null where the claim names no two of them. */
function namedGrowths(statements: readonly Statement[], claim: Statement): readonly [Statement, Statement] | null {
  const at = claim.own.findIndex(({ text }) => against.has(text));
  if (at < 1) return null;
  const growths = before(statements, claim, 10).filter(
    (s) => s.standing === "growth" && s.figure.unit === "%" && crossing(s, claim) < 2,
  );
  const of = (words: readonly Token[]) => {
    const name = namesIn(words);
    return name.length === 0 ? undefined : growths.find((s) => shared(name, topicOf(s)) > 0);
  };
  const [level, base] = [of(claim.own.slice(0, at)), of(claim.own.slice(at + 1))];
  return level && base && level !== base ? [level, base] : null;
}

/** What a growth is of: its own words, or those of the level before it. */
function topicOf(s: Statement): readonly string[] {
  let at: Statement | null = s;
  for (let steps = 0; at && steps < 3; steps++, at = at.previous)
    if (at.sentence === s.sentence && nameOf(at).length > 0) return nameOf(at);
  return [];
}

const signed = ({ figure, direction, standing }: Statement): number =>
  standing === "growth" && direction === "down" ? -figure.value! : figure.value!;
