import { nameOf } from "../statements/name.ts";
import { does, type Statement } from "../statements/statement.ts";
import { asAll, type Kind, operandsOf } from "./constraint.ts";
import { exactly, minus, total } from "./interval.ts";
import { basisOf } from "./named.ts";
import { parallelOf } from "./ratio.ts";
import { isLevel, isPercent, sameUnit, wholeOf } from "./reach.ts";
import { shown, spell } from "./spell.ts";
import { sumOf } from "./sum.ts";
import { firstsOf } from "./told.ts";

/** 甲230件、乙130件，依次占35%、20%，其他290件: more of them are told behind. */
const isFollowed = (statements: readonly Statement[], run: readonly Statement[]): boolean => {
  const [count, next] = [run[0]!.previous, statements[run.at(-1)!.index + 1]];
  return count !== null && next?.sentence === count.sentence && isLevel(next) && sameUnit(next, count);
};

/** 大气类占45.1%、噪声类占33.5%、水类占12.8%，前两类合计占78.6%: the first of the shares before it, as many as it says. */
function foremostOf(statements: readonly Statement[], claim: Statement): readonly Statement[] | null {
  const count = claim.standing === "share" && isPercent(claim) ? firstsOf(claim.own) : 0;
  if (count === 0) return null;
  let from = claim.index;
  while (from > 0 && isShare(statements[from - 1]!) && statements[from - 1]!.sentence === claim.sentence) from--;
  const row = statements.slice(from, claim.index);
  return row.length > count ? row.slice(0, count) : null;
}

const isShare = (s: Statement): boolean => s.standing === "share" && isPercent(s);

/** Shares of one whole told one after another (民事占47.5%、刑事占52.5%): no more than all of it; of a row (占比依次为), all of it. */
export const shares: Kind = {
  name: "shares",
  family: "sum",

  *propose(statements) {
    for (const s of statements) {
      const foremost = foremostOf(statements, s);
      if (foremost)
        yield {
          kind: "shares",
          form: "first",
          claim: s,
          operands: asAll("part", foremost),
          cost: 0,
          key: `shares ${s.index}`,
        };
      const run = parallelOf(statements, s);
      const told =
        run?.at(-1) === s &&
        run.length > 2 &&
        does(run[0]!.gapClasses, "share") &&
        does(run[0]!.gapClasses, "each") &&
        !isFollowed(statements, run);
      if (told)
        yield {
          kind: "shares",
          form: "all",
          claim: s,
          operands: asAll("part", run.slice(0, -1)),
          cost: 0,
          key: `shares ${s.index}`,
        };
    }
    let row: Statement[] = [];
    for (const s of statements) {
      const goesOn = row.length > 0 && s.sentence === row[0]!.sentence && s.group === row[0]!.group;
      if (!goesOn) row = [];
      if (
        s.standing !== "share" ||
        s.figure.unit !== "%" ||
        nameOf(s).length === 0 ||
        s.own.at(-1)?.text !== "占" ||
        basisOf(s) !== null
      )
        continue;
      row.push(s);
      if (row.length > 1 && s.index - row[0]!.index <= 2 * row.length)
        yield {
          kind: "shares",
          form: "within",
          claim: s,
          operands: asAll("part", row.slice(0, -1)),
          cost: 0,
          key: `shares ${s.index}`,
        };
    }
  },

  value(constraint, read) {
    if (constraint.form === "first") return total(operandsOf(constraint, "part").map(read));
    const left = minus(exactly(wholeOf(constraint.claim)), total(operandsOf(constraint, "part").map(read)));
    return { low: constraint.form === "all" ? left.low : Number.NEGATIVE_INFINITY, high: left.high };
  },

  explain(constraint) {
    const told = operandsOf(constraint, "part");
    const parts = constraint.form === "first" ? told : [...told, constraint.claim];
    return `${parts.map(shown).join("＋")}＝${spell(sumOf(parts))}%`;
  },
};
