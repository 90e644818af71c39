import { headingSpan } from "../../syntax/outline.ts";
import { fold } from "../../text/fold.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "structure/title-period",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("标题、各级标题和正文说的是同一个报告期。", "Title, headings and text speak of one period."),
  why: say(
    "标题改了年份、正文没改，是沿用旧稿的痕迹。",
    "A changed title over an unchanged text betrays last year's draft.",
  ),
  examples: [
    {
      good: "某局2024年法治政府建设年度报告\n2024年，我局加强学习。\n一、2024年推进法治政府建设的主要举措和成效\n略。\n",
    },
    { good: "某局2024年度工作总结和2025年度工作设想\n一、2024年工作总结\n略。\n" },
    {
      bad: "某局2024年法治政府建设年度报告\n⟦2023年⟧，我局加强学习。\n一、⟦2023年⟧推进法治政府建设的主要举措和成效\n略。\n",
      fixed:
        "某局2024年法治政府建设年度报告\n2024年，我局加强学习。\n一、2024年推进法治政府建设的主要举措和成效\n略。\n",
    },
    { bad: "⟦2024年某局2023年⟧度法治政府建设情况报告\n2024年，我局加强学习。\n" },
    {
      bad: "某局2024年上半年工作总结\n局长  某甲\n⟦2023年⟧上半年，我局加强学习。\n",
      fixed: "某局2024年上半年工作总结\n局长  某甲\n2024年上半年，我局加强学习。\n",
    },
    {
      bad: "某镇2025⟦年度法治政府建设年度报告⟧\n2025年，我镇加强学习。\n",
      fixed: "某镇2025年法治政府建设年度报告\n2025年，我镇加强学习。\n",
    },
  ],
  *check(report) {
    const { title, period, sections, match } = report;
    if (!title || !period) return;
    yield* doubled(title.text, title.span.start);
    yield* twoYears(title.text, title.span.start);
    if (!/20\d\d/.test(fold(title.text))) return;
    for (const section of sections) {
      const role = match.roles.get(section);
      if (
        !section.heading ||
        (role !== "summary" && role !== "shortcomings" && role !== "leader" && role !== "highlights")
      )
        continue;
      if (match.filled.get(section)?.some((spec) => spec.role === "plan")) continue;
      const at = headingSpan(section);
      yield* otherYear(report.text.slice(at.start, at.end), at.start, period.year, /(20\d\d)年/);
    }
    const opening = report.paragraphs.find(
      ({ paragraph, start, section }) => !section && start >= title.span.end && OPENING.test(paragraph.folded),
    );
    if (opening) yield* otherYear(opening.paragraph.text, opening.start, period.year, OPENING);
  },
});

/** How a preamble names the period that it speaks of. */
const OPENING = /^\s{0,8}(20\d\d)年(?:度|来|以来|上半年|下半年)?[,，]/;

function* doubled(title: string, start: number): Iterable<Finding> {
  const match = /年度(?:(?!20\d\d)[^，。]){0,30}年度/.exec(title);
  if (!match) return;
  const at = start + match.index;
  yield {
    span: span(at, start + title.length),
    message: say("标题里“年度”写了两次，前一个写“年”即可。", "The title says 年度 twice; write 年 the first time."),
    fixes: [
      {
        title: say("前一个改为“年”", "Change the first to 年"),
        safe: false,
        edits: [{ span: span(at, at + 2), newText: "年" }],
      },
    ],
  };
}

/** Two years that no 及 or 暨 joins are no summary with a plan but a slip. */
function* twoYears(title: string, start: number): Iterable<Finding> {
  const match = /(20\d\d)年(?:度)?([^,。]{1,30}?)(20\d\d)年/.exec(fold(title));
  if (!match || match[1] === match[3] || /[及和与暨、—-]/.test(match[2]!)) return;
  const at = start + match.index;
  yield {
    span: span(at, at + match[0].length),
    message: say(
      `标题里有两个年份（${match[1]}年、${match[3]}年），请核对是哪一年的报告。`,
      `The title names two years (${match[1]} and ${match[3]}); check which is meant.`,
    ),
  };
}

function* otherYear(text: string, start: number, year: number, pattern: RegExp): Iterable<Finding> {
  const match = pattern.exec(fold(text));
  if (!match || Number(match[1]) === year) return;
  const at = start + match.index + match[0].indexOf(match[1]!);
  yield {
    span: span(at, at + 5),
    message: say(
      `标题是${year}年的报告，这里写的是${match[1]}年，请核对。`,
      `The title says ${year}, this place ${match[1]}; check which is meant.`,
    ),
    fixes: [
      {
        title: say(`改为“${year}年”`, `Change to “${year}年”`),
        safe: false,
        edits: [{ span: span(at, at + 5), newText: `${year}年` }],
      },
    ],
  };
}
