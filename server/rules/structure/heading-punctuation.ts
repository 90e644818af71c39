import { walk } from "../../syntax/outline.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "structure/heading-punctuation",
  scope: "document",
  severity: "information",
  basis: "standard",
  formal: true,
  summary: say("独立成行的标题末尾不加标点。", "A heading on a line of its own ends without a stop."),
  why: say(
    "标题不是句子；加了句号，又与段首标题混淆。",
    "A heading is no sentence; with a stop it looks like a run-in one.",
  ),
  source: say("GB/T 9704—2012；GB/T 15834—2011", "GB/T 9704—2012; GB/T 15834—2011"),
  examples: [
    { good: "某局2024年工作总结\n一、主要工作\n（一）抓学习。全年学习12次。\n" },
    {
      bad: "某局2024年工作总结\n一、主要工作⟦：⟧\n（一）抓学习⟦。⟧\n全年学习12次。\n",
      fixed: "某局2024年工作总结\n一、主要工作\n（一）抓学习\n全年学习12次。\n",
    },
  ],
  *check({ sections }) {
    for (const { heading, label, body, children } of walk(sections)) {
      if (!heading || heading.block.runIn || (label?.form !== "一、" && label?.form !== "（一）")) continue;
      // With nothing under it, it is an item of a list, and a sentence.
      if (body.length + children.length === 0) continue;
      const { block, start } = heading;
      const stop = /^[。；;：:，,]/.exec(block.text.slice(block.title.end));
      // 2.。: the point is of a label that would run on.
      if (!stop || /\d[.．]$/.test(block.text.slice(0, block.title.end))) continue;
      const at = span(start + block.title.end, start + block.title.end + 1);
      yield {
        span: at,
        message: say(
          "独立成行的标题末尾不加标点，请删去。",
          "A heading on its own line ends without a stop; delete it.",
        ),
        fixes: [
          { title: say("删去标题末尾的标点", "Delete the stop"), safe: true, edits: [{ span: at, newText: "" }] },
        ],
        unnecessary: true,
      };
    }
  },
});
