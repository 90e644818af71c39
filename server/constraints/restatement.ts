import type { Kind } from "./constraint.ts";
import { operandOf } from "./constraint.ts";
import { meet } from "./interval.ts";
import { shown } from "./spell.ts";

/**
 * The same indicator at the same time has the same value wherever it is told. What restates another is looked for in the
 * whole report (`equal.ts`), so that a paragraph by itself proposes nothing.
 */
export const equal: Kind = {
  name: "equal",
  family: "equal",
  propose: () => [],
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
