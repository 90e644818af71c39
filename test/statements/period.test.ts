import { expect, test } from "vitest";
import { analyse } from "../../server/report/report.ts";
import { periodOf } from "../../server/statements/period.ts";
import { statementsOf } from "../../server/statements/statement.ts";

const YEAR = { year: 2023, half: null } as const;
const HALF = { year: 2023, half: 1 } as const;

/** The period of each figure of a sentence in a report of a period, by the role of its section. */
const periods = (text: string, period: typeof YEAR | typeof HALF = YEAR, role: "summary" | "plan" = "summary") =>
  analyse(text, { declared: true }).paragraphs.flatMap(({ paragraph }) =>
    statementsOf(paragraph).map((statement) => periodOf(statement, { period }, { role })),
  );

test("what names no time is of the report's own", () => {
  expect(periods("受理申请12件。")).toEqual(["2023"]);
  expect(periods("受理申请12件。", HALF)).toEqual(["2023H1"]);
});

test("a day up to which was counted and a year are named before the figure", () =>
  expect(periods("截至6月30日，受理申请12件。2022年受理9件。", HALF)).toEqual(["2023-06-30", "2022"]));

test("what it is compared with is of the period before, or of the year that it names", () => {
  expect(periods("受理申请12件，上年同期10件。", HALF)).toEqual(["2023H1", "2022H1"]);
  expect(periods("人均收入18600元，较2020年的15960元增长16.5%。").slice(0, 2)).toEqual(["2023", "2020"]);
});

test("a change against an earlier year is of the report's own period", () =>
  expect(periods("研究议题31个，比2022年多6个，高于上年24%。")).toEqual(["2023", "2023", "2023"]));

test("a target has a year of its own", () => expect(periods("2026年目标任务300件。")).toEqual(["2026"]));

test("a plan speaks of the next period", () => {
  expect(periods("新建站点5个。", YEAR, "plan")).toEqual(["2024"]);
  expect(periods("新建站点5个。", HALF, "plan")).toEqual(["2023H2"]);
});

test("a half of the year is named", () => expect(periods("上半年受理申请7件。")).toEqual(["2023H1"]));
