import { isExact } from "../../facts/arithmetic.ts";
import { indicatorOf } from "../../facts/indicator.ts";
import { type Mention, mentionsOf } from "../../facts/mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import type { Report } from "../../report/report.ts";
import { periodOf } from "../../facts/when.ts";
import { say } from "../../text/message.ts";
import { type Span, shift } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { written } from "./shared/operand.ts";

const DEED =
  /受理|收到|办理|办结|审结|调解|化解|审查|审核|查处|立案|破获|接待|解答|代理|新收|接收|检查|发放|培训|征收|完成|新增|建成|拨付|挽回/;
/** The figure is of the whole period and the whole area, not of one event among many. */
const OVERALL = /共|累计|全年|总|全[市区县省镇乡]|上半年|截[至止]|20\d\d年/;

interface Place {
  readonly paragraph: Paragraph;
  readonly mention: Mention;
  readonly span: Span;
}

export default defineRule({
  id: "figure/inconsistent-value",
  scope: "document",
  severity: "warning",
  basis: "arithmetic",
  summary: say("同一指标、同一时段，前后两个数。", "One indicator and period, two values."),
  why: say(
    "导语和正文、成效和附表的数字往往出自不同时候的统计，最容易打架。",
    "Figures counted on different days contradict one another.",
  ),
  examples: [
    { good: "全年共受理法律援助案件920件。\n全年共受理法律援助案件920件，同比增长17%。" },
    { good: "上半年共受理法律援助案件420件。\n截至9月30日，共受理法律援助案件660件。" },
    {
      bad: "全年共受理法律援助案件920件。\n全年共受理法律援助案件⟦902件⟧，同比增长17%。",
    },
  ],
  *check(report) {
    const known = new Map<string, Place>();
    for (const { paragraph, start, role } of report.paragraphs) {
      if (role === "plan") continue;
      for (const mention of mentionsOf(paragraph)) {
        const key = keyOf(paragraph, mention, report);
        if (!key) continue;
        const place: Place = { paragraph, mention, span: shift(mention.figure.span, start) };
        const first = known.get(key);
        if (!first) known.set(key, place);
        else if (first.mention.figure.value !== mention.figure.value && first.paragraph !== paragraph) {
          const other = written(first.paragraph, first.mention.figure);
          yield {
            span: place.span,
            message: say(
              `前文同一指标写的是${other}，这里是${written(paragraph, mention.figure)}，请核对。`,
              `Earlier the same indicator is ${other}.`,
            ),
            related: [{ span: first.span, message: say(`前文：${other}`, `Earlier: ${other}`) }],
          };
        }
      }
    }
  },
});

/** What makes two figures one statement: deed, thing, unit and time. Null where the words do not say enough. */
function keyOf(paragraph: Paragraph, mention: Mention, report: Pick<Report, "period">): string | null {
  const { figure, standing, owner, gap } = mention;
  if (standing !== "level" || owner || !isExact(figure) || figure.hanzi || figure.value! < 10) return null;
  const clause = gap.split(/[。;!?\n]/).at(-1)!;
  if (/其中|包括|含|另|新增加/.test(clause) || !OVERALL.test(clause)) return null;
  const { verb, noun } = indicatorOf(mention);
  if (!DEED.test(verb) || noun.length < 4) return null;
  const from = paragraph.folded.lastIndexOf("。", figure.span.start) + 1;
  const period = periodOf(mention, paragraph.folded.slice(from, figure.span.start), report.period);
  const part = /[上下]半年|[一二三四]季度|截[至止][^,]{0,12}|\d{1,2}月/.exec(clause)?.[0] ?? "";
  return [verb, noun, figure.unit, period, part].join("|");
}
