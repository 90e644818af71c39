import { expect, test } from "vitest";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";
import { inForce } from "../kit.ts";

const severities = (id: string, text: string): readonly string[] =>
  lint(analyse(text, { declared: true }), inForce(rules.filter((rule) => rule.id === id))).diagnostics.map(
    ({ severity }) => severity,
  );

const changes = (text: string) => severities("figure/change-without-quantity", text);
const units = (text: string) => severities("figure/missing-unit", text);

test("of what an office counts the quantity is asked for", () => {
  expect(changes("全年新收劳动仲裁案件同比增长218%。")).toEqual(["warning"]);
  expect(changes("受理投诉90件，其中价格投诉同比增长12.6%。")).toEqual(["warning"]);
});

test("what is told by its growth alone, and what a congress is told, is a hint at most", () => {
  expect(changes("口岸货物吞吐量增长11.3%。")).toEqual(["hint"]);
  expect(changes("安全事故起数、死亡人数分别下降12%、9%。")).toEqual(["hint"]);
  expect(changes("各位代表！一年来，刑事案件下降15.9%。")).toEqual(["hint"]);
  expect(changes("地区生产总值增长5.5%，固定资产投资增长4%，细颗粒物平均浓度下降8%。")).toEqual([]);
});

test("a quantity told anywhere beside is enough", () => {
  for (const text of [
    "窗口受理投诉，比上年增长12.5%，达到90件。",
    "投诉（90件）同比增长12.5%。",
    "受理投诉90件，接待来访40批次。来访批次与投诉比上年有增有减，投诉增长12.5%。",
    "事故起数、受灾户数分别下降12.5%、20%（上年分别为16起、10户）。",
    "信访总量由160件降至120件，下降25%。",
  ])
    expect(changes(text), text).toEqual([]);
});

test("what lacks its unit beyond doubt is an error; people told without 人 are none", () => {
  expect(units("夜间集市拉动消费1200万，带动就业460人。")).toEqual(["error"]);
  expect(units("制定政府规章6，废止3件。")).toEqual(["warning"]);
  expect(units("农村贫困人口减少6800多万，脱贫成果巩固。")).toEqual(["information"]);
});

test("marks, labels, codes and passed milestones need no unit", () => {
  for (const text of [
    "具体名单见附件3，其余不变。",
    "满意度测评得分92，居全市前列。",
    "受理热线12345，全年无休。",
    "经济总量连续跨越3万亿、4万亿两个台阶。",
    "城乡居民收入比缩小到2.1，差距继续缩小。",
    "推进方案1、方案2，择优实施。",
  ])
    expect(units(text), text).toEqual([]);
});
