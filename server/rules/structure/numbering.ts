import { formatLabel } from "../../syntax/label.ts";
import type { Section } from "../../syntax/outline.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule, type Finding, type Fix } from "../rule.ts";

export default defineRule({
  id: "structure/numbering",
  scope: "document",
  severity: "error",
  basis: "standard",
  summary: say(
    "同级标题的序号要连续，层级不能跳。",
    "Heading numbers run on without gaps, and levels are not skipped.",
  ),
  why: say("跳号、重号往往是漏了一节或多贴了一节。", "A gap or a repeat mostly means a section lost or pasted twice."),
  source: say("GB/T 9704—2012 7.3.3 结构层次序数", "GB/T 9704—2012, 7.3.3"),
  examples: [
    {
      good: "某局2024年工作总结\n一、主要工作\n（一）抓学习\n学习12次。\n（二）抓落实\n办结8件。\n二、工作打算\n继续努力。\n",
    },
    {
      bad: "某局2024年工作总结\n一、主要工作\n（一）抓学习\n学习12次。\n⟦（三）⟧抓落实\n办结8件。\n二、工作打算\n继续努力。\n",
      fixed:
        "某局2024年工作总结\n一、主要工作\n（一）抓学习\n学习12次。\n（二）抓落实\n办结8件。\n二、工作打算\n继续努力。\n",
    },
    {
      bad: "某局2024年工作总结\n一、主要工作\n（一）抓学习\n学习12次。\n⟦（1）⟧抓队伍\n新进3人。\n二、工作打算\n继续努力。\n",
    },
  ],
  *check({ sections }) {
    yield* among(sections, null);
  },
});

/** @param cousin the last section of the same form before these siblings, whose count they may carry on. */
function* among(siblings: readonly Section[], parent: Section | null, cousin?: Section): Iterable<Finding> {
  const last = new Map<string, Section>();
  if (cousin?.label) last.set(cousin.label.form, cousin);
  const first = siblings[0]?.label;
  let fault = false;
  for (const section of siblings) {
    const { label, heading } = section;
    if (!label || !heading || label.form === "一是") continue;
    const before = last.get(label.form);
    const expected =
      before && before !== cousin
        ? before.label!.number + 1
        : label.number === (cousin?.label?.number ?? 0) + 1
          ? label.number
          : 1;
    last.set(label.form, section);
    if (label.number === expected || fault) continue;
    fault = true;
    const written = formatLabel(label.form, label.number);
    const wanted = formatLabel(label.form, expected);
    yield {
      span: labelSpan(section),
      message:
        before && before !== cousin
          ? say(
              `序号不连续：“${formatLabel(label.form, expected - 1)}”之后应是“${wanted}”，这里是“${written}”。请改序号，或补上漏掉的一节。`,
              `Numbering breaks: “${wanted}” is expected here, not “${written}”. Renumber, or add the section that is lost.`,
            )
          : say(
              `序号应从“${wanted}”排起，这里是“${written}”。请改序号，或补上漏掉的一节。`,
              `Numbering should begin with “${wanted}”, not “${written}”.`,
            ),
      ...(before && before !== cousin
        ? { related: [{ span: labelSpan(before), message: say("上一个序号", "The number before") }] }
        : {}),
      fixes: [renumbered(siblings, label.form)],
    };
  }
  if (first && parent?.label && JUMPS.has(`${parent.label.form}>${first.form}`)) {
    yield {
      span: labelSpan(siblings[0]!),
      severity: "warning",
      message: say(
        `“${parent.label.form}”下面直接用了“${first.form}”，跳过了中间的层次，请用下一级序号。`,
        `Below “${parent.label.form}” comes “${first.form}”: a level is skipped.`,
      ),
    };
  }
  const lastChildren = new Map<string, Section>();
  for (const section of siblings) {
    const form = section.children[0]?.label?.form;
    yield* among(section.children, section, form ? lastChildren.get(form) : undefined);
    const child = section.children.at(-1);
    if (child?.label) lastChildren.set(child.label.form, child);
  }
}

/** 一、 above 1. is customary where a report has two levels only. */
const JUMPS = new Set(["一、>（1）", "一、>①", "（一）>（1）", "（一）>①"]);

const labelSpan = ({ heading, label }: Section) =>
  span(heading!.start + label!.span.start, heading!.start + label!.span.end);

function renumbered(siblings: readonly Section[], form: string): Fix {
  const same = siblings.filter(({ label, heading }) => label?.form === form && heading);
  return {
    title: say("重排这一级的序号", "Renumber these headings"),
    safe: false,
    edits: same.flatMap((section, i) => {
      const newText = formatLabel(section.label!.form, i + 1);
      return section.label!.number === i + 1 ? [] : [{ span: labelSpan(section), newText }];
    }),
  };
}
