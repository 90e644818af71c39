import { spell } from "../../facts/arithmetic.ts";
import { excessesOf } from "../../facts/relations/shares.ts";
import { type Total, totalsOf } from "../../facts/relations/total.ts";
import { say } from "../../text/message.ts";
import { defineRule, type Severity } from "../rule.ts";
import { number, operand, replacement } from "./shared/operand.ts";

export default defineRule({
  id: "figure/sum-mismatch",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("分项之和与总数不符。", "The parts do not make up the total."),
  why: say(
    "分项加起来对不上总数，是报告中最容易被发现的硬伤。",
    "Parts that do not add up are the first thing a reader finds.",
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
    { bad: "检查餐饮店210家、药店95家，合计⟦315家⟧。", fixed: "检查餐饮店210家、药店95家，合计305家。" },
  ],
  *check(paragraph) {
    for (const total of totalsOf(paragraph)) {
      const { whole, parts, sum, verdict } = total;
      if (parts.length < 2 || (verdict !== "exceeds" && verdict !== "short")) continue;
      const severity = weight(total);
      if (!severity) continue;
      const computation = computed(total);
      const over = sum > whole.figure.value!;
      const gap = spell(Math.abs(sum - whole.figure.value!), whole.figure);
      const mild = severity !== "error";
      yield {
        span: whole.figure.span,
        ...(mild ? { severity } : {}),
        message: say(
          mild
            ? `${computation}，比总数少${gap}；若还有其他类别，请补上或写明“主要包括”。`
            : `${computation}；分项之和比总数${over ? "多" : "少"}${gap}，请核对。`,
          `The parts add up to ${spell(sum, whole.figure)}, but the total is ${number(whole.figure)}.`,
        ),
        related: parts.map((part, i) => operand(paragraph, part, `分项${i + 1}`, `Part ${i + 1}`)),
        fixes: replacement(paragraph, whole.figure, sum),
      };
    }
    for (const { shares, sum } of excessesOf(paragraph)) {
      const terms = shares.map(({ figure }) => `${number(figure)}%`).join("＋");
      yield {
        span: shares.at(-1)!.figure.span,
        message: say(
          `${terms}＝${spell(sum)}%，各项占比之和超过100%，请核对。`,
          `The shares add up to ${spell(sum)}%, more than 100%.`,
        ),
        related: shares.map((share, i) => operand(paragraph, share, `占比${i + 1}`, `Share ${i + 1}`)),
      };
    }
  },
});

/** A list after 其中 may leave something out: the less it lacks, the likelier it was meant to be whole. */
function weight({ list, verdict, sum, whole, parts }: Total): Severity | null {
  if (verdict === "exceeds" || list === "closed") return "error";
  const share = sum / whole.figure.value!;
  if (share >= 0.9) return "warning";
  return parts.length >= 4 || share >= 0.5 ? "hint" : null;
}

const MANY = 8;

function computed({ whole, parts, sum }: Total): string {
  const terms = parts.slice(0, MANY).map(({ figure }) => number(figure));
  const tail = parts.length > MANY ? "＋…" : "";
  return `${terms.join("＋")}${tail}＝${spell(sum, whole.figure)}，文中为${number(whole.figure)}`;
}
