import { mentionsOf } from "../../facts/mention.ts";
import { type Change, changesOf } from "../../facts/relations/change.ts";
import { subjectOf } from "../../facts/relations/sides.ts";
import { say } from "../../text/message.ts";
import type { Span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

/** Names of rates; the growth of a 速率 or of 效率 is a growth like any other. */
const RATE =
  /(?:(?<![效速频功汇税利]|发生|发病|患病|死亡|受害|发案|事故|感染|伤亡|犯罪|人头)率|比重|占比|比例|满意度|知晓度|覆盖面|参与度)(?:均|都|也|又|分别|实现|持续|稳步|明显|大幅|有所|总体)?$/;
/** Names of what is counted, which grow by percent. */
const COUNT =
  /(?:案件|纠纷|人次|收入|支出|投资|总额|金额|产值|销售额|批次|[总数收件]量|[总起件人批]数)(?:同比|环比|[较比])/;
const POINTS = /个?百分点/;

export default defineRule({
  id: "figure/percent-or-points",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  summary: say("两个比率之差写“个百分点”，数量的增幅写“%”。", "Rates differ by points; counts grow by percent."),
  why: say("满意率从90%升到92%，是提高2个百分点，不是提高2%。", "From 90% to 92% is two points, not two percent."),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "群众满意率提高1.2个百分点。" },
    { good: "全年受理投诉1250件，同比增长8.7%。" },
    { good: "审批效率提升30%，平均用时压缩一半。" },
    { bad: "群众满意率较上年提高⟦1.2%⟧。", fixed: "群众满意率较上年提高1.2个百分点。" },
    { bad: "结案率98.5%，同比上升⟦3.1%⟧。", fixed: "结案率98.5%，同比上升3.1个百分点。" },
    {
      bad: "网上办理占比由88%提高到92%，提高⟦4%⟧。",
      fixed: "网上办理占比由88%提高到92%，提高4个百分点。",
    },
    { bad: "全年受理投诉1250件，同比增长⟦8.7个百分点⟧。", fixed: "全年受理投诉1250件，同比增长8.7%。" },
  ],
  *check(paragraph) {
    for (const change of changesOf(paragraph)) {
      const { claim, current, verdict } = change;
      const { figure } = claim;
      if (!figure.unitSpan) continue;
      const subject = subjectOf(claim);
      if (claim.standing === "growth" && figure.unit === "%") {
        const ofRate = RATE.test(subject) || (subject === "" && current?.standing === "rate");
        if (ofRate && (verdict !== "holds" || isDifference(change)))
          yield rewritten(figure.span, figure.unitSpan, "个百分点");
      } else if (claim.standing === "points" && COUNT.test(claim.before)) {
        yield rewritten(figure.span, figure.unitSpan, "%");
      } else if (claim.standing === "points" && subject.length < 2 && !current) {
        const count = claim.previous;
        const between = mentionsOf(paragraph).slice((count?.index ?? 0) + 1, claim.index);
        if (
          count &&
          count.standing === "level" &&
          count.sentence === claim.sentence &&
          between.every(({ figure: { unit } }) => unit !== "%") &&
          !/率|比重|占比|比例|度/.test(claim.gap)
        )
          yield rewritten(figure.span, figure.unitSpan, "%");
      }
    }
  },
});

/** From 88% to 92% are 4: the difference of the two rates, and not the growth of the one. */
const isDifference = ({ claim, current, base }: Change): boolean =>
  current !== null &&
  base !== null &&
  Math.abs(Math.abs(current.figure.value! - base.figure.value!) - claim.figure.value!) < claim.figure.precision / 2;

function rewritten(figure: Span, unit: Span, newText: "%" | "个百分点"): Finding {
  const points = POINTS.test(newText);
  return {
    span: figure,
    message: points
      ? say("若指两个比率之差，应写“个百分点”。", "The difference of two rates is told in percentage points.")
      : say("数量的增幅应写“%”，“个百分点”只用于两个比率之差。", "The growth of a count is told in percent."),
    fixes: [
      { title: say(`改为“${newText}”`, `Change to “${newText}”`), safe: false, edits: [{ span: unit, newText }] },
    ],
  };
}
