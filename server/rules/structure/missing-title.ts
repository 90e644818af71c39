import { fillTemplate } from "../../grammar/template.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "structure/missing-title",
  scope: "document",
  severity: "warning",
  basis: "standard",
  summary: say("报告正文前要有标题。", "A report bears a title above its text."),
  why: say(
    "没有标题，读者看不出是哪个单位、哪一年、哪一种报告，检查也无从核对年份。",
    "Without it a reader cannot tell whose report it is, of which year and of which kind.",
  ),
  source: say("GB/T 9704—2012 7.3.1 标题", "GB/T 9704—2012, 7.3.1"),
  examples: [
    { good: "某某局2024年工作总结\n一、2024年工作总结\n全年办理案件12件。\n", profile: "work-summary" },
    {
      bad: "⟦一、上半年工作总结⟧\n2025年上半年办理案件12件。\n二、下半年工作打算\n继续做好各项工作。\n",
      fixed:
        "2025年上半年工作总结及下半年工作计划\n一、上半年工作总结\n2025年上半年办理案件12件。\n二、下半年工作打算\n继续做好各项工作。\n",
    },
  ],
  *check({ profile, title, sections, period, paragraphs, signature }) {
    const first = paragraphs[0];
    if (title || !profile || !first || sections.length === 0) return;
    const organisation = signature.organisation?.text ?? "";
    const [opening = ""] = /\S[^。，；,;\r\n]{0,40}/.exec(first.paragraph.text) ?? [];
    const line = first.start + first.paragraph.text.indexOf(opening);
    yield {
      span: span(line, line + opening.trimEnd().length),
      message: say(
        "正文前没有标题，看不出是哪个单位哪一年的报告，请补上。",
        "There is no title above the text; add one that names the body and the year.",
      ),
      fixes: period
        ? [
            {
              title: say("补上标题", "Insert a title"),
              safe: false,
              edits: [{ span: span(0, 0), newText: `${fillTemplate(profile.title, period, organisation)}\n` }],
            },
          ]
        : [],
    };
  },
});
