import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scan } from "../../server/figures/scan.ts";
import { fold } from "../../server/text/fold.ts";

const PIECES = [
  ..."0123456789０１２３９〇零一二两三四五六七八九十百千万亿廿几数点分之年月日号第前近约超逾余多来上以至到由从增长下降同比比率",
  ..."，。；：、（）“”‘’《》〔〕【】()[]《\"'+＋-—~～·.．,:/％%‰\n\r \t×ABXxmk#|",
  "件",
  "万元",
  "个百分点",
  "平方米",
  "人次",
  "2024年",
  "1.2",
  "1,234",
  "第",
  "左右",
  "以上",
  "热线",
  "分钟",
  "圈",
  "工程",
  "小时",
  "km",
  "e9",
  "1e400",
  "20XX",
  // Longer than any reading looks.
  ...["1", "9", "0"].map((digit) => digit.repeat(200)),
  `0.${"0".repeat(330)}1`,
  "\u{1F600}",
  "\ud800",
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(""));
const anything = fc.oneof(text, fc.string({ unit: "binary" }));

describe("any text", () => {
  test("has figures in order, within bounds, without overlap, and finite", () => {
    fc.assert(
      fc.property(anything, (input) => {
        let end = 0;
        for (const figure of scan(input)) {
          const { span, digits, unitSpan, value, upper, precision } = figure;
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(digits.start).toBeGreaterThanOrEqual(span.start);
          expect(digits.end).toBeGreaterThan(digits.start);
          for (const inner of [digits, unitSpan ?? digits]) expect(inner.end).toBeLessThanOrEqual(span.end);
          for (const number of [value ?? 0, upper ?? 0, precision]) expect(Number.isFinite(number)).toBe(true);
          expect(figure.kind === "change").toBe(figure.direction !== null);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(input.length);
      }),
      { seed: 20241204, numRuns: 3000 },
    );
  });

  test("has every run of Arabic digits in exactly one figure", () => {
    fc.assert(
      fc.property(anything, (input) => {
        const figures = scan(input);
        for (const run of fold(input).matchAll(/\d+/g)) {
          const covering = figures.filter(
            ({ span }) => span.start <= run.index && run.index + run[0].length <= span.end,
          );
          expect(covering.length, `${run[0]} in ${input}`).toBe(1);
        }
      }),
      { seed: 20241204, numRuns: 3000 },
    );
  });
});
