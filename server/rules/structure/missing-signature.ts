import { fold } from "../../text/fold.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** A report that is delivered names the day and the speaker under its title. */
const HEADED = /20\d\d年\d{1,2}月\d{1,2}日.{0,40}(?:会议|大会|全会)/;

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
    { good: "2024年度述职报告\n一、履职情况\n讲党课4次。\n李  明\n2025年1月9日\n" },
    { good: "政府工作报告\n——2025年1月9日在某县人民代表大会会议上\n一、2024年工作回顾\n修路8公里。\n" },
    { bad: "某局2024年工作总结\n一、主要工作\n⟦办结8件。⟧\n" },
    { bad: "某局2024年工作总结\n一、主要工作\n办结8件。\n⟦某县司法局⟧\n" },
  ],
  *check({ signature, paragraphs, profile, sections, text: all }) {
    const { organisation, date } = signature;
    const last = paragraphs.at(-1);
    if (!profile || !last || (organisation && date)) return;
    if (HEADED.test(fold(all.slice(0, sections[0]?.start ?? 0)))) return;
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
