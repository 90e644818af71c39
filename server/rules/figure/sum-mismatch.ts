import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { refuted } from "./shared/refuted.ts";

export default defineRule({
  id: "figure/sum-mismatch",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("分项之和与总数不符。", "The parts do not make up the total."),
  why: say(
    "分项加起来对不上总数，起止日期对不上天数，是报告中最容易被发现的硬伤。",
    "Parts that do not add up, and days that do not fit their dates, are the first thing a reader finds.",
  ),
  examples: [
    { good: "破获案件1260起，报案数同比下降8.5%（由2400起降至2196起）。" },
    { good: "累计发放低保金5238万元，月人均补差分别为486元和362元。" },
    { good: "新增泊位1200个，其中路内泊位460个、公共停车场泊位540个、错时共享泊位200个。" },
    { good: "巡查覆盖6个县和11个部门，反馈问题213个，整改完成209个，剩余4个正在推进。" },
    { good: "组建共同体2个，成员单位包括3家医院、18家卫生院。" },
    { good: "完成投资4320万元，占计划投资的40%（4320万元/10800万元）。" },
    { good: "全年受理援助申请920件，其中民事案件437件、刑事案件483件。" },
    { good: "排查隐患860处，主要包括消防隐患300处、用电隐患210处。" },
    { good: "现有干部120名，其中女干部66名、党员97名。" },
    {
      bad: "全年受理援助申请⟦930件⟧，其中民事案件437件、刑事案件483件。",
      fixed: "全年受理援助申请920件，其中民事案件437件、刑事案件483件。",
    },
    {
      bad: "拨付资金⟦1.2亿元⟧（养老5000万元、托育8000万元）。",
      fixed: "拨付资金1.3亿元（养老5000万元、托育8000万元）。",
    },
    { bad: "来电中咨询类占47.5%，投诉类占⟦62.5%⟧。" },
    { good: "专项督查自4月8日进驻，至5月20日离点，历时43天。" },
    { bad: "专项督查自4月8日进驻，至5月20日离点，历时⟦34天⟧。" },
    { bad: "检查餐饮店210家、药店95家，合计⟦315家⟧。", fixed: "检查餐饮店210家、药店95家，合计305家。" },
  ],
  needs: "figures",
  check: (paragraph) => refuted(paragraph, ["sum", "shares", "days"]),
});
