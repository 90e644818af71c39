import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Project } from "../../server/config/project.ts";
import { resolve } from "../../server/config/settings.ts";
import { builtinProfiles } from "../../server/grammar/profiles/index.ts";
import { type Checked, check } from "../../server/lint/check.ts";
import type { Diagnostic } from "../../server/lint/diagnostic.ts";
import { fixAll } from "../../server/lint/fix.ts";
import { format } from "../../server/lint/format.ts";
import { analyse } from "../../server/report/report.ts";
import { fold } from "../../server/text/fold.ts";
import { say } from "../../server/text/message.ts";
import { span } from "../../server/text/span.ts";
import { part } from "../thorough.ts";

const message = say("", "");

/** Finds each key of a table and would put its value in its place. */
const table =
  (replacements: Readonly<Record<string, string>>, safe = true) =>
  (text: string): Checked => ({
    report: analyse(text, { declared: true }),
    failures: [],
    diagnostics: Object.entries(replacements).flatMap(([wrong, right]): Diagnostic[] =>
      [...text.matchAll(new RegExp(wrong, "g"))].map(({ index }) => {
        const place = span(index, index + wrong.length);
        return {
          rule: "test/test",
          severity: "warning",
          message,
          span: place,
          related: [],
          fixes: [{ title: message, safe, edits: [{ span: place, newText: right }] }],
          role: null,
          unnecessary: false,
        };
      }),
    ),
  });

const fixed = (text: string, check: (text: string) => Checked, suggestions = false): string =>
  fixAll(text, check, suggestions ? { choose: ({ fixes }) => fixes[0], figures: true } : {}).report.text;

describe("rounds", () => {
  test("one fix may call for another", () => expect(fixed("甲乙", table({ 甲: "丙", 丙: "丁" }))).toBe("丁乙"));
  test("fixes that touch take turns", () => expect(fixed("甲甲甲", table({ 甲: "乙" }))).toBe("乙乙乙"));
  test("two that undo one another come to rest", () => {
    const check = table({ 甲: "乙", 乙: "甲" });
    const once = fixed("甲", check);
    expect(fixed(once, check)).toBe(once);
  });
  test("one that never ends is stopped", () => expect(fixed("甲", table({ 甲: "甲甲" })).length).toBeGreaterThan(1));
  test("suggestions wait to be asked for", () => {
    expect(fixed("甲", table({ 甲: "乙" }, false))).toBe("甲");
    expect(fixed("甲", table({ 甲: "乙" }, false), true)).toBe("乙");
  });
  test("a fix that would change a figure is left to the writer", () => {
    expect(fixed("受理案件12件，甲。", table({ "12": "13" }))).toBe("受理案件12件，甲。");
    expect(fixed("受理案件12件，甲。", table({ "12": "13" }, false), true)).toBe("受理案件13件，甲。");
  });
});

const project: Project = {
  settings: resolve({}).settings,
  profiles: builtinProfiles,
  suppressions: null,
  layers: [],
  problems: [],
};
const whole = (text: string, previous?: Checked["report"]): Checked =>
  check(text, project, { path: null, declared: true, previous });
const samples = readdirSync("seeds").map((name) => readFileSync(`seeds/${name}`, "utf8"));

const statistics = (text: string): string[] =>
  whole(text)
    .report.paragraphs.flatMap(({ paragraph }) => paragraph.figures)
    .filter(({ kind }) => ["quantity", "rate", "change", "ratio"].includes(kind))
    .map(({ value, upper, unit }) => `${value} ${upper} ${unit}`);

/** Pieces of drafts, cut and put together anyhow. */
const scraps = fc
  .array(fc.tuple(fc.nat(samples.length - 1), fc.nat(), fc.nat(60)), { minLength: 1, maxLength: 12 })
  .map((cuts) =>
    cuts.map(([which, from, length]) => {
      const start = from % samples[which]!.length;
      return samples[which]!.slice(start, start + length);
    }),
  )
  .map((pieces) => pieces.join(""));

describe("the rules’ own fixes", () => {
  const holds = (text: string): void => {
    const once = fixed(text, whole);
    expect(fixed(once, whole)).toBe(once);
    expect(statistics(once)).toEqual(statistics(text));
  };
  test.each(samples.map((text, index) => [index, text]))(
    "on sample %i: once is enough, and no figure changes",
    (_, text) => holds(text as string),
  );
  test("on any scraps as well", { timeout: 60_000 }, () => {
    fc.assert(fc.property(scraps, holds), { seed: 7, numRuns: 60 });
  });
  const MARKS = [...",:;?!().，：；？！（）。、—-…“”‘’《》 　*#|~\n", "12件", "人大"];
  test("on marks in long rows as well", { timeout: 60_000 }, () => {
    for (const [i, a] of MARKS.entries())
      for (const b of part(MARKS, 5, i))
        for (const text of [(a + b).repeat(30), `（${a.repeat(30)}12件${b.repeat(30)}`]) holds(text);
  });
});

const formatted = (text: string): string => format(text, whole, false).text;
/** What formatting may not touch: every character but blanks, marks and labels of headings. */
const words = (text: string): string => fold(text).replace(/[^\u4e00-\u9fff]|[一二三四五六七八九十第号]/g, "");

describe("format", () => {
  test("makes of a flattened report one that can be read", () =>
    expect(
      formatted(
        "某县司法局2024年工作总结\n一、2024年工作情况 (一)抓学习,强本领。全年集中学习12次。 (二)抓落实。办结来信8件，见县办发[2024]012号。\n\n\n\n二、2025年工作计划。\n1、强化培训。\n",
      ),
    ).toBe(
      "某县司法局2024年工作总结\n一、2024年工作情况\n（一）抓学习，强本领。全年集中学习12次。\n（二）抓落实。办结来信8件，见县办发〔2024〕12号。\n\n二、2025年工作计划\n1.强化培训。\n",
    ));
  test("leaves what is no report as it is", () => {
    const text = "天气,很好  \n\n\n去散步";
    expect(format(text, (text) => check(text, project, { path: null }), false).text).toBe(text);
  });
  test("lines end as they did", () => {
    const [sample] = samples.filter((text) => text.includes("索引号"));
    const windows = formatted(sample!.replace(/\r?\n/g, "\r\n"));
    expect(windows.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(windows.replaceAll("\r\n", "\n")).toBe(formatted(sample!.replaceAll("\r\n", "\n")));
  });
  const holds = (text: string): void => {
    const once = formatted(text);
    expect(formatted(once)).toBe(once);
    expect(statistics(once)).toEqual(statistics(text));
    expect(words(once)).toBe(words(text));
  };
  test.each(samples.map((text, index) => [index, text]))(
    "on sample %i: once is enough, no figure changes, no word is lost",
    (_, text) => holds(text as string),
  );
  test("on any scraps as well", { timeout: 60_000 }, () => {
    fc.assert(fc.property(scraps, holds), { seed: 7, numRuns: 60 });
  });
});
