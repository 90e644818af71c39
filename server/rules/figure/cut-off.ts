import { formatPeriod, type Period } from "../../grammar/period.ts";
import { say } from "../../text/message.ts";
import { shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

const CUT_OFF = /截[至止]到?(?:(20\d\d)年)?(\d{1,2})月(?:(\d{1,2})日|份?底|末)?/g;
const WHOLE_YEAR =
  /全年(?:度)?(?:共|累计|总计)?(?=受理|办理|办结|化解|调解|审查|审核|开展|组织|召开|举办|完成|实现|共|累计|收到|接待|查处|检查|新增|发放)/g;
const INTENDED = /(?:贯穿|预计|力争|完成|确保|计划|目标|贯彻|占|安排)[^。;]{0,12}$/;

export default defineRule({
  id: "figure/cut-off",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("数据的截止时间不在报告期内。", "Figures counted up to a day outside the report's period."),
  why: say(
    "半年总结写“全年共受理”，年度报告写“截至11月30日”，数据多半还没更新。",
    "Figures were not brought up to date.",
  ),
  examples: [
    {
      good: "某局2023年上半年工作总结及下半年工作计划\n一、上半年工作总结\n截至6月30日，受理案件154件。\n",
      profile: "half-year-summary",
    },
    {
      good: "某局2024年法治政府建设年度报告\n一、主要举措和成效\n截至2024年12月31日，办结案件300件，全年共审查文件19件。\n",
      profile: "annual-report",
    },
    {
      bad: "某局2023年上半年工作总结及下半年工作计划\n一、上半年工作总结\n⟦截至9月30日⟧，受理案件154件。\n",
      profile: "half-year-summary",
    },
    {
      bad: "某局2023年上半年工作总结及下半年工作计划\n一、上半年工作总结\n⟦全年共⟧受理案件154件。\n",
      profile: "half-year-summary",
    },
    {
      bad: "某局2024年法治政府建设年度报告\n一、主要举措和成效\n⟦截至2023年12月31日⟧，办结案件300件。\n",
      profile: "annual-report",
    },
  ],
  *check({ paragraphs, period }) {
    if (!period) return;
    const name = period.half ? `${period.year}年${period.half === 1 ? "上" : "下"}半年` : `${period.year}年`;
    for (const { paragraph, start, role } of paragraphs) {
      if (role === "plan") continue;
      for (const found of paragraph.folded.matchAll(CUT_OFF)) {
        if (within(found, period)) continue;
        const at = shift(span(found.index, found.index + found[0].length), start);
        yield {
          span: at,
          message: say(
            `报告期是${name}，“${found[0]}”不在期内，请核对数据是否更新。`,
            `The report is for ${formatPeriod(period)}.`,
          ),
        };
      }
      if (period.half !== 1) continue;
      for (const found of paragraph.folded.matchAll(WHOLE_YEAR)) {
        if (INTENDED.test(paragraph.folded.slice(Math.max(0, found.index - 16), found.index))) continue;
        yield {
          span: shift(span(found.index, found.index + found[0].length), start),
          message: say(
            "这是半年报告，不会有“全年”的数，应为“上半年”。",
            "A half-year report has no figures of the whole year.",
          ),
        };
      }
    }
  },
});

/** A report may tell how things stand some weeks after its period, and an annual one is often drafted in its last quarter. */
function within([, year, month]: RegExpExecArray, { year: own, half }: Period): boolean {
  const months = (year ? (Number(year) - own) * 12 : 0) + Number(month);
  const first = half === 2 ? 7 : 1;
  const last = half === 1 ? 6 : 12;
  return months >= first && months <= last + (year ? 3 : 0);
}
