import { spell } from "../../facts/arithmetic.ts";
import type { Mention } from "../../facts/mention.ts";
import { type Rate, ratesOf } from "../../facts/relations/rate.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { number, operand, replacement } from "./shared/operand.ts";

export default defineRule({
  id: "figure/rate-mismatch",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("比率与它的分子、分母不符。", "A rate that its part and whole do not give."),
  why: say("分子和分母就在句中，读者一除便知。", "Part and whole stand in the same sentence: anyone can divide."),
  examples: [
    { good: "新增减税降费8.6亿元，办理留抵退税1.3亿元，“非接触式”办税比例达96%。" },
    { good: "进出口总值42.5亿元，其中出口31.2亿元、进口11.3亿元，对邻国出口占比达46.8%。" },
    { good: "财政总收入212亿元，其中税收收入159亿元、非税收入53亿元，税收占比75%。" },
    { good: "受理纠纷21493件，调解成功21446件，调解成功率99.78%。" },
    { good: "抽检食品500批次，不合格8批次，合格率98.4%。" },
    { good: "收入完成24627万元，完成年初预算60999万元的40.4%。" },
    { bad: "受理纠纷320件，调解成功304件，调解成功率⟦96%⟧。", fixed: "受理纠纷320件，调解成功304件，调解成功率95%。" },
    { bad: "接听来电2000个，其中咨询类1500个，占⟦70%⟧。", fixed: "接听来电2000个，其中咨询类1500个，占75%。" },
    { bad: "回收问卷后测算满意率为⟦92%⟧（180/200）。", fixed: "回收问卷后测算满意率为90%（180/200）。" },
  ],
  *check(paragraph) {
    for (const rate of ratesOf(paragraph)) {
      const cut = rate.verdict === "holds" && rate.cut;
      if ((rate.verdict !== "fails" && !cut) || rate.part === null) continue;
      const { claim, wholeMention, partMention } = rate;
      const percent = (rate.part / rate.whole) * 100;
      if (!Number.isFinite(percent)) continue;
      const scale = claim.figure.unit === "成" ? 10 : 1;
      const places = Math.max(0, Math.min(6, Math.round(-Math.log10(claim.figure.precision * scale))));
      const right = Number(percent.toFixed(places));
      yield {
        span: claim.figure.span,
        ...(cut ? { severity: "hint" as const } : {}),
        message: say(
          `${computed(rate)}＝${Number(percent.toFixed(Math.max(2, places)))}%，文中为${paragraph.text.slice(claim.figure.span.start, claim.figure.span.end)}，请核对。`,
          `The figures give ${right}%, the text says ${spell(claim.figure.value! * scale)}%.`,
        ),
        related:
          partMention === wholeMention || partMention === null
            ? []
            : [operand(paragraph, partMention, "分子", "Part"), operand(paragraph, wholeMention, "分母", "Whole")],
        fixes: scale === 1 ? replacement(paragraph, claim.figure, right) : [],
      };
    }
  },
});

function computed({ part, whole, partMention, wholeMention, remainder }: Rate): string {
  if (partMention === wholeMention || partMention === null) return `${spell(part!)}÷${spell(whole)}`;
  const show = (m: Mention): string => number(m.figure);
  return remainder
    ? `（${show(wholeMention)}－${show(partMention)}）÷${show(wholeMention)}`
    : `${show(partMention)}÷${show(wholeMention)}`;
}
