import { contentOf } from "../../report/content.ts";
import { headingSpan } from "../../syntax/outline.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "structure/thin-section",
  scope: "document",
  severity: "information",
  basis: "practice",
  summary: say("必写的部分不能只有一两句话。", "A required section says more than a sentence or two."),
  why: say("字数过少，说不清事情，审核时容易被退回。", "Too few words say nothing and are sent back in review."),
  examples: [
    {
      good: "某局2024年工作总结\n一、存在的问题和不足\n一是队伍力量薄弱，人均办案数偏高，疑难案件办理周期较长。二是数字化水平不高，数据共享还不够顺畅，重复填报仍然存在。\n",
    },
    { bad: "某局2024年工作总结\n⟦一、存在的问题和不足⟧\n人手不足。\n" },
  ],
  *check(report) {
    const { sections, match, text } = report;
    for (const section of sections) {
      const spec = match.filled.get(section)?.[0];
      // A role spread over several sections is judged by none of them alone.
      if (!spec || sections.filter((other) => match.filled.get(other)?.includes(spec)).length > 1) continue;
      const { start, end } = contentOf(report, section);
      const written = text.slice(start, end).replace(/\s/g, "").length;
      if (written === 0 || written >= spec.minimum) continue;
      yield {
        span: headingSpan(section),
        message: say(
          `“${spec.name}”只有${written}字，过于笼统，建议写具体些（不少于${spec.minimum}字）。`,
          `“${spec.name}” has only ${written} characters; say more (at least ${spec.minimum}).`,
        ),
      };
    }
  },
});
