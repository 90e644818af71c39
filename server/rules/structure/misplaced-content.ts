import type { Role } from "../../grammar/role.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { memo } from "../../text/memo.ts";
import { type Message, say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "structure/misplaced-content",
  scope: "document",
  severity: "hint",
  basis: "practice",
  summary: say("不足里不写措施，成效里不写打算。", "No measures among the shortcomings, no plans in the summary."),
  why: say(
    "各写各的，读者才看得清做了什么、差在哪里、要做什么。",
    "Readers then see what was done, what fell short and what is to come.",
  ),
  examples: [
    {
      good: "某局2024年工作总结\n一、存在的问题和不足\n一是队伍力量薄弱。\n二、2025年工作计划\n要进一步加强队伍建设。\n",
    },
    {
      bad: "某局2024年工作总结\n一、存在的问题和不足\n一是队伍力量薄弱。⟦要进一步加强队伍建设⟧。\n二、2025年工作计划\n继续努力。\n",
    },
    {
      bad: "某局2024年工作总结\n一、2024年工作总结\n全年办结案件8件。⟦下一步，将继续提高办案质量⟧。\n二、2025年工作计划\n继续努力。\n",
    },
  ],
  *check({ paragraphs, match, sections }) {
    const merged = sections.some((section) => (match.filled.get(section)?.length ?? 0) > 1);
    for (const { paragraph, start, role } of paragraphs) {
      const found = role && !(merged && role === "shortcomings") ? MISPLACED[role] : undefined;
      if (!found || paragraph.block.kind !== "body") continue;
      for (const place of found.places(paragraph)) yield { span: shift(place, start), message: found.message };
    }
  },
});

/** Where a pattern is met behind what its first group takes. */
const behind = (pattern: RegExp) =>
  memo(({ folded }: Paragraph): readonly Span[] =>
    [...folded.matchAll(pattern)].map(({ index, 0: found, 1: before = "" }) =>
      span(index + before.length, index + found.length),
    ),
  );

const MISPLACED: Partial<Record<Role, { places(paragraph: Paragraph): readonly Span[]; message: Message }>> = {
  shortcomings: {
    places: behind(
      /(^\s{0,8}|[。;]\s{0,4})(?:下一步|今后|要|应当?|将|必须)(?:[,，]?我[局镇区县市]|[,，])?(?:将|要)?(?:进一步|继续|切实|着力|大力|不断|持续)[^。;]{2,80}/g,
    ),
    message: say(
      "这里写的是整改措施，宜移到下一步安排里，不足部分只写问题和原因。",
      "This is a measure; move it to the plan and keep to shortcomings and causes here.",
    ),
  },
  summary: {
    places: behind(/(^\s{0,8}|[。;]\s{0,4})(?:下一步|接下来|今后)(?:[,，]|将|要|我)[^。;]{2,80}/g),
    message: say(
      "这里写的是打算，宜移到下一步安排里，成效部分只写已经做的。",
      "This is a plan; move it there and keep to what was done here.",
    ),
  },
};
