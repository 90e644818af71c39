import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { refuted } from "./shared/refuted.ts";

export default defineRule({
  id: "figure/rate-mismatch",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("比率与它的分子、分母不符。", "A rate that its part and whole do not give."),
  why: say(
    "分子和分母、户数和每户数就在句中，读者一算便知。",
    "Part and whole, number and rate for each, stand in the same sentence: anyone can reckon.",
  ),
  examples: [
    { good: "新增减税降费8.6亿元，办理留抵退税1.3亿元，“非接触式”办税比例达96%。" },
    { good: "进出口总值42.5亿元，其中出口31.2亿元、进口11.3亿元，对邻国出口占比达46.8%。" },
    { good: "财政总收入212亿元，其中税收收入159亿元、非税收入53亿元，税收占比75%。" },
    { good: "受理纠纷21493件，调解成功21446件，调解成功率99.78%。" },
    { good: "抽检食品500批次，不合格8批次，合格率98.4%。" },
    { good: "奖补示范村6个，每村40万元，达标村15个，每村12万元，共拨付420万元。" },
    { bad: "奖补示范村6个，每村40万元，达标村15个，每村12万元，共拨付⟦402万元⟧。" },
    { good: "收入完成24627万元，完成年初预算60999万元的40.4%。" },
    { bad: "受理纠纷320件，调解成功304件，调解成功率⟦96%⟧。", fixed: "受理纠纷320件，调解成功304件，调解成功率95%。" },
    { bad: "接听来电2000个，其中咨询类1500个，占⟦70%⟧。", fixed: "接听来电2000个，其中咨询类1500个，占75%。" },
    { bad: "回收问卷后测算满意率为⟦92%⟧（180/200）。", fixed: "回收问卷后测算满意率为90%（180/200）。" },
  ],
  needs: "figures",
  check: (paragraph) => refuted(paragraph, ["ratio", "average", "product"]),
});
