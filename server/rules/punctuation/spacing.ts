import type { Paragraph } from "../../report/paragraph.ts";
import type { Report } from "../../report/report.ts";
import { among } from "../../text/finder.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Blanks between 汉字, or between a number and its 汉字; more than four are layout. */
const GAP =
  /(?<=[\u4e00-\u9fff\d%])[ \u3000\u00a0]{1,4}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[ \u3000\u00a0]{1,4}(?=\d)/g;
const mayGap = among([" ", "\u3000", "\u00a0"]);
const NONE: readonly Span[] = [];
/** Where a blank stands for a pause: inside titles and quotations. */
const QUOTED = /《[^》\n]{0,200}》|“[^”\n]{0,200}”/g;
const NAME = /^[\u4e00-\u9fff]{1,4}$/;

export default defineRule({
  id: "punctuation/spacing",
  scope: "document",
  severity: "information",
  basis: "practice",
  formal: true,
  summary: say(
    "汉字之间、数字与汉字之间有多余的空格。",
    "Blanks between Chinese characters, or between a number and its unit.",
  ),
  why: say(
    "公文的汉字、数字之间不空格；空格多是从网页或表格粘贴来的。",
    "Official text puts no blanks between characters and numbers; they come from web pages or tables.",
  ),
  examples: [
    { good: "坚持“守正 创新”，印发《规划纲要 实施方案》。\n张 三\n一、 总体情况\n2024年办理案件12件。" },
    { bad: "2024⟦ ⟧年办理 案件12 件。", fixed: "2024年办理案件12件。" },
  ],
  *check(report) {
    const gaps = gapsOf(report);
    if (gaps.length === 0) return;
    yield {
      span: gaps[0]!,
      message: say(
        `全文有${gaps.length}处多余的空格，可一次删去。`,
        `${gaps.length} needless blanks; delete them all at once.`,
      ),
      fixes: [
        {
          title: say(`全部删去（${gaps.length}处）`, `Delete them all (${gaps.length})`),
          safe: false,
          edits: gaps.map((gap) => ({ span: gap, newText: "" })),
        },
      ],
    };
  },
});

const gapsOf = ({ paragraphs }: Report): Span[] =>
  paragraphs.flatMap(({ paragraph, start }) => gapsIn(paragraph).map((gap) => shift(gap, start)));

const gapsIn = memo(({ text, block }: Paragraph): readonly Span[] => {
  if (!mayGap(text)) return NONE;
  // A title set with blanks, a name spaced out, a line of a table: layout and not text.
  if (block.kind === "heading" || !/[，。；：,;]/.test(text) || NAME.test(text.replace(/\s/g, ""))) return NONE;
  const gaps = [...text.matchAll(GAP)].map(({ index, 0: gap }) => span(index, index + gap.length));
  if (gaps.length === 0) return NONE;
  const quoted = [...text.matchAll(QUOTED)].map(({ index, 0: piece }) => span(index, index + piece.length));
  return gaps.filter(
    (gap) => !quoted.some((piece) => piece.start < gap.start && gap.end < piece.end) && !spaced(text, gap),
  );
});

/** Whether the blank only spaces out a name of two characters (张 三) to the width of three. */
const spaced = (text: string, { start, end }: Span): boolean =>
  /(?:^|[，、：；。\s])[\u4e00-\u9fff]$/.test(text.slice(Math.max(0, start - 2), start)) &&
  /^[\u4e00-\u9fff](?:$|[，、；。\s])/.test(text.slice(end, end + 2));
