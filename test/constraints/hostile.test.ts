import fc from "fast-check";
import { expect, test } from "vitest";
import { readingOf } from "../../server/constraints/reading.ts";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";
import { inForce } from "../kit.ts";
import { thorough } from "../thorough.ts";

const active = inForce(rules.filter(({ id }) => id.startsWith("figure/")));

/** Whether a text shows a number that is none. */
const isNone = (text: string): boolean => /NaN|Infinity|undefined/.test(text);

/** Whatever the text, an answer or silence, and never a number that is none. */
function survives(text: string): void {
  const report = analyse(text, { declared: true });
  const { diagnostics, failures } = lint(report, active);
  expect(failures).toEqual([]);
  expect(diagnostics.filter(({ span }) => span.start < 0 || span.end > text.length)).toEqual([]);
  const said = diagnostics.flatMap(({ message, fixes, related }) => [
    message,
    ...fixes.map(({ title }) => title),
    ...related.map((other) => other.message),
  ]);
  const written = diagnostics.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText)));
  expect(said.filter(({ zh, en }) => /\[object|e\+\d/.test(zh + en) || isNone(zh + en))).toEqual([]);
  expect(written.filter(isNone)).toEqual([]);
  const readings = report.paragraphs.flatMap((located) =>
    located.paragraph.figures.map((figure) => readingOf(report, located, figure)),
  );
  expect(readings.filter(({ base }) => base && !Number.isFinite(base.value))).toEqual([]);
  expect(readings.flatMap(({ relations }) => relations).filter(({ zh }) => isNone(zh))).toEqual([]);
}

test.each([
  "",
  "%",
  "约余多左右件",
  `受理${"9".repeat(4000)}件，办结${"9".repeat(4000)}件，办结率${"9".repeat(400)}%。`,
  "受理0件，办结0件，办结率0%，同比增长100%（上年同期0件）。",
  "受理0件，同比下降100%。受理5件，同比下降100%。",
  "受理5件，同比增长9999999999%（上年同期0件），办结率99999999%。",
  "增长0%，由0件增至0件，是上年0件的0倍，翻0番，下降0成。",
  "共0件，其中民事0件、刑事0件，占0%。完成目标0件的50%。",
  "受理3万件5亿元%，其中1.2万人30%件、4‰个百分点。",
  "（（（3件（4件），其中）5件：6件；7件。其中，8件、合计",
  "受理100件，办结-5件，办结率--5%，同比+-3%。",
  "一二三四五六七八九十百千万亿兆件，同比增长百分之百分之五。",
])("answers %j", (text) => survives(text));

/** Of four figures each. */
const MANY = thorough ? 2500 : 800;

test("answers a paragraph of thousands of figures in linear time", () => {
  const took = (count: number): number => {
    const text = "其中办结1件，占5%，同比增长3%（上年2件）、".repeat(count);
    const start = performance.now();
    survives(text);
    return performance.now() - start;
  };
  took(250);
  expect(took(MANY)).toBeLessThan(8 * MANY);
});

const WORDS = [
  "受理",
  "办结",
  "其中",
  "包括",
  "占",
  "同比",
  "增长",
  "下降",
  "（",
  "）",
  "，",
  "、",
  "；",
  "。",
  "：",
  "上年同期",
  "由",
  "增至",
  "合计",
  "共",
  "其余",
  "率",
  "件",
  "人",
  "%",
  "个百分点",
  "万元",
  "亿",
  "倍",
  "番",
  "分别",
  "等",
  "主要",
  "累计",
  "在册",
  "结转",
  "不",
  "的",
  "约",
  "余",
  "0",
  "1",
  "2",
  "35",
  "100",
  "3.5",
  "1,234",
  "三百",
  "2023年",
  "截至6月30日",
  "五大功能",
  "一是",
  "“",
  "”",
];

test("answers any order of the words it knows", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => survives(words.join(""))),
    { seed: 7, numRuns: 600 },
  );
});
