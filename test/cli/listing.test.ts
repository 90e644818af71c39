import { expect, test } from "vitest";
import { folder, govreport } from "./kit.ts";

const DRAFT = `某县司法局2024年上半年工作总结和下半年工作打算

一、上半年工作总结
（一）化解纠纷。受理行政复议案件12件，同比增长20%（上年同期10件），“八五”普法宣传3万余人次。
二、下半年工作打算
（一）建好队伍。选聘调解员5名。
`;

test("outline gives sections, levels and roles", async () => {
  const { status, out } = await govreport(folder({ "a.txt": DRAFT }), "outline --format json a.txt");
  const at = (text: string): number => DRAFT.indexOf(text);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    files: [
      {
        path: "a.txt",
        kind: "half-year-summary",
        title: "某县司法局2024年上半年工作总结和下半年工作打算",
        period: "2024H1",
        sections: [
          {
            level: 1,
            label: "一、",
            heading: "上半年工作总结",
            role: "summary",
            offset: [at("一、"), at("二、")],
            children: [
              {
                level: 2,
                label: "（一）",
                heading: "化解纠纷",
                role: null,
                offset: [at("（一）化解"), at("二、")],
                children: [],
              },
            ],
          },
          {
            level: 1,
            label: "二、",
            heading: "下半年工作打算",
            role: "plan",
            offset: [at("二、"), DRAFT.length],
            children: [
              {
                level: 2,
                label: "（一）",
                heading: "建好队伍",
                role: null,
                offset: [at("（一）建好"), DRAFT.length],
                children: [],
              },
            ],
          },
        ],
      },
    ],
  });
});

test("outline draws a tree", async () => {
  const { out } = await govreport(folder({ "a.txt": DRAFT }), "outline a.txt");
  expect(out).toContain("\n  一、上半年工作总结  [成效]\n    （一）化解纠纷\n  二、下半年工作打算  [安排]\n");
});

test("figures gives every numeral its reading", async () => {
  const { out } = await govreport(folder({ "a.txt": DRAFT }), "figures --format json a.txt");
  const { figures } = JSON.parse(out).files[0];
  const of = (text: string) => figures.find((figure: { text: string }) => figure.text === text);
  const at = DRAFT.indexOf("12件");
  expect(of("12件")).toEqual({
    text: "12件",
    offset: [at, at + 3],
    digits: [at, at + 2],
    kind: "quantity",
    value: 12,
    unit: "件",
    approximate: false,
    indicator: "受理行政复议案件",
    period: "2024H1",
    direction: null,
    base: { value: 10, source: "stated" },
  });
  expect(of("20%")).toMatchObject({ kind: "change", value: 20, direction: "up" });
  expect(of("3万余人次")).toMatchObject({ value: 30000, unit: "人次", approximate: true });
  for (const { index } of DRAFT.matchAll(/\d+/g))
    expect(
      figures.filter(({ offset: [start, end] }: { offset: [number, number] }) => start <= index && index < end),
    ).toHaveLength(1);
});

test("figures prints a table for spreadsheets as well", async () => {
  const { out } = await govreport(folder({ "a,b.txt": DRAFT }), "figures --format csv a,b.txt");
  const [head, ...rows] = out.trimEnd().split("\r\n");
  expect(head).toBe("\ufeffpath,line,character,text,kind,value,unit,approximate,indicator,period,direction,base");
  expect(rows).toContain('"a,b.txt",4,17,12件,quantity,12,件,false,受理行政复议案件,2024H1,,10');
});

test("rules lists the catalogue, and one page", async () => {
  const list = await govreport(folder(), "rules");
  expect(list.out).toMatch(/^wording\/confusable +warning +\S+/m);
  const { out } = await govreport(folder(), "rules wording/confusable");
  expect(out).toMatch(/^# wording\/confusable\n/);
  for (const part of [
    "级别：警告",
    "依据：",
    "## 不这样写",
    "改为",
    "## 这样写",
    "## 选项",
    '"wording/confusable": "off"',
  ])
    expect(out).toContain(part);
});
