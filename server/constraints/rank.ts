import type { Statement } from "../statements/statement.ts";
import { as, type Kind, operandOf } from "./constraint.ts";
import { minus } from "./interval.ts";
import { after, before, crossing } from "./reach.ts";

const PLACES = new Set(["位", "名", "个位次", "位次"]);

/** 由第5位, 上年为第5位 */
const isEarlier = ({ own }: Statement): boolean =>
  own.some(
    ({ text }) => text === "由" || text === "从" || text === "较" || text === "比" || EARLIER.has(text.slice(0, 2)),
  );
const EARLIER = new Set(["上年", "上期", "上季", "上月", "上半", "上次", "上轮", "去年"]);

/** Places gained or lost in an order, where the smaller is the better. */
export const rank: Kind = {
  name: "rank",
  family: "change",

  *propose(statements) {
    for (const claim of statements) {
      if (
        claim.standing !== "delta" ||
        !(
          PLACES.has(claim.figure.unit ?? "") ||
          (claim.figure.unit === "个" && claim.tail[0]?.text.startsWith("位"))
        ) ||
        claim.direction === null
      )
        continue;
      const near = [...before(statements, claim, 5), ...after(statements, claim, 2)].filter(
        (s) => s.standing === "rank" && crossing(s, claim) < 2 && Number.isInteger(s.figure.value),
      );
      if (near.length !== 2) continue;
      const [one, other] = [near[0]!, near[1]!];
      // Which of them is the earlier is said by the claim's direction unless the words say it.
      const earlier = isEarlier(one)
        ? one
        : isEarlier(other) ||
            (other.own.length > 0 &&
              other.index < one.index &&
              !one.own.some(({ text }) => text.startsWith("上") || text === "比"))
          ? other
          : one;
      const now = earlier === one ? other : one;
      yield { kind: "rank", form: "places", claim, operands: [...as("base", earlier), ...as("level", now)], cost: 0 };
    }
  },

  value: (constraint, read) => minus(read(operandOf(constraint, "base")!), read(operandOf(constraint, "level")!)),

  explain(constraint) {
    const [base, level] = [operandOf(constraint, "base")!.figure.value!, operandOf(constraint, "level")!.figure.value!];
    return `第${base}位→第${level}位，${level < base ? "前移" : "后移"}${Math.abs(base - level)}位`;
  },
};
