import { integer } from "../../constraints/integer.ts";
import { claimsOf } from "../../constraints/judge.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { operand, written } from "./shared/operand.ts";

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
  needs: "figures",
  *check(paragraph) {
    for (const { constraint, verdict, statement } of claimsOf(paragraph)) {
      if (constraint.kind !== "integer" || verdict !== "refuted") continue;
      const whole = constraint.operands[0]!.statement;
      const [rate, number] = [written(paragraph, statement.figure), written(paragraph, whole.figure)];
      yield {
        span: statement.figure.span,
        message: say(
          `以${number}为分母得不出${rate}（${integer.explain(constraint)}），请核对或写明分母。`,
          `No whole number of ${number} is ${rate} (${integer.explain(constraint)}).`,
        ),
        related: [operand(paragraph, whole, "分母", "Whole")],
      };
    }
  },
});
