import { headingSpan } from "../../syntax/outline.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "structure/section-order",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("各部分按通行顺序排列。", "Sections follow their customary order."),
  why: say(
    "先讲做了什么，再讲不足，最后讲打算，读者才好对照；顺序颠倒常是拼接旧稿留下的。",
    "Readers compare what was done, what fell short and what is planned in that order; a break often comes from pasted drafts.",
  ),
  source: say("《法治政府建设与责任落实督察工作规定》所列顺序及通行写法", "Order of the regulation, and custom"),
  examples: [
    {
      good: "某县2024年工作总结\n一、2024年工作总结\n全年办理案件12件。\n二、存在的问题和不足\n人手不足。\n三、2025年工作计划\n2025年，继续努力。\n",
    },
    {
      bad: "某县2024年工作总结\n⟦一、2025年工作计划⟧\n2025年，继续努力。\n二、2024年工作总结\n全年办理案件12件。\n三、存在的问题和不足\n人手不足。\n",
    },
  ],
  *check({ match }) {
    for (const repair of match.repairs) {
      if (repair.kind !== "order") continue;
      const { section, other, to } = repair;
      yield {
        span: headingSpan(section),
        message:
          to === "before"
            ? say(
                `“${section.title}”一般写在“${other.title}”之前，请调整顺序。`,
                `“${section.title}” usually stands before “${other.title}”; move it.`,
              )
            : say(
                `“${section.title}”一般写在“${other.title}”之后，请调整顺序。`,
                `“${section.title}” usually stands after “${other.title}”; move it.`,
              ),
        related: [{ span: headingSpan(other), message: say("与这一部分的先后", "The other section") }],
      };
    }
  },
});
