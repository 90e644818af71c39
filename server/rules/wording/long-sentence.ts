import * as z from "zod/mini";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "wording/long-sentence",
  scope: "paragraph",
  severity: "hint",
  basis: "practice",
  preview: true,
  summary: say("句子过长。", "A sentence that is too long."),
  why: say("一句话太长，读者记不住主语，审稿也难。", "In a very long sentence the reader loses the subject."),
  options: z.object({ max: z._default(z.number(), 150) }),
  examples: [
    { good: "深入学习贯彻习近平法治思想。全年共办理案件12件。" },
    { bad: `⟦${"全面推进各项重点工作落细落实，".repeat(11)}取得实效。⟧` },
  ],
  *check({ text }, { max }) {
    for (const { index, 0: sentence } of text.matchAll(/[^。！？\s][^。！？\n]*[。！？]?/g)) {
      const length = sentence.replace(/\s/g, "").length;
      if (length <= max) continue;
      yield {
        span: span(index, index + sentence.length),
        message: say(
          `这句话有${length}个字，超过${max}个字，建议断成几句。`,
          `This sentence has ${length} characters, more than ${max}; split it.`,
        ),
      };
    }
  },
});
