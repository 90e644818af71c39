import fc from "fast-check";
import Nzh from "nzh";
import { describe, expect, test } from "vitest";
import { chineseAt } from "../../server/figures/chinese.ts";
import { scan } from "../../server/figures/scan.ts";

const cn = Nzh.cn;
const whole = fc.oneof(
  fc.integer({ min: 1, max: 9_999 }),
  fc.integer({ min: 1, max: 99_999_999 }),
  fc.integer({ min: 1, max: 999_999_999_999 }),
);

describe("whole numerals in 汉字", () => {
  test("read as another library writes them", () => {
    fc.assert(
      fc.property(whole, fc.boolean(), (number, tenMin) => {
        const written = cn.encodeS(number, { tenMin });
        const numeral = chineseAt(written, 0);
        expect(numeral?.value, written).toBe(number);
        expect(numeral?.end).toBe(written.length);
      }),
      { seed: 15835, numRuns: 5000 },
    );
  });

  test("read in a sentence", () => {
    fc.assert(
      fc.property(whole, (number) => {
        const written = cn.encodeS(number, { tenMin: true });
        const [figure, ...rest] = scan(`共调解纠纷${written}件。`);
        expect(rest).toEqual([]);
        expect(figure, written).toMatchObject({ kind: "quantity", value: number, unit: "件", hanzi: true });
      }),
      { seed: 15835, numRuns: 2000 },
    );
  });

  test.each([
    ["两千零六", 2006],
    ["三万五", 35_000],
    ["一百零五", 105],
    ["廿三", 23],
    ["一万亿", 1e12],
    ["三千五百亿", 3.5e11],
    ["二〇二四", 2024],
    ["一二三四", 1234],
    ["百", 100],
    ["十二万", 120_000],
    ["一亿零五十", 100_000_050],
    ["一点二亿", null],
    ["一三百", null],
    ["一万万", null],
    ["零", 0],
  ])("%s is %s", (written, value) => {
    const numeral = chineseAt(written, 0);
    expect(numeral && numeral.end === written.length ? numeral.value : null).toBe(value);
  });

  test("an endless run is no numeral", () => {
    expect(chineseAt("一".repeat(100_000), 0)).toBeNull();
  });
});
