import type { Paragraph } from "../../report/paragraph.ts";
import type { Report } from "../../report/report.ts";
import { among } from "../../text/finder.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { smiley } from "./shared/smiley.ts";

const FULL: Record<string, string> = { ",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）" };
/** 汉字 and the marks that only Chinese has. */
const CHINESE = /[\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u3014\u3015“”‘’，；：？！（）]/;
/** Web addresses, Latin words with their own punctuation, times, ratios, grouped digits, smileys, Markdown links. */
const FOREIGN = new RegExp(
  [
    "(?:https?|ftp)://[^\\s\\u4e00-\\u9fff，。；、（）]{1,300}",
    "www\\.[^\\s\\u4e00-\\u9fff，。；、（）]{1,300}",
    "\\d[:,]\\d",
    "[A-Za-z][,:;]? ?[A-Za-z]",
    smiley(")(DPp"),
    "\\]\\([^)\\s]{1,300}\\)",
    "(?<=[A-Za-z\\d] ?)\\([A-Za-z\\d,. -]{1,40}\\)",
  ].join("|"),
  "g",
);
const NUMBER = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})$/;

export default defineRule({
  id: "punctuation/half-width",
  scope: "document",
  severity: "warning",
  basis: "standard",
  formal: true,
  summary: say("汉字旁边用了半角标点。", "Half-width punctuation beside Chinese characters."),
  why: say(
    "中文里的逗号、冒号、分号、括号、问号、叹号应为全角；从网页粘贴的文字常整篇变成半角。",
    "In Chinese text commas, colons, semicolons, brackets, question and exclamation marks are full-width; text pasted from the web often has them half-width throughout.",
  ),
  source: say("《标点符号用法》（GB/T 15834—2011）", "General rules for punctuation (GB/T 15834—2011)"),
  examples: [
    { good: "会议于8:30开始，比例为3:2，投入1,200万元，详见https://example.gov.cn/a,b。" },
    {
      bad: "全年共受理案件12件⟦,⟧办结10件(含上年结转2件);其他:无。",
      fixed: "全年共受理案件12件，办结10件（含上年结转2件）；其他：无。",
    },
  ],
  *check(report) {
    const places = halfWidth(report);
    const first = places[0];
    if (first === undefined) return;
    const mark = report.text[first]!;
    yield {
      span: span(first, first + 1),
      message: say(
        places.length === 1
          ? `半角标点“${mark}”应为全角“${FULL[mark]}”。`
          : `全文有${places.length}处半角标点（此处为“${mark}”），汉字旁应用全角“${FULL[mark]}”，可一次改完。`,
        places.length === 1
          ? `Half-width “${mark}” should be full-width.`
          : `${places.length} half-width punctuation marks beside Chinese characters should be full-width.`,
      ),
      fixes: [
        {
          title: say(`全部改为全角（${places.length}处）`, `Make them all full-width (${places.length})`),
          safe: true,
          edits: places.map((at) => ({ span: span(at, at + 1), newText: FULL[report.text[at]!]! })),
        },
      ],
    };
  },
});

/** Offsets of the marks to change, in order; none where only the brackets of numbers are half-width, as many write (一). */
function halfWidth({ paragraphs }: Report): number[] {
  const places = paragraphs.flatMap(({ paragraph, start }) =>
    marksIn(paragraph).map(({ at, numbers }) => ({ at: start + at, numbers })),
  );
  return places.every(({ numbers }) => numbers) ? [] : places.map(({ at }) => at);
}

interface Mark {
  readonly at: number;
  /** Whether it is a bracket around nothing but a number. */
  readonly numbers: boolean;
}

const mayBeHalfWidth = among(Object.keys(FULL));
const NONE: readonly Mark[] = [];

const marksIn = memo(({ text }: Paragraph): readonly Mark[] => {
  if (!mayBeHalfWidth(text)) return NONE;
  const foreign = new Set<number>();
  for (const { index, 0: piece } of text.matchAll(FOREIGN)) {
    for (let i = index; i < index + piece.length; i++) foreign.add(i);
  }
  const beside = (at: number): boolean => CHINESE.test(text[at - 1] ?? "") || CHINESE.test(text[at + 1] ?? "");
  /** Marks that are changed together or not at all. */
  const groups: { readonly marks: readonly Mark[]; readonly chinese: boolean }[] = [];
  const open: number[] = [];
  for (const { index, 0: mark } of text.matchAll(/[,:;?!()（）]/g)) {
    if (foreign.has(index)) continue;
    if (mark === "(" || mark === "（") open.push(index);
    else if (mark === ")" || mark === "）") {
      // Both brackets of a pair or neither: one of them may well stand beside a Latin letter.
      const pair = [open.pop(), index].filter((at) => at !== undefined);
      const chinese = pair.some((at) => beside(at) || /[（）]/.test(text[at]!));
      const numbers = NUMBER.test(text.slice(pair[0]! + 1, index));
      groups.push({ marks: pair.filter((at) => text[at]! in FULL).map((at) => ({ at, numbers })), chinese });
    } else groups.push({ marks: [{ at: index, numbers: false }], chinese: beside(index) });
  }
  for (const at of open) if (text[at] === "(") groups.push({ marks: [{ at, numbers: false }], chinese: beside(at) });
  const groupAt = new Map(groups.flatMap((group) => group.marks.map(({ at }) => [at, group] as const)));
  const found = new Set(groups.filter(({ chinese }) => chinese));
  // A mark that becomes full-width is Chinese to those beside it.
  for (const { marks } of found)
    for (const { at } of marks)
      for (const next of [at - 1, at + 1]) {
        const group = groupAt.get(next);
        if (group) found.add(group);
      }
  return [...found].flatMap(({ marks }) => marks).sort((a, b) => a.at - b.at);
});
