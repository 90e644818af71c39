import { mentionsOf } from "../../facts/mention.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** What a count of these is counted in, where a writer leaves it out. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:金额|资金|经费|投资|收入|支出|产值|税收|税款|贷款|补贴|补助|损失|赔偿|罚款|标的额|标的|货值|总额|产值|营收|造价|债务|欠款|工资|报酬|利润|涉及|涉案)$/,
    "元",
  ],
  [/(?:播放|点击|阅读|浏览|访问|转发|下载|点赞|曝光|话题)(?:总?[量数])?$/, "次"],
  [
    /(?:观看|参与|收看|参加|受众|受益|惠及|服务|覆盖|吸引|接待|围观|听众|观众|培训|咨询|普及|旁听)(?:总?人数|群众|人员|市民|居民|职工|学生|网友)?$/,
    "人次",
  ],
  [/(?:粉丝|关注|用户|注册|会员)(?:人数|数量?|量)?$/, "人"],
  [/(?:案件|纠纷|诉求|工单|事项|信访|警情|证照)$/, "件"],
  [/(?:文件|合同|意见书|法律意见|问卷|材料|函|报告)$/, "份"],
  [/(?:企业|单位|机构|商户|市场主体|经营主体)$/, "家"],
  [/(?:人员|群众|学员|党员|干部|志愿者|调解员|律师|学生|职工)$/, "人"],
  [/(?:活动|讲座|宣讲|会议)$/, "场"],
  [/(?:问题|隐患|点位)$/, "个"],
  [/(?:线索|信息|数据|建议)$/, "条"],
  [/车辆$/, "辆"],
];

/** Words that leave no doubt that money is counted. */
const FUNDS = /(?:资金|金额|经费|贷款|补贴|补助|税款|罚款|货值|标的额)(?:共|总|合|累)(?:计|额|为|达|到)*$/;
const COPULA = /(?:[已约近超逾达共计为是有到至过]|达到|超过|突破|累计|多达|高达|仅|总计|合计|[:：]|\s){0,6}$/;
const AFTER = /^(?:观看|收看|参与|围观|点赞|转发|互动)|^\s?(?:[,，。、;；!！?？)）\n]|$)/;

export default defineRule({
  id: "figure/missing-unit",
  scope: "paragraph",
  severity: "error",
  basis: "standard",
  summary: say("数量后面要有单位。", "A quantity needs a unit or a measure word."),
  why: say(
    "“20亿”可以是元，也可以是次；没有单位，数字就无从核对。",
    "Without a unit the reader cannot tell what is counted.",
  ),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "全年拨付救助资金3.2亿元，惠及群众1.5万人次。" },
    { good: "群众满意度测评得分为92.5，居全市前列。" },
    { bad: "全年兑付奖补资金⟦超过3亿⟧，为企业解困。", fixed: "全年兑付奖补资金超过3亿元，为企业解困。" },
    { bad: "普法短视频总播放量⟦50万+⟧。", fixed: "普法短视频总播放量50万余次。" },
    { bad: "兑付补贴资金共计⟦2723⟧，惠及522户。" },
    { bad: "全年办理案件⟦320⟧，无一差错。", fixed: "全年办理案件320件，无一差错。" },
  ],
  *check(paragraph) {
    const { folded, text } = paragraph;
    for (const { figure, before } of mentionsOf(paragraph)) {
      if (figure.kind !== "quantity" || figure.unitSpan !== null) continue;
      const large = folded.slice(figure.digits.end, figure.span.end);
      const scaled = /[万亿]/.test(large);
      const plus = large.endsWith("+");
      if (!scaled && (figure.unit !== null || figure.hanzi || figure.value! < 10 || figure.precision < 1)) continue;
      if (figure.unit !== null && !plus) continue;
      if (!AFTER.test(folded.slice(figure.span.end, figure.span.end + 2))) continue;
      const noun = before.slice(-24).replace(COPULA, "");
      const counted = UNITS.find(([words]) => words.test(noun))?.[1];
      if (!counted && !scaled) continue;
      // 资金共计2723 lacks 元 or 万元, who knows which; other money words may go with a year or a rank.
      const bare = counted === "元" && !scaled;
      if (bare && !FUNDS.test(before)) continue;
      const unit = bare ? undefined : counted;
      const shown = text.slice(figure.span.start, figure.span.end);
      const end = figure.span.end;
      yield {
        span: figure.span,
        message: say(
          `“${shown}”后面缺单位${unit ? `，疑为“${unit}”` : ""}，请补上。`,
          `“${shown}” has no unit${unit ? `; “${unit}” is likely` : ""}.`,
        ),
        fixes: unit
          ? [
              {
                title: say(`补上“${unit}”`, `Insert “${unit}”`),
                safe: false,
                edits: [
                  plus ? { span: span(end - 1, end), newText: `余${unit}` } : { span: span(end, end), newText: unit },
                ],
              },
            ]
          : [],
      };
    }
  },
});
