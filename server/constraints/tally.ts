import { listingsOf } from "../statements/listing.ts";
import type { Statement } from "../statements/statement.ts";
import type { Span } from "../text/span.ts";
import { asAll, type Constraint, type Kind } from "./constraint.ts";
import { numberOf } from "./count.ts";
import { exactly } from "./interval.ts";
import { isLevel, sameUnit } from "./reach.ts";
import { sumOf } from "./sum.ts";

/**
 * How many things are named, or figures summed up, beside the number that says so: 婚姻家庭、邻里、土地三类, 三类合计400起. What
 * does not agree is told by the rule for lists, which can say which item may be missing; here it is only borne out.
 */
export const tally: Kind = {
  name: "count",
  family: "count",

  *propose(statements) {
    const [first] = statements;
    if (!first) return;
    for (const { span, items, holds } of listingsOf(first.paragraph)) {
      if (!holds) continue;
      const near = statements.findLast(({ figure }) => figure.span.start <= span.start) ?? first;
      const told = statements.filter(({ figure }) =>
        items.some(({ start, end }) => start <= figure.span.start && figure.span.end <= end),
      );
      yield counts(near, span, items.length, told);
    }
    for (const whole of statements) {
      if (!isLevel(whole)) continue;
      const said = numberOf(statements, whole);
      const items = said && summed(statements, whole, said.before, said.value);
      if (items) yield counts(whole, said.span, items.length, items);
    }
  },

  value: ({ form }) => exactly(Number(form)),

  explain: ({ form }) => `${form}项`,
};

/** The number is often no figure of its own (三类), so that its statement is that beside it with another span. */
const counts = (near: Statement, span: Span, count: number, items: readonly Statement[]): Constraint => ({
  kind: "count",
  form: String(count),
  claim: {
    ...near,
    standing: "tally",
    figure: { ...near.figure, span, value: count, precision: 1, approximate: false, bound: null },
  },
  operands: asAll("item", items),
  cost: 0,
  key: `count ${span.start}`,
});

/** As many figures before a number as it says, if the total behind it is theirs. */
function summed(
  statements: readonly Statement[],
  whole: Statement,
  from: number,
  count: number,
): readonly Statement[] | null {
  const row = statements
    .slice(0, from)
    .filter((s) => isLevel(s) && sameUnit(s, whole) && s.sentence === whole.sentence);
  const items = row.slice(-count);
  return items.length === count && Math.abs(sumOf(items) - whole.figure.value!) <= whole.figure.precision
    ? items
    : null;
}
