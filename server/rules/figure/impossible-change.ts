import { spell } from "../../facts/arithmetic.ts";
import { changesOf, percentOf } from "../../facts/relations/change.ts";
import { directionOf } from "../../facts/standing.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { operand } from "./shared/operand.ts";

export default defineRule({
  id: "figure/impossible-change",
  scope: "paragraph",
  severity: "warning",
  basis: "arithmetic",
  summary: say("按这个增幅倒推，上年同期数不是整数。", "No whole base gives this change for the stated count."),
  why: say(
    "案件、人数只能是整数，倒推不出整数，说明本期数或增幅至少有一个错。",
    "Counts are whole; if no whole base fits, one of the two is wrong.",
  ),
  examples: [
    { good: "结案105件，较上年同期增长72.1%。" },
    { good: "收到复议申请882件，同比增长36.32%。" },
    { good: "发放贷款3.2亿元，同比增长36.32%。" },
    { bad: "承办诉讼案件40件，同比增长⟦135.66%⟧。" },
    { bad: "查处案件23件，同比下降⟦11.3%⟧。" },
  ],
  *check(paragraph) {
    for (const { claim, current, verdict } of changesOf(paragraph)) {
      if (verdict !== "impossible" || !current) continue;
      const { percent } = percentOf(claim);
      const sign = directionOf(claim) === "down" ? -1 : 1;
      const count = current.figure.value!;
      const exact = count / (1 + (sign * percent) / 100);
      const near = [...new Set([Math.floor(exact), Math.ceil(exact)])].filter((base) => base > 0 && base !== count);
      const shown = near
        .map((base) => `上年${base}则为${Number((((count - base) / base) * 100).toFixed(2))}%`)
        .join("，");
      yield {
        span: claim.figure.span,
        message: say(
          `按此增幅倒推，上年同期数不是整数${shown ? `（${shown}）` : ""}，请核对本期数和增幅。`,
          `No whole base gives this change for ${spell(count)}; check both.`,
        ),
        related: [operand(paragraph, current, "本期数", "Now")],
      };
    }
  },
});
