import { memo } from "../../text/memo.ts";
import { type Span, span } from "../../text/span.ts";
import { isExact } from "../arithmetic.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { preceding, sameUnit } from "./neighbours.ts";

/** Two values and a word, not a number, for the way between them: 较上年的122起有所下降, 与上年持平, 实现翻番. */
export interface Trend {
  readonly current: Mention;
  readonly base: Mention;
  /** The word. */
  readonly span: Span;
  readonly verdict: "holds" | "fails";
}

interface Word {
  readonly words: RegExp;
  readonly holds: (now: number, before: number) => boolean;
}

/** What may follow 较上年的122起 right away. What is told as level may differ by a fiftieth. */
const COMPARISONS: readonly Word[] = [
  {
    words: /^(?:明显|大幅|显著|略有|稍有|小幅|有所|有|均|都|呈)*(?:增长|增加|上升|提高|提升|增多|回升)/,
    holds: (now, before) => now >= before,
  },
  {
    words: /^(?:明显|大幅|显著|略有|稍有|小幅|有所|有|均|都|呈)*(?:下降|减少|降低|回落|下滑|锐减)/,
    holds: (now, before) => now <= before,
  },
  { words: /^(?:相比)?持平/, holds: (now, before) => Math.abs(now - before) <= before / 50 },
];

/** What may follow 由123个增加到246个. */
const RESULTS: readonly Word[] = [
  { words: /^,?(?:实现|同比|整体|总量)*(?:翻番|翻了番|翻一番|翻倍)/, holds: (now, before) => now >= before * 1.9 },
];

/** 下降12% and 增加到200件 are told in numbers. */
const TOLD = /^(?:[了约近达至到为幅度超过])*(?:\d|百分之|[一二两三四五六七八九十]成)/;

/** The trends of a paragraph. */
export const trendsOf = memo((paragraph: Paragraph): readonly Trend[] =>
  mentionsOf(paragraph).flatMap((mention) => {
    const sides = mention.standing === "base" ? comparedTo(mention) : reachedFrom(mention);
    if (!sides || !isExact(sides.current.figure) || !isExact(sides.base.figure)) return [];
    const { end } = mention.figure.span;
    const after = paragraph.folded.slice(end, end + 24);
    for (const { words, holds } of mention.standing === "base" ? COMPARISONS : RESULTS) {
      const found = words.exec(after)?.[0];
      if (!found || TOLD.test(after.slice(found.length))) continue;
      const [now, before] = [sides.current.figure.value!, sides.base.figure.value!];
      const word = span(end + /^,?/.exec(found)![0].length, end + found.length);
      return [{ ...sides, span: word, verdict: holds(now, before) ? "holds" : "fails" } as const];
    }
    return [];
  }),
);

/** 火灾185起，较上年的135起: the count before, of which the comparison is told. */
function comparedTo(base: Mention): Pick<Trend, "current" | "base"> | null {
  if (!/(?:较|比|与|同|和)[^,;:。]*$/.test(base.before)) return null;
  const current = [...preceding(base)].find((m) => m.sentence === base.sentence);
  return current?.standing === "level" && current === base.previous && sameUnit(current.figure, base.figure)
    ? { current, base }
    : null;
}

/** 由123个增加到246个. */
function reachedFrom(current: Mention): Pick<Trend, "current" | "base"> | null {
  const base = current.previous;
  if (current.standing !== "level" || current.mark !== "" || base?.sentence !== current.sentence) return null;
  if (!/[由从自]/.test(base.before) || !/[至到]$/.test(current.before) || !sameUnit(base.figure, current.figure))
    return null;
  return { current, base };
}
