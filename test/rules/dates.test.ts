import { describe, expect, test } from "vitest";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import bareChange from "../../server/rules/figure/bare-change.ts";
import cutOff from "../../server/rules/figure/cut-off.ts";
import impossibleDate from "../../server/rules/figure/impossible-date.ts";
import type { AnyRule } from "../../server/rules/rule.ts";
import { inForce, mark, unmark } from "../kit.ts";

/** The marks in the text are what the rule finds, and all of it. */
function check(rule: AnyRule, marked: string, profile?: string): void {
  const { text } = unmark(marked);
  const { diagnostics, failures } = lint(analyse(text, { declared: true, profile }), inForce([rule]));
  expect(failures).toEqual([]);
  expect(
    mark(
      text,
      diagnostics.map(({ span }) => span),
    ),
  ).toBe(marked);
}

describe("figure/impossible-date", () => {
  test.each([
    "会期3月28日至⟦4月31日⟧，自2023年2月1日—⟦2月29日⟧公示，6月25—⟦31日⟧普查，11月5日、6日、⟦31日⟧复查。",
    "6月1日至⟦6月31日⟧集中整治，⟦0月5日⟧开工，⟦2021年13月5日⟧竣工，⟦9月份31日⟧前办结。",
    "2024年⟦13月⟧试行，截至⟦14月⟧底完成。",
    "⟦二〇二三年二月二十九日⟧印发，二〇二四年二月二十九日废止，⟦九月三十一日⟧汇总。",
    "⟦2024.2.30⟧送审，⟦2023/2/29⟧签收。",
    "⟦20240531日⟧立项，⟦202405月⟧开工，自⟦20239月⟧起计算，⟦2023年0916日⟧验收。",
  ])("finds: %s", (marked) => check(impossibleDate, marked));

  test.each([
    "2024年2月1日至29日，12月1日至次年2月29日，2月28日24时，9月1日至10月31日。",
    "第13月工资，24月龄儿童，为期18月，每月31日统计，13个月后回访。",
    "版本2024.13.1、v2024.2.30，图号1.2.30，电话20240231，批文〔2024〕0231号，20240230号令。",
    "《2月30日备忘》、“12·4”宣传日、“4·31”专案，农历二月三十日赶集。",
    "20211216日报、5天内、3月5日、45日内答复，11、12月，1—12月。",
    "2024年2月30日",
  ])("is silent: %s", (marked) => check(impossibleDate, marked));
});

describe("figure/bare-change", () => {
  test.each([
    "案件量⟦同比分别-6.2%和5%⟧，投诉（⟦同比-3%⟧），库存⟦环比↓0.5%⟧。",
    "收入⟦下降-3%⟧，用电⟦同比增长+3%⟧，价格⟦同比为-2.3%⟧，事故⟦比上年减少-5起⟧。",
  ])("finds: %s", (marked) => check(bareChange, marked));

  test.each([
    "力争增长3-5%，预计增长5%—6%，上下浮动±3%，增幅-2%，增速为-1.2%。",
    "气温同比-2℃，呈负增长-3%态势，A-2%型，推行“增长+6”行动。",
    "项目\t同比-6%\t3%",
  ])("is silent: %s", (marked) => check(bareChange, marked));
});

describe("figure/cut-off", () => {
  const annual = (body: string) => `某局2024年法治政府建设年度报告\n一、主要举措和成效\n${body}\n`;
  test.each([
    "排查问题84个，⟦截至2023年12月底⟧整改81个。",
    "⟦截至2023年底⟧，全局共有执法人员86人。",
    "2024年排查隐患46处，⟦截至2023年6月底⟧整改29处。",
    "数据统计期限自2024年1月1日起至⟦2023年12月31日⟧止。",
    "统计时间为⟦2022年1月1日⟧至2024年12月31日。",
    "所列数据期间为2024年1月1日至⟦2025年12月31日⟧。",
  ])("finds: %s", (body) => check(cutOff, annual(body), "annual-report"));

  test.each([
    "截至2024年底，在册86人，比截至2023年底的80人多6人。",
    "截至2023年底整改60个，2024年又整改21个；截至2023年底为60个，目前为81个。",
    "在册86人（截至2023年底为80人），截至2019年底全面脱贫。",
    "数据统计期限自2024年1月1日起至2024年12月31日止。",
    "统计周期为2023年12月1日至2024年11月30日。",
    "专项行动自2022年3月1日至2024年2月28日开展。",
  ])("is silent: %s", (body) => check(cutOff, annual(body), "annual-report"));

  test("a half-year report ends in June", () =>
    check(
      cutOff,
      "某局2025年上半年工作总结及下半年工作计划\n一、上半年工作总结\n反馈问题46项，⟦截至2024年6月底⟧整改29项；截至2025年6月底销号20项。\n",
      "half-year-summary",
    ));
});
