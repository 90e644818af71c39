import { basesBack, growthsOf, hasOtherTime, isAdjusted, percentOf } from "../../constraints/growth.ts";
import { spell } from "../../constraints/spell.ts";
import { statementsOf } from "../../statements/statement.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { operand } from "./shared/operand.ts";

/** Of more than this nearly every percentage has a whole base. */
const MOST = 10_000;

/** Changes from one part of the year to the next have a base of their own. */
const PERIODS = ["环比", "季度", "半年", "月"];

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
    { good: "建成乡村书屋23个，夜间开放时长增长11.3%。" },
    { good: "立案总数达到23件，按可比口径下降11.3%。" },
    { bad: "承办诉讼案件40件，同比增长⟦135.66%⟧。" },
    { bad: "查处案件23件，同比下降⟦11.3%⟧。" },
  ],
  *check(paragraph) {
    const statements = statementsOf(paragraph);
    for (const growth of growthsOf(paragraph)) {
      const { claim, level, base, delta, close } = growth;
      if (!level || !close || base || delta || claim.figure.unit !== "%" || level.figure.value! >= MOST) continue;
      if (level.standing !== "level" || isAdjusted(claim) || hasOtherTime(statements, growth)) continue;
      if (claim.own.some(({ text }) => PERIODS.some((period) => text.includes(period)))) continue;
      if (basesBack(growth)?.length !== 0) continue;
      const count = level.figure.value!;
      const exact = count / (1 + percentOf(claim).percent / 100);
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
        related: [operand(paragraph, level, "本期数", "Now")],
      };
    }
  },
});
