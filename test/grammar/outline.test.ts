import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatPeriod } from "../../server/grammar/period.ts";
import { analyse } from "../../server/report/report.ts";
import type { Section } from "../../server/syntax/outline.ts";
import { isAtHand, published } from "../published.ts";

/** Kind and period, then a line a first-level section: role, label, the labels of its children and theirs. */
function read(text: string): string {
  const report = analyse(text);
  const labels = ({ children }: Section): string =>
    children
      .map((child) => `${child.label?.text ?? "-"}${child.children.length > 0 ? `[${labels(child)}]` : ""}`)
      .join(" ");
  const sections = report.sections.map((section) =>
    `${report.match.roles.get(section) ?? "-"} ${section.label?.text ?? "-"} ${labels(section)}`.trimEnd(),
  );
  return [`${report.kind} ${report.period ? formatPeriod(report.period) : "-"}`, ...sections].join("\n");
}

const EXPECTED: Record<string, string[]> = {
  "000": ["half-year-summary 2025H1", "summary 一、 (一)[一是 二是 三是]", "plan - (一) (二) (三) (四) (五)"],
  "001": [
    "annual-report 2024",
    "summary 一、 (一) (二) (三) (四) (五) (六) (七) (八)",
    "leader 二、 (一) (二) (三)",
    "shortcomings 三、",
    "plan 四、",
  ],
  "002": [
    "annual-report 2023",
    "summary 一、 (一) (二) (三) (四)",
    "shortcomings 二、 一是 二是 三是",
    "leader 三、 一是 二是 三是",
    "plan 四、 (一) (二) (三)",
  ],
  "003": [
    "half-year-summary 2023H1",
    "summary 一、 (一) (二) (三)",
    "summary 二、 (一)[1. 2. 3.] (二)[1. 2. 3.] (三)[1. 2. 3.] (四)[1. 2. 3.]",
    "highlights 三、 (一) (二) (三)",
    "plan 四、 一是 二是 三是 四是 五是 六是 七是",
  ],
  "004": ["work-summary 2023", "summary 一、 （一） （二） （三） （四）", "plan 二、 （一） （二） （三）"],
};

const MODELLED_ON: Record<string, string> = {
  无标题的半年工作总结: "000",
  挤成一行的年度报告: "001",
  段首主题句的年度报告: "002",
  网页复制的半年工作总结: "003",
  脱敏的年度工作总结: "004",
};

const seeds = new URL("../../seeds/", import.meta.url);

test.each(Object.entries(MODELLED_ON))("the outline of the sample %s", (name, model) => {
  const file = readdirSync(seeds).find((each) => each.startsWith(name))!;
  expect(read(readFileSync(new URL(file, seeds), "utf8"))).toBe(EXPECTED[model]!.join("\n"));
});

const corpus = new URL("corpus/", published);

describe.runIf(isAtHand)("published reports", () => {
  test.each(Object.entries(EXPECTED))("%s", (id, expected) => {
    const file = readdirSync(corpus).find((each) => each.startsWith(id))!;
    expect(read(readFileSync(new URL(file, corpus), "utf8"))).toBe(expected.join("\n"));
  });
});

describe("roles", () => {
  const roles = (title: string, ...headings: string[]) =>
    read(`${title}\n${headings.map((heading) => `${heading}\n写一句话。\n`).join("")}`)
      .split("\n")
      .map((line, i) => (i === 0 ? line : line.split(" ")[0]))
      .join(" ");

  test.each([
    [
      "某区2024年法治政府建设年度报告",
      ["一、主要举措和成效", "二、存在的不足和原因", "三、第一责任人履职情况", "四、2025年主要安排"],
      "annual-report 2024 summary shortcomings leader plan",
    ],
    [
      "某区2023年度法治政府建设情况的报告",
      ["一、区政府主要负责同志履行推进法治建设职责情况", "二、工作开展情况", "三、存在的问题及下一步打算"],
      "annual-report 2023 leader summary shortcomings",
    ],
    [
      "某街道2024年法治政府建设工作报告",
      ["一、突出政治引领", "二、规范权力运行", "三、优化公共服务", "四、存在问题", "五、2025年工作计划"],
      "annual-report 2024 summary summary summary shortcomings plan",
    ],
    [
      "某局2023年工作总结及2024年工作思路",
      ["一、2023年重点工作完成情况", "二、亮点工作", "三、存在的短板", "四、2024年重点工作"],
      "work-summary 2023 summary highlights shortcomings plan",
    ],
    [
      "某局2023年工作总结及2024年工作思路",
      ["一、2023年亮点工作", "二、2024年重点工作"],
      "work-summary 2023 summary plan",
    ],
    [
      "某县2024年上半年工作情况及下半年工作安排",
      ["一、上半年工作情况", "二、问题和不足", "三、下半年工作安排"],
      "half-year-summary 2024H1 summary shortcomings plan",
    ],
    [
      "关于2024年度法治政府建设情况的报告",
      ["一、工作举措和成效", "二、问题短板", "三、扛牢法治建设第一责任人职责", "四、下步打算"],
      "annual-report 2024 summary shortcomings leader plan",
    ],
    ["二〇二四年工作总结", ["一、一年来工作回顾", "二、今后打算"], "work-summary 2024 summary plan"],
  ] as const)("%s", (title, headings, expected) => expect(roles(title, ...headings)).toBe(expected));
});
