import type { Paragraph } from "../../report/paragraph.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

const TITLE = /《([^《》\n]{8,60})》/g;
/** Characters that rightly tell two documents apart: years, halves, levels of government. */
const TELLING = /[\d〇零一二三四五六七八九十上下前后省市州区县旗镇乡村]/;

/** The documents that a paragraph names, and where. */
const titlesIn = memo(({ text, folded }: Paragraph): readonly (readonly [title: string, place: Span])[] =>
  (folded.includes("《") ? [...folded.matchAll(TITLE)] : []).map(({ index, 1: title = "" }) => [
    text.slice(index + 1, index + 1 + title.length),
    span(index + 1, index + 1 + title.length),
  ]),
);

export default defineRule({
  id: "wording/title-consistency",
  scope: "document",
  severity: "information",
  basis: "practice",
  summary: say("同一文件的名称前后差一个字。", "One document under two names, a character apart."),
  why: say(
    "文件名称写错一个字，读者就查不到原文。",
    "With one character wrong in its name, a document cannot be looked up.",
  ),
  examples: [
    {
      good: "印发《2023年普法工作要点清单》《2024年普法工作要点清单》，共12项，同比增加2项。\n落实《2024年普法工作要点清单》。",
    },
    {
      bad: "印发《行政执法质量提升行动方案》，共12项，同比增加2项。\n落实《⟦行政执法质量提升行动方按⟧》。",
      fixed: "印发《行政执法质量提升行动方案》，共12项，同比增加2项。\n落实《行政执法质量提升行动方案》。",
    },
  ],
  *check({ paragraphs }) {
    const places = new Map<string, Span[]>();
    for (const { paragraph, start } of paragraphs) {
      for (const [title, place] of titlesIn(paragraph)) {
        const known = places.get(title);
        if (known) known.push(shift(place, start));
        else places.set(title, [shift(place, start)]);
      }
    }
    for (const [one, other] of alike([...places.keys()])) {
      // The rarer form is the suspect; of two that are equally rare, the later one.
      const [right, wrong] = places.get(other)!.length > places.get(one)!.length ? [other, one] : [one, other];
      for (const place of places.get(wrong)!) {
        yield {
          span: place,
          message: say(
            `别处写作《${right}》，与此处差一个字，请核对文件名称。`,
            `Elsewhere this is 《${right}》, one character apart; check the name of the document.`,
          ),
          related: [{ span: places.get(right)![0]!, message: say("另一种写法在这里。", "The other form is here.") }],
          fixes: [{ title: say("改为一致", "Make them alike"), safe: false, edits: [{ span: place, newText: right }] }],
        };
      }
    }
  },
});

/** Pairs of titles that differ in one character, or by one. Two that do have a common rest when one character is left out. */
function* alike(titles: readonly string[]): Generator<readonly [string, string]> {
  const rests = new Map<string, string>();
  for (const title of titles) {
    const found = new Set<string>();
    for (const rest of [title, ...[...title].map((_, i) => title.slice(0, i) + title.slice(i + 1))]) {
      const other = rests.get(rest);
      if (other === undefined) rests.set(rest, title);
      else if (other !== title && isSlip(other, title)) found.add(other);
    }
    for (const other of found) yield [other, title];
  }
}

/** Whether one character at one place, and none that tells documents apart, makes the difference. */
function isSlip(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  return left.length <= 1 && right.length <= 1 && !TELLING.test(left + right);
}
