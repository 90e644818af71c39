import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "structure/missing-signature",
  scope: "document",
  severity: "information",
  basis: "standard",
  summary: say("文末要有署名和成文日期。", "A report ends with the issuing body and the date."),
  why: say(
    "没有署名和日期，看不出是谁、什么时候写的，正文里的“今年”“截至目前”也没有着落。",
    "Without them 今年 and 截至目前 have no ground.",
  ),
  source: say("GB/T 9704—2012 7.3.5", "GB/T 9704—2012, 7.3.5"),
  examples: [
    { good: "某局2024年工作总结\n一、主要工作\n办结8件。\n某县司法局\n2025年1月9日\n" },
    { bad: "某局2024年工作总结\n一、主要工作\n⟦办结8件。⟧\n" },
    { bad: "某局2024年工作总结\n一、主要工作\n办结8件。\n⟦某县司法局⟧\n" },
  ],
  *check({ signature, paragraphs, profile }) {
    const { organisation, date } = signature;
    const last = paragraphs.at(-1);
    if (!profile || !last || (organisation && date)) return;
    const text = last.paragraph.text;
    const end = last.start + text.trimEnd().length;
    const lead = last.start + text.length - text.trimStart().length;
    // The last sentence is enough to point at.
    const from = Math.max(
      lead,
      last.start +
        Math.max(text.lastIndexOf("。", text.trimEnd().length - 2), text.lastIndexOf("；", text.trimEnd().length - 2)) +
        1,
    );
    const missing = organisation
      ? ["成文日期", "date"]
      : date
        ? ["署名", "issuing body"]
        : ["署名和成文日期", "issuing body and date"];
    yield {
      span: span(from, Math.max(end, from)),
      message: say(`文末没有${missing[0]}，请补上。`, `The report ends without ${missing[1]}; add it.`),
    };
  },
});
