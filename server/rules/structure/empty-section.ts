import { contentOf } from "../../report/content.ts";
import type { Report } from "../../report/report.ts";
import { headingSpan, type Section } from "../../syntax/outline.ts";
import { say } from "../../text/message.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "structure/empty-section",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("标题下面要有内容。", "A heading has something under it."),
  why: say(
    "只有标题没有正文，多半是漏写或粘贴时丢了。",
    "A bare heading mostly means that its text was forgotten or lost in pasting.",
  ),
  examples: [
    {
      good: "某局2024年工作总结\n一、2024年工作总结\n（一）抓学习\n组织学习12次。\n（二）抓落实\n办结案件8件。\n",
    },
    {
      bad: "某局2024年工作总结\n一、2024年工作总结\n（一）抓学习\n组织学习12次。\n⟦（二）抓落实⟧\n（三）抓队伍\n新进3人。\n",
    },
  ],
  *check(report) {
    yield* among(report, report.sections);
  },
});

function* among(report: Report, siblings: readonly Section[]): Iterable<Finding> {
  // Items without text, one and all, are a list and no sections.
  const bare = siblings.map((section) => isBare(report, section));
  const list = bare.every(Boolean) && siblings[0]?.level !== 1;
  for (const [i, section] of siblings.entries()) {
    if (!list && bare[i] && section.label?.form !== "一是") {
      yield {
        span: headingSpan(section),
        message: say(
          `“${section.title}”下面没有内容，请补写或删去这个标题。`,
          `“${section.title}” has nothing under it; write it or delete the heading.`,
        ),
      };
    }
    yield* among(report, section.children);
  }
}

/** A heading that ends in a stop is a sentence, and says something by itself. */
function isBare(report: Report, section: Section): boolean {
  const { heading, children } = section;
  const { start, end } = contentOf(report, section);
  if (!heading || children.length > 0 || /\S/.test(report.text.slice(start, end))) return false;
  return heading.block.title.end - heading.block.title.start <= 40;
}
