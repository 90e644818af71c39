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
  *check({ sections }) {
    yield* among(sections);
  },
});

function* among(siblings: readonly Section[]): Iterable<Finding> {
  // Items without text, one and all, are a list and no sections.
  const list = siblings.every(isBare) && siblings[0]?.level !== 1;
  for (const section of siblings) {
    if (!list && isBare(section) && section.label?.form !== "一是") {
      yield {
        span: headingSpan(section),
        message: say(
          `“${section.title}”下面没有内容，请补写或删去这个标题。`,
          `“${section.title}” has nothing under it; write it or delete the heading.`,
        ),
      };
    }
    yield* among(section.children);
  }
}

/** A heading that ends in a stop is a sentence, and says something by itself. */
function isBare({ heading, body, children }: Section): boolean {
  if (!heading || body.length > 0 || children.length > 0) return false;
  const { block } = heading;
  return !/^[。；;]/.test(block.text.slice(block.title.end)) && block.title.end - block.title.start <= 40;
}
