import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readingOf } from "../../server/facts/reading.ts";
import { analyse, type Report } from "../../server/report/report.ts";

/** Reads every figure that states a statistic: its text, then indicator, period, base and relations. */
function read(report: Report): string[] {
  return report.paragraphs.flatMap((located) =>
    located.paragraph.figures.flatMap((figure) => {
      const { indicator, period, direction, base, relations } = readingOf(report, located, figure);
      const shown = [
        indicator,
        period,
        direction,
        base && `${base.source} ${base.value}`,
        ...relations.map(({ zh }) => zh),
      ].filter(Boolean);
      const text = located.paragraph.text.slice(figure.span.start, figure.span.end);
      return shown.length ? [`${text}: ${shown.join(" · ")}`] : [];
    }),
  );
}

const check = (text: string, ...expected: string[]) =>
  expect(read(analyse(text, { declared: true }))).toEqual(expected);

test("a count tells its deed and thing; a growth, its base worked back", () =>
  check(
    "全年收到行政复议申请882件，同比增长36.32%。",
    "882件: 收到行政复议申请 · derived 647 · 倒推上年同期为647",
    "36.32%: 收到行政复议申请 · up · derived 647 · 倒推上年同期为647",
  ));

test("a stated base is taken as it stands", () =>
  check(
    "收到信访事项90件（上年同期120件），下降25%。",
    "90件: 收到信访事项 · stated 120 · 由120到90",
    "120件: 收到信访事项 · 由120到90",
    "25%: 收到信访事项 · down · stated 120 · 由120到90",
  ));

test("from one count to another, both are of what stands before the first", () =>
  check("办理时限由20天压缩至10天。", "20天: 办理时限", "10天: 办理时限 · stated 20"));

test("parts tell the sum they make", () =>
  check(
    "办结案件30件，其中民事18件、刑事12件。",
    "30件: 办结案件 · 18＋12＝30（总数30）",
    "18件: 民事 · 18＋12＝30（总数30）",
    "12件: 刑事 · 18＋12＝30（总数30）",
  ));

test("a rate tells what it is of", () =>
  check(
    "受理诉求200件，办结190件，办结率95%。",
    "200件: 受理诉求",
    "190件: 办结诉求 · 是200中的一部分",
    "95%: 办结率 · 190÷200＝95%",
  ));

test("times are read from the words before", () => {
  const report = analyse("截至6月30日，受理申请12件。2022年受理9件。", { declared: true });
  const dated = { ...report, period: { year: 2023, half: 1 } as const };
  const [first, second] = dated.paragraphs.flatMap((located) =>
    located.paragraph.figures
      .filter(({ kind }) => kind === "quantity")
      .map((figure) => readingOf(dated, located, figure).period),
  );
  expect([first, second]).toEqual(["2023-06-30", "2022"]);
});

const CORPUS = new URL("../../../shared/corpus/", import.meta.url);

describe.skipIf(!existsSync(CORPUS))("on published reports", () => {
  const readings = (file: string, ...figures: string[]) => {
    const lines = read(analyse(readFileSync(new URL(file, CORPUS), "utf8"), { declared: true }));
    return figures.map((figure) => lines.filter((line) => line.startsWith(figure)));
  };

  test("bases are worked back", () => {
    const [first, second] = readings("000_b91d107c1452df7a.txt", "36.32%", "144.83%");
    expect(first?.[0]).toContain("derived 647");
    expect(second?.[0]).toContain("derived 29");
    const [third, count] = readings("003_09093438e110c269.txt", "72.1%", "105件");
    expect(third?.[0]).toContain("derived 61");
    expect(count?.[0]).toContain("derived 61");
  });

  test("sums, rates and balances are shown", () => {
    const [total] = readings("001_69a345469985f6fc.txt", "920件");
    expect(total?.[0]).toContain("437＋483＝920");
    const [rate] = readings("002_620d212c5825e8e7.txt", "99.78%");
    expect(rate?.[0]).toContain("21446÷21493＝99.78%");
    const [left] = readings("003_09093438e110c269.txt", "390人");
    expect(left?.[0]).toContain("3502－3112＝390");
  });
});
