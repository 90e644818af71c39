import { spell } from "../../facts/arithmetic.ts";
import { ratesOf } from "../../facts/relations/rate.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { operand } from "./shared/operand.ts";

export default defineRule({
  id: "figure/impossible-rate",
  scope: "paragraph",
  severity: "warning",
  basis: "arithmetic",
  summary: say("以文中总数计算，得不出这个比率。", "No whole number gives this rate of the stated whole."),
  why: say("32份中采纳31份是96.9%，采纳32份是100%，不会是98%。", "Of 32, 31 is 96.9% and 32 is 100%; nothing is 98%."),
  examples: [
    { good: "出具法律意见50份，意见采纳率98%。" },
    { good: "结案61件，胜诉率98.4%。" },
    { good: "培训学员30人，群众满意率98.7%。" },
    { bad: "出具法律意见32份，意见采纳率⟦98%⟧。" },
    { bad: "抽检药品40批次，合格率⟦99%⟧。" },
  ],
  *check(paragraph) {
    for (const { claim, whole, wholeMention, verdict } of ratesOf(paragraph)) {
      if (verdict !== "impossible") continue;
      const percent = claim.figure.value! * (claim.figure.unit === "成" ? 10 : 1);
      const guess = (whole * percent) / 100;
      const near = [...new Set([Math.floor(guess), Math.ceil(guess)])].filter((m) => m >= 0 && m <= whole);
      const shown = near.map((m) => `${m}÷${whole}＝${Number(((m / whole) * 100).toFixed(2))}%`).join("，");
      yield {
        span: claim.figure.span,
        message: say(
          `以${spell(whole)}为分母得不出${spell(percent)}%（${shown}），请核对或写明分母。`,
          `No whole number of ${spell(whole)} is ${spell(percent)}% (${near.map((m) => `${m}/${whole}`).join(", ")}).`,
        ),
        related: [operand(paragraph, wholeMention, "分母", "Whole")],
      };
    }
  },
});
