import { nameOf } from "../statements/name.ts";
import { does, type Statement } from "../statements/statement.ts";
import { asAll, type Kind, operandsOf } from "./constraint.ts";
import { exactly, minus, total } from "./interval.ts";
import { parallelOf } from "./ratio.ts";
import { isLevel, sameUnit, wholeOf } from "./reach.ts";
import { shown, spell } from "./spell.ts";
import { sumOf } from "./sum.ts";

/** 甲230件、乙130件，依次占35%、20%，其他290件: more of them are told behind. */
const isFollowed = (statements: readonly Statement[], run: readonly Statement[]): boolean => {
  const [count, next] = [run[0]!.previous, statements[run.at(-1)!.index + 1]];
  return count !== null && next?.sentence === count.sentence && isLevel(next) && sameUnit(next, count);
};

/** Shares of one whole told one after another (民事占47.5%、刑事占52.5%): no more than all of it; of a row (占比依次为), all of it. */
export const shares: Kind = {
  name: "shares",
  family: "sum",

  *propose(statements) {
    for (const s of statements) {
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
      if (s.standing !== "share" || s.figure.unit !== "%" || nameOf(s).length === 0 || s.own.at(-1)?.text !== "占")
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
    const left = minus(exactly(wholeOf(constraint.claim)), total(operandsOf(constraint, "part").map(read)));
    return { low: constraint.form === "all" ? left.low : Number.NEGATIVE_INFINITY, high: left.high };
  },

  explain(constraint) {
    const parts = [...operandsOf(constraint, "part"), constraint.claim];
    return `${parts.map(shown).join("＋")}＝${spell(sumOf(parts))}%`;
  },
};
