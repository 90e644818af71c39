import { does, type Statement } from "../statements/statement.ts";
import { as, type Kind, operandOf, operandsOf } from "./constraint.ts";
import { minus, total } from "./interval.ts";
import { before, crossing, isLevel, sameUnit } from "./reach.ts";
import { finest } from "./sum.ts";
import { shown, spell } from "./spell.ts";

/** What is left of a whole when some of it is taken: 其余, 剩余, 尚未办结. */
export const rest: Kind = {
  name: "rest",
  family: "account",

  *propose(statements) {
    for (const claim of statements) {
      if (!isLevel(claim)) continue;
      const cue = cueOf(claim);
      const known = before(statements, claim).filter(
        (s) => (isLevel(s) || s.standing === "target") && sameUnit(s, claim) && s.depth <= claim.depth + 1 && crossing(s, claim) < 2,
      );
      const [near, far] = known;
      if (near && far && near.figure.value! > far.figure.value!)
        yield { kind: "rest", form: "rest", claim, operands: [...as("whole", near), ...as("part", far)], cost: cue + 1 + crossing(far, claim) };
      for (let n = 1; n <= Math.min(5, known.length - 1); n++) {
        const taken = known.slice(0, n).reverse();
        for (const [i, whole] of known.slice(n, n + 4).entries()) {
          if (whole.figure.value! < claim.figure.value! && cue > 1) continue;
          const skipped = known.slice(n, n + i).length;
          const cost = cue + (n - 1) * (skipped === 0 && n === known.length - 1 ? 0 : 1) + skipped + crossing(whole, claim) + (does(taken[0]!.ownClasses, "of") && n > 1 ? 1 : 0);
          yield { kind: "rest", form: "rest", claim, operands: [...as("whole", whole), ...as("part", ...taken)], cost };
        }
      }
    }
  },

  value: (constraint, read) =>
    minus(read(operandOf(constraint, "whole")!), total(operandsOf(constraint, "part").map(read))),

  explain(constraint) {
    const whole = operandOf(constraint, "whole")!;
    const parts = operandsOf(constraint, "part");
    const value = parts.reduce((left, { figure }) => left - figure.value!, whole.figure.value!);
    return `${[whole, ...parts].map(shown).join("－")}＝${spell(value, finest([constraint.claim, whole, ...parts]).figure)}`;
  },
};

const PENDING = "仍尚待未";

/** How plainly the words call it a rest: 0 其余, 1 未 and 仍, 3 not at all. */
function cueOf({ own, ownClasses, tail }: Statement): number {
  if (does(ownClasses, "left")) return 0;
  if (does(ownClasses, "rest") && own[0] && does(own[0].classes, "rest")) return 1;
  const pending = ["未", "没有", "不予", "未能", "尚未", "仍", "尚", "正在", "待", "还", "在办", "未", "审减", "节约", "结余"];
  if (own.some(({ text }) => pending.includes(text) || (text.length > 1 && PENDING.includes(text[0]!)))) return 1;
  return tail.some(({ text }) => text === "正在" || text === "仍" || text === "尚") ? 2 : 3;
}
