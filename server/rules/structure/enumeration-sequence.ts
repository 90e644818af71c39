import type { Paragraph } from "../../report/paragraph.ts";
import { hanziOrdinal } from "../../syntax/label.ts";
import type { Section } from "../../syntax/outline.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

const ORDINALS = "一二三四五六七八九十";
/** The words that count points, each with the form that its neighbours must share. */
const WORDS =
  /(?:^|[。;:,，；：])\s{0,4}(?:(第[一二三四五六七八九十]是|[一二三四五六七八九十]是|[一二三四五六七八九十]要(?=[^求点素件])|第[一二三四五六七八九十](?=[,、]))|(另一方面|一方面))/g;

interface Word {
  readonly span: Span;
  readonly text: string;
  /** 第一是, 一是, 一要, 第一; 方面 for 一方面. */
  readonly form: string;
  readonly number: number;
}

export default defineRule({
  id: "structure/enumeration-sequence",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("一是、二是、三是要数得连贯。", "Points count on: 一是, 二是, 三是."),
  why: say("数到一半跳号或换了说法，读者会以为漏了一条。", "A jump or a change of form looks like a lost point."),
  examples: [
    { good: "下一步：一是抓学习；二是抓落实；三是抓队伍。" },
    { good: "一方面要强化认识，另一方面要转变观念。" },
    { bad: "下一步：一是抓学习；二是抓落实；⟦四是⟧抓队伍。", fixed: "下一步：一是抓学习；二是抓落实；三是抓队伍。" },
    { bad: "一是抓学习；⟦三是⟧抓落实；三是抓队伍。", fixed: "一是抓学习；二是抓落实；三是抓队伍。" },
    { bad: "一方面要强化认识，另一方面要转变观念，⟦第三是⟧要科学管理。" },
  ],
  *check({ paragraphs, sections, text }) {
    for (const { paragraph, start } of paragraphs) {
      for (const finding of inParagraph(paragraph)) {
        yield {
          ...finding,
          span: shift(finding.span, start),
          fixes: (finding.fixes ?? []).map((fix) => ({
            ...fix,
            edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, start) })),
          })),
        };
      }
    }
    yield* amongPoints(text, sections);
  },
});

const inParagraph = memo((paragraph: Paragraph): readonly Finding[] => [...sequences(paragraph)]);

function* sequences({ folded }: Paragraph): Iterable<Finding> {
  const words = [...folded.matchAll(WORDS)].map(read);
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    const before = words[i - 1];
    if (!before || word.number === 1) continue;
    if (before.form === "方面" && word.form !== "方面" && words[i - 2]?.form === "方面") {
      yield {
        span: word.span,
        message: say(
          `前面用的是“一方面、另一方面”，这里接“${word.text}”对不上。有三点以上的，请改用“一是、二是、三是”。`,
          `“${word.text}” does not follow “一方面…另一方面…”; for three points or more use 一是, 二是, 三是.`,
        ),
      };
    } else if (before.form === word.form && word.form !== "方面" && word.number !== before.number + 1) {
      const expected = before.number + 1;
      // 一是、三是、三是: what comes next goes on from the number that should stand here.
      const slipped = next?.form === word.form && next.number === expected + 1;
      yield outOfStep(
        word.span,
        word.text,
        before.text,
        word.text.replace(/[一二三四五六七八九十]/, hanziOrdinal(expected)),
        slipped || i === words.length - 1,
      );
      if (slipped) words[i] = { ...word, number: expected };
    }
  }
}

function read(match: RegExpMatchArray): Word {
  const text = match[1] ?? match[2]!;
  const end = match.index! + match[0].length;
  const numeral = /[一二三四五六七八九十]/.exec(text)![0];
  const counted = match[1] !== undefined;
  return {
    span: span(end - text.length, end),
    text,
    form: counted ? text.replace(numeral, "#") : "方面",
    number: counted ? ORDINALS.indexOf(numeral) + 1 : text === "一方面" ? 1 : 2,
  };
}

/** Points that stand at the beginning of their own lines. */
function* amongPoints(text: string, siblings: readonly Section[]): Iterable<Finding> {
  let before = 0;
  let from = 0;
  for (const [i, section] of siblings.entries()) {
    const { label, heading } = section;
    if (label?.form === "一是" && heading) {
      // 二是 on a line, 三是 in the midst of its text, 四是 on a line again.
      const isToldBetween = () => text.slice(from, heading.start).includes(`${hanziOrdinal(label.number - 1)}是`);
      if (before > 0 && label.number !== 1 && label.number !== before + 1 && !isToldBetween()) {
        yield outOfStep(
          shift(label.span, heading.start),
          label.text,
          `${hanziOrdinal(before)}是`,
          `${hanziOrdinal(before + 1)}是`,
          i === siblings.length - 1,
        );
      }
      before = label.number;
      from = heading.start;
    } else {
      before = 0;
    }
    yield* amongPoints(text, section.children);
  }
}

/** @param sure whether the number must be wrong, and no point is lost */
const outOfStep = (at: Span, text: string, before: string, expected: string, sure: boolean): Finding => ({
  span: at,
  message: say(
    `“${before}”之后应是“${expected}”，这里是“${text}”，请核对${sure ? "" : "是否漏了一条"}。`,
    `After “${before}” comes “${expected}”, not “${text}”.`,
  ),
  // In the middle of a list the number may be right and a point lost.
  fixes: sure
    ? [
        {
          title: say(`改为“${expected}”`, `Change to “${expected}”`),
          safe: false,
          edits: [{ span: at, newText: expected }],
        },
      ]
    : [],
});
