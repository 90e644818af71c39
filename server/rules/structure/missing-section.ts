import * as z from "zod/mini";
import type { Repair } from "../../grammar/match.ts";
import { hasPhrase } from "../../grammar/phrase.ts";
import { yearsOf } from "../../grammar/recognise.ts";
import { fillTemplate } from "../../grammar/template.ts";
import type { Report } from "../../report/report.ts";
import { formatLabel } from "../../syntax/label.ts";
import { headingSpan, type Section } from "../../syntax/outline.ts";
import { fold } from "../../text/fold.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule, type Finding, type Fix } from "../rule.ts";

export default defineRule({
  id: "structure/missing-section",
  scope: "document",
  severity: "error",
  basis: "regulation",
  summary: say("报告必须有规定的各部分。", "A report has the sections that its kind asks for."),
  why: say(
    "法治政府建设年度报告的内容由规定列明：举措和成效、不足和原因、第一责任人履职情况、下一年安排，缺一部分就不完整；工作总结缺了问题或打算，也难以通过审核。",
    "The regulation lists what an annual report must contain; a summary without shortcomings or plan rarely passes review either.",
  ),
  source: say(
    "《法治政府建设与责任落实督察工作规定》；各种总结的通行写法",
    "Regulation on the Supervision of Law-Based Government Building; custom of the kind",
  ),
  examples: [
    {
      good: "某县2024年工作总结及2025年工作计划\n一、2024年工作总结\n全年办理案件12件。\n二、存在的问题和不足\n人手不足。\n三、2025年工作计划\n2025年，继续努力。\n",
    },
    {
      bad: "某县2024年工作总结及2025年工作计划\n一、2024年工作总结\n全年办理案件12件。\n⟦二、2025年工作计划⟧\n2025年，继续努力。\n",
      fixed:
        "某县2024年工作总结及2025年工作计划\n一、2024年工作总结\n全年办理案件12件。\n二、存在的问题和不足\n一是________。二是________。\n三、2025年工作计划\n2025年，继续努力。\n",
    },
  ],
  // What is published often leaves the shortcomings out; where a regulation asks for them, it may not.
  options: z.object({ publicEdition: z._default(z.boolean(), false) }),
  filledBy: ({ publicEdition }) => ({ publicEdition }),
  *check(report, { publicEdition }) {
    for (const repair of report.match.repairs) {
      if (repair.kind === "missing") yield missing(report, repair, publicEdition);
      if (repair.kind === "unheaded") yield unheaded(report, repair);
      if (repair.kind === "nested") yield nested(repair);
    }
  },
});

function missing(
  report: Report,
  { spec, before, after }: Extract<Repair, { kind: "missing" }>,
  publicEdition: boolean,
): Finding {
  const promised =
    spec.promised && report.title && hasPhrase(fold(report.title.text), spec.promise, yearsOf(report.period));
  const place = before
    ? headingSpan(before)
    : after
      ? headingSpan(after)
      : (report.title?.span ?? span(0, Math.min(1, report.text.length)));
  const kind = report.profile!.name;
  return {
    span: place,
    role: spec.role,
    severity: promised
      ? spec.promised!
      : publicEdition && spec.role === "shortcomings" && spec.missing !== "error"
        ? "information"
        : (spec.missing ?? "information"),
    message: promised
      ? say(
          `标题写了“${spec.name}”，正文却没有这一部分，请补写或改标题。`,
          `The title promises “${spec.name}”, but no section gives it; add it or change the title.`,
        )
      : say(
          `缺少“${spec.name}”部分，${kind}一般应写，请${before ? "在此之前" : "在此之后"}补上。`,
          `The section “${spec.name}” is missing; add it ${before ? "before" : "after"} this place.`,
        ),
    fixes: insertion(report, spec, before),
  };
}

function unheaded(report: Report, { spec, section }: Extract<Repair, { kind: "unheaded" }>): Finding {
  const child = section.children[0];
  return {
    span: child ? headingSpan(child) : headingSpan(section),
    role: spec.role,
    severity: "warning",
    message: say(
      `从这里起是“${spec.name}”，但前面没有一级标题，序号又从头排起，请补上标题。`,
      `The section “${spec.name}” begins about here without a first-level heading; add one.`,
    ),
    fixes: insertion(report, spec, section, false),
  };
}

const nested = ({ spec, section }: Extract<Repair, { kind: "nested" }>): Finding => ({
  span: headingSpan(section),
  role: spec.role,
  severity: "hint",
  message: say(
    `“${spec.name}”写在其他部分里面，建议单独成节。`,
    `“${spec.name}” stands inside another section; consider a section of its own.`,
  ),
});

/** The skeleton of the section, numbered, with the first-level headings behind it counted on. */
function insertion(
  { sections, period, text }: Report,
  spec: { skeleton?: { heading: string; text: string } | undefined },
  before: Section | null,
  withText = true,
): Fix[] {
  const { skeleton } = spec;
  if (!skeleton || !period) return [];
  const at = before ? before.start : text.length;
  const index = before ? sections.indexOf(before) : sections.length;
  const numbered = sections.every(({ heading, label }) => !heading || label?.form === "一、");
  const label = numbered ? formatLabel("一、", index + 1) : "";
  const fill = (template: string) => fillTemplate(template, period, "");
  const newText = `${text !== "" && at > 0 && !/[\r\n]$/.test(text.slice(0, at)) ? "\n" : ""}${label}${fill(skeleton.heading)}\n${withText ? `${fill(skeleton.text)}\n` : ""}`;
  const renumbered = sections.slice(index).flatMap(({ heading, label: old }, i) => {
    const next = formatLabel("一、", index + 2 + i);
    return numbered && heading && old && old.text !== next
      ? [{ span: span(heading.start + old.span.start, heading.start + old.span.end), newText: next }]
      : [];
  });
  return [
    {
      title: withText
        ? say(`补上“${fill(skeleton.heading)}”一节`, "Insert the section")
        : say("补上这一标题", "Insert the heading"),
      safe: false,
      edits: [{ span: span(at, at), newText }, ...renumbered],
    },
  ];
}
