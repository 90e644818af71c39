import { harmless } from "../../report/harmless.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { formatLabel } from "../../syntax/label.ts";
import type { Edit } from "../../text/edit.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "structure/numbering-style",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  formal: true,
  summary: say("序号写作“一、”“（一）”“1.”“（1）”。", "Labels are written 一、 （一） 1. （1）."),
  why: say(
    "序号后的标点各有规定，写错了是最常见的格式退稿原因。",
    "Each label has its own mark; a wrong one is a common reason for return.",
  ),
  source: say("GB/T 9704—2012 7.3.3；GB/T 15834—2011 附录B", "GB/T 9704—2012, 7.3.3; GB/T 15834—2011, annex B"),
  examples: [
    { good: "某局2024年工作总结\n一、主要工作\n（一）抓学习\n1.集中学习。全年学习12次。\n" },
    {
      bad: "某局2024年工作总结\n一、主要工作\n⟦（一）、⟧抓学习\n⟦1、⟧集中学习。全年学习12次。\n",
      fixed: "某局2024年工作总结\n一、主要工作\n（一）抓学习\n1.集中学习。全年学习12次。\n",
    },
    {
      bad: "某局2024年工作总结\n一、主要工作\n⟦一)⟧抓学习\n全年学习12次。\n",
      fixed: "某局2024年工作总结\n一、主要工作\n（一）抓学习\n全年学习12次。\n",
    },
  ],
  *check(paragraph) {
    const edits = [...labels(paragraph), ...points(paragraph)];
    const safe = harmless(paragraph, edits);
    for (const edit of edits) yield style(paragraph.text, edit, safe.has(edit));
  },
});

function* labels({ block, text }: Paragraph): Iterable<Edit> {
  if (block.kind !== "heading" || !block.label) return;
  const { form, number, regular, span: at } = block.label;
  const written = text.slice(at.start, at.end);
  if ((!regular || MIXED.test(written)) && !POINTED.test(written.slice(-1) + text.slice(at.end, at.end + 5)))
    yield { span: at, newText: formatLabel(form, number) };
}

function* points({ folded }: Paragraph): Iterable<Edit> {
  for (const match of folded.matchAll(POINT)) {
    const newText = match[1]!;
    const end = match.index + match[0].length;
    yield { span: span(end - 1 - newText.length, end), newText };
  }
}

/** 1、.2, 1、png: a label that ends in a point would be made part of the number behind it, or of the name of a file. */
const POINTED = /[.．]\d|^.[a-z]{2,4}(?![A-Za-z])/;
const MIXED = /（[^）]*\)|\([^)]*）/;
const POINT =
  /(?:^|[。;:,])\s{0,4}([一二三四五六七八九十]是)[,、:](?![\d一二三四五六七八九十]{1,3}\))(?=[\u4e00-\u9fff\d“《(])/g;

function style(text: string, edit: Edit, safe: boolean): Finding {
  const written = text.slice(edit.span.start, edit.span.end);
  const right = edit.newText;
  return {
    span: edit.span,
    message: say(`序号“${written}”应写作“${right}”。`, `The label should be written “${right}”.`),
    fixes: [{ title: say(`改为“${right}”`, `Change to “${right}”`), safe, edits: [edit] }],
  };
}
