import { formatPeriod, type Period, periodName } from "../../grammar/period.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

const CUT_OFF =
  /截[至止]到?(?:(?:(?<year>20\d\d) ?年)?(?<month>\d{1,2}) ?月(?:\d{1,2}日|份?底|份?末|份)?|(?<ended>20\d\d) ?年(?:年?底|年?末))/g;
/** 自2023年1月1日起至2023年12月31日止 */
const RANGE =
  /(?<from>(?<y1>20\d\d)年(?<m1>\d{1,2})月(?<d1>\d{1,2})日)(?:零时|0时)?起?(?:至|到|--?|—{1,2}|–|~)(?<to>(?<y2>20\d\d)年(?<m2>\d{1,2})月(?<d2>\d{1,2})日)(?:24时)?止?/g;
/** What is said of the figures as a whole, and not of one piece of work. */
const COUNTED = /(?:统计|数据|报告|所列)[^。;]{0,12}(?:期限|时限|时间|期间|时段|区间|范围|周期)[^。;]{0,8}$/;
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
    {
      good: "某局2024年法治政府建设年度报告\n一、主要举措和成效\n全局有执法人员86人，比截至2023年底的80人增加6人；截至2023年12月底培训40人，2024年又培训25人。\n",
      profile: "annual-report",
    },
    {
      good: "某局2024年法治政府建设年度报告\n一、总体情况\n数据统计期限自2024年1月1日起至2024年12月31日止。\n",
      profile: "annual-report",
    },
    {
      bad: "某局2024年上半年工作总结及下半年工作计划\n一、上半年工作总结\n巡查发现问题38个，⟦截至2023年6月底⟧整改35个。\n",
      profile: "half-year-summary",
    },
    {
      bad: "某局2024年法治政府建设年度报告\n一、总体情况\n数据统计期限自2024年1月1日起至⟦2023年12月31日⟧止。\n",
      profile: "annual-report",
    },
    {
      bad: "某局2024年法治政府建设年度报告\n一、总体情况\n数据统计期限自⟦2023年1月1日⟧起至2024年12月31日止。\n",
      profile: "annual-report",
    },
  ],
  *check({ paragraphs, period }) {
    if (!period) return;
    for (const { paragraph, start, role } of paragraphs) {
      if (role === "plan") continue;
      for (const finding of [...cutOffs(paragraph.folded, period), ...ranges(paragraph.folded, period)])
        yield { ...finding, span: shift(finding.span, start) };
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

const outside = (at: Span, shown: string, period: Period): Finding => ({
  span: at,
  message: say(
    `报告期是${periodName(period).zh}，“${shown}”不在期内，请核对数据是否更新。`,
    `The report is for ${formatPeriod(period)}.`,
  ),
});

function* cutOffs(text: string, period: Period): Generator<Finding> {
  for (const found of text.matchAll(CUT_OFF)) {
    const { year, month, ended } = found.groups!;
    const months = monthsInto(period, Number(ended ?? year ?? period.year), Number(month ?? 12));
    const at = span(found.index, found.index + found[0].length);
    const dated = (ended ?? year) !== undefined;
    if (within(months, period, dated ? LATER : 0) || (dated && months < 1 && isHistory(text, at, period))) continue;
    // What a year's end long ago was like is told as history; last year's is more often left over from last year's report.
    if (ended && Number(ended) < period.year - 1) continue;
    yield outside(at, found[0], period);
  }
}

/** The months of the year, from January of the report's year; those before are zero or less. */
const monthsInto = ({ year: own }: Period, year: number, month: number): number => (year - own) * 12 + month;

/** A report may tell how things stand some weeks after its period, and an annual one is often drafted in its last quarter. */
const LATER = 3;

const within = (months: number, { half }: Period, later: number): boolean =>
  months >= (half === 2 ? 7 : 1) && months <= (half === 1 ? 6 : 12) + later;

const ENDS = /[。;!?\n]/;
/** 比截至2023年底的80人, 90人（截至2023年底为80人） */
const AGAINST = /[比较与同和(]$/;
const NOW = /今年|本年|目前|现已|如今|至今|报告期/;
const NEAR = 120;

/** Whether an earlier state is told on purpose: held against a later one, or followed by it in its sentence. */
function isHistory(text: string, { start, end }: Span, { year }: Period): boolean {
  const rest = text.slice(end, end + NEAR);
  const stop = rest.search(ENDS);
  const sentence = stop < 0 ? rest : rest.slice(0, stop);
  return (
    AGAINST.test(text.slice(Math.max(0, start - 1), start)) ||
    sentence.includes(`${year}年`) ||
    NOW.test(sentence) ||
    // 截至2024年末有企业51240户。2025年新设8765户: what the next sentence goes on from.
    rest.startsWith(`${year}年`, stop + 1)
  );
}

/** How long before its period the figures of a report may begin to be counted, in months: some offices count from December. */
const EARLIER = 3;

function* ranges(text: string, period: Period): Generator<Finding> {
  for (const found of text.matchAll(RANGE)) {
    const { from, to, y1, m1, d1, y2, m2, d2 } = found.groups!;
    const start = span(found.index, found.index + from!.length);
    const ended = found.index + found[0].indexOf(to!, from!.length);
    const end = span(ended, ended + to!.length);
    const [first, last] = [monthsInto(period, Number(y1), Number(m1)), monthsInto(period, Number(y2), Number(m2))];
    if (first * 31 + Number(d1) > last * 31 + Number(d2))
      yield {
        span: end,
        message: say(`“${to}”早于起始日“${from}”，请核对年份。`, `“${to}” lies before the start, “${from}”.`),
      };
    else if (COUNTED.test(text.slice(Math.max(0, found.index - 32), found.index))) {
      if (!within(last, period, LATER)) yield outside(end, to!, period);
      if (first < (period.half === 2 ? 7 : 1) - EARLIER) yield outside(start, from!, period);
    }
  }
}
