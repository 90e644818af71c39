import { isJoined } from "../statements/rows.ts";
import type { Statement } from "../statements/statement.ts";
import { as, type Constraint, type Kind, operandOf } from "./constraint.ts";
import { interval, isExact, meet } from "./interval.ts";
import { before, sameUnit } from "./reach.ts";
import { digitsOf } from "./slip.ts";
import { shown } from "./spell.ts";

/**
 * The same indicator at the same time has the same value wherever it is told. What restates another by its name is looked for
 * in the whole report (`equal.ts`); a paragraph by itself has those that point back: 完成投资85.3亿元…在这85.3亿元里.
 */
export const equal: Kind = {
  name: "equal",
  family: "equal",
  *propose(statements) {
    for (const claim of statements) {
      if (!isPointing(claim)) continue;
      const likes = before(statements, claim).filter((s) => sameUnit(s, claim) && isExact(s.figure));
      const told = likes.find(({ figure }) => meet(interval(figure), interval(claim.figure)));
      if (!told && (digitsOf(claim.figure) < DIGITS || isReckoned(claim, likes))) continue;
      for (const [i, mention] of (told ? [told] : likes.filter((s) => !isJoined(s))).entries())
        yield {
          kind: "equal",
          form: "pointed",
          claim,
          operands: as("mention", mention),
          cost: Math.min(i, 1),
        } satisfies Constraint;
    }
  },
  value: (constraint, read) => {
    const mention = operandOf(constraint, "mention");
    return mention && read(mention);
  },
  explain(constraint) {
    const mention = operandOf(constraint, "mention")!;
    const { figure } = constraint.claim;
    const one = { low: figure.value! - figure.precision / 2, high: figure.value! + figure.precision / 2 };
    const two = {
      low: mention.figure.value! - mention.figure.precision / 2,
      high: mention.figure.value! + mention.figure.precision / 2,
    };
    return `${shown(constraint.claim)}${meet(one, two) ? "＝" : "≠"}${shown(mention)}`;
  },
};

/** Of fewer digits a figure that points back may count anything that was named. */
const DIGITS = 3;

/** 检查1200家，合格950家。这250家: the sum of two that were told, or what they differ by. */
const isReckoned = ({ figure }: Statement, likes: readonly Statement[]): boolean =>
  likes.some((a, i) =>
    likes
      .slice(i + 1)
      .some(
        (b) =>
          a.figure.value! + b.figure.value! === figure.value ||
          Math.abs(a.figure.value! - b.figure.value!) === figure.value,
      ),
  );

const POINTING = new Set(["这", "这些", "这批", "上述"]);

/** 这83.5亿元: told before, by its number alone. */
const isPointing = ({ own, figure }: Statement): boolean =>
  POINTING.has(own.at(-1)?.text ?? "") && figure.unit !== null && isExact(figure);
