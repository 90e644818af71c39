import { courseOf } from "../statements/course.ts";
import { does } from "../statements/statement.ts";
import { as, type Kind, operandOf } from "./constraint.ts";
import { before, crossing, isLevel, sameUnit } from "./reach.ts";
import { shown } from "./spell.ts";

const INNER = new Set(["其中", "包括", "含", "包含", "内有"]);

/** What is part of a whole, or a later step of one course, is no more than it: 其中, 整改 of 发现, 合格 of 参加. */
export const order: Kind = {
  name: "order",
  family: "order",

  *propose(statements) {
    for (const claim of statements) {
      if (!isLevel(claim)) continue;
      const known = before(statements, claim, 6).filter((s) => isLevel(s) && sameUnit(s, claim) && s.depth <= claim.depth && crossing(s, claim) < 2);
      if (claim.own.some(({ text }) => INNER.has(text))) {
        const whole = known[0];
        if (whole) yield { kind: "order", form: "within", claim, operands: as("whole", whole), cost: crossing(whole, claim) + (whole.index < claim.index - 3 ? 1 : 0) };
        continue;
      }
      const step = courseOf(claim);
      if (!step) continue;
      for (const [i, earlier] of known.slice(0, 3).entries()) {
        const from = courseOf(earlier);
        if (!from || from.course !== step.course || from.step >= step.step) continue;
        const carried = known.some((s) => does(s.gapClasses, "opening")) ? 2 : 0;
        yield { kind: "order", form: "step", claim, operands: as("step", earlier), cost: i + carried + crossing(earlier, claim) };
        break;
      }
    }
  },

  value(constraint, read) {
    const whole = read(operandOf(constraint, "whole") ?? operandOf(constraint, "step")!);
    return { low: Number.NEGATIVE_INFINITY, high: whole.high };
  },

  explain(constraint) {
    const whole = operandOf(constraint, "whole") ?? operandOf(constraint, "step")!;
    return `${shown(constraint.claim)}${constraint.claim.figure.value! <= whole.figure.value! ? "≤" : "＞"}${shown(whole)}`;
  },
};
