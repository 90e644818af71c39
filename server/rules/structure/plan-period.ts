import { nextPeriod, type Period } from "../../grammar/period.ts";
import type { Report } from "../../report/report.ts";
import { headingSpan } from "../../syntax/outline.ts";
import { fold } from "../../text/fold.ts";
import { say } from "../../text/message.ts";
import { type Span, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "structure/plan-period",
  scope: "document",
  severity: "error",
  basis: "practice",
  summary: say("计划写的是下一年（或下半年）。", "The plan is for the year (or half) after the report's."),
  why: say(
    "沿用去年的稿子，最常忘的就是改计划年份。",
    "The plan's year is what is most often forgotten in last year's draft.",
  ),
  source: say(
    "《法治政府建设与责任落实督察工作规定》“下一年度推进法治政府建设的主要安排”",
    "The regulation's “main arrangements for the following year”",
  ),
  examples: [
    { good: "某局2024年法治政府建设年度报告\n一、2025年推进法治政府建设的主要安排\n2025年，我局将加强学习。\n" },
    {
      bad: "某局2024年法治政府建设年度报告\n一、⟦2024年⟧推进法治政府建设的主要安排\n⟦2024年⟧，我局将加强学习。\n",
      fixed: "某局2024年法治政府建设年度报告\n一、2025年推进法治政府建设的主要安排\n2025年，我局将加强学习。\n",
    },
    {
      bad: "某局2023年上半年工作总结及下半年工作计划\n一、上半年工作总结\n办结8件。\n二、⟦上半年⟧工作打算\n继续努力。\n",
      fixed:
        "某局2023年上半年工作总结及下半年工作计划\n一、上半年工作总结\n办结8件。\n二、下半年工作打算\n继续努力。\n",
    },
  ],
  *check(report) {
    const { period, match, sections } = report;
    if (!period) return;
    const plan = nextPeriod(period);
    for (const section of sections) {
      const roles = (match.filled.get(section) ?? []).map(({ role }) => role);
      if (!roles.includes("plan") || roles.includes("summary")) continue;
      const { heading } = section;
      if (heading) yield* inHeading(report, headingSpan(section), plan);
      const opening = section.body[0];
      // Where shortcomings and plan are one section, it opens with the year that fell short.
      if (!opening || roles.length > 1) continue;
      const year = OPENING.exec(fold(opening.block.text));
      if (year && Number(year[1]) !== plan.year) {
        const at = opening.start + year[0].indexOf(year[1]!);
        yield wrong(span(at, at + 5), `${year[1]}年`, plan);
      }
    }
  },
});

/** The year that a plan's first sentence is about. */
const OPENING = /^\s{0,8}(20\d\d)年(?:度)?(?:[,，]|[^,。，]{0,12}将)/;
const YEARS = /(20\d\d)年/g;

function* inHeading({ text }: Report, at: Span, plan: Period): Iterable<Finding> {
  const title = fold(text.slice(at.start, at.end));
  const years = [...title.matchAll(YEARS)];
  // A span of years (2024—2026年) or one that includes the right year is no slip.
  if (
    years.length > 0 &&
    !years.some(([, year]) => Number(year) === plan.year) &&
    !/20\d\d\s?[-—~至]\s?20\d\d/.test(title)
  ) {
    const [whole, year] = years[0]!;
    const start = at.start + years[0]!.index;
    yield wrong(span(start, start + whole.length), `${year}年`, plan);
  }
  const half = plan.half === 2 ? title.indexOf("上半年") : -1;
  if (half >= 0 && !title.includes("下半年")) yield wrong(span(at.start + half, at.start + half + 3), "上半年", plan);
}

function wrong(at: Span, written: string, plan: Period): Finding {
  const right = written === "上半年" ? "下半年" : `${plan.year}年`;
  return {
    span: at,
    role: "plan",
    message: say(
      `这里是下一步计划，应为“${right}”，文中写的是“${written}”，请核对。`,
      `This is the plan for ${right}, but the text says ${written}.`,
    ),
    fixes: [
      { title: say(`改为“${right}”`, `Change to “${right}”`), safe: false, edits: [{ span: at, newText: right }] },
    ],
  };
}
