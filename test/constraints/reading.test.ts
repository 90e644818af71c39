import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readingOf } from "../../server/constraints/reading.ts";
import { analyse, type Report } from "../../server/report/report.ts";
import { isAtHand, published } from "../published.ts";

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
    "882件: 收到行政复议申请 · derived 647",
    "36.32%: 收到行政复议申请 · up · derived 647",
  ));

test("a stated base is taken as it stands", () =>
  check(
    "收到信访事项90件（上年同期120件），下降25%。",
    "90件: 收到信访事项 · stated 120 · 核对无误：（120－90）÷120＝25%",
    "120件: 收到信访事项 · 核对无误：（120－90）÷120＝25%",
    "25%: 收到信访事项 · down · stated 120 · 核对无误：（120－90）÷120＝25%",
  ));

test("from one count to another, both are of what stands before the first", () =>
  check(
    "办理时限由20天压缩至10天。",
    "20天: 办理时限 · 核对无误：20→10",
    "10天: 办理时限 · stated 20 · 核对无误：20→10",
  ));

test("parts tell the sum they make", () =>
  check(
    "办结案件30件，其中民事18件、刑事12件。",
    "30件: 办结案件 · 核对无误：18＋12＝30",
    "18件: 民事 · 核对无误：18＋12＝30",
    "12件: 刑事 · 核对无误：18＋12＝30",
  ));

test("a rate tells what it is of", () =>
  check(
    "受理诉求200件，办结190件，办结率95%。",
    "200件: 受理诉求 · 核对无误：190÷200＝95%",
    "190件: 办结诉求 · 核对无误：190÷200＝95%",
    "95%: 办结率 · 核对无误：190÷200＝95%",
  ));

test("what does not hold shows its sum to every figure of it", () =>
  check(
    "回访用户250户，满意245户，满意率89.0%。",
    "250户: 回访用户 · 核对有误：245÷250＝98%",
    "245户: 满意用户 · 核对有误：245÷250＝98%",
    "89.0%: 满意率 · 核对有误：245÷250＝98%",
  ));

test("a change without words of its own, and what it is compared with, are of what changed", () =>
  check(
    "受理公证申请240件、法律援助申请180件，后者比上年的150件增加30件。",
    "240件: 受理公证申请",
    "180件: 法律援助申请 · stated 150 · 核对无误：180－150＝30",
    "150件: 法律援助申请 · 核对无误：180－150＝30",
    "30件: 法律援助申请 · up · stated 150 · 核对无误：180－150＝30",
  ));

const CORPUS = new URL("corpus/", published);

describe.runIf(isAtHand)("on published reports", () => {
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
