import { expect, test } from "vitest";
import { analyse } from "../../server/report/report.ts";
import { counted } from "../../server/statements/counted.ts";
import { statementsOf } from "../../server/statements/statement.ts";

const check = (text: string, ...expected: readonly string[]) =>
  expect(
    analyse(text, { declared: true }).paragraphs.flatMap(({ paragraph }) => statementsOf(paragraph).map(counted)),
  ).toEqual(expected);

test("a count is named by its deed and its thing, without times and adverbs", () =>
  check("今年以来，全区共受理劳动仲裁案件636件。", "受理劳动仲裁案件"));

test("a deed alone takes over the thing counted before", () =>
  check("受理诉求200件，办结190件。", "受理诉求", "办结诉求"));

test("the name may follow the figure", () => check("查处32起侵权案件。", "查处侵权案件"));

test("a change is named by what stands before its comparison", () =>
  check("上门走访次数较去年下降16.3%。", "上门走访次数"));

test("a bracket explains the words before it", () => check("应督察单位（52家）均已完成。", "应督察单位"));
