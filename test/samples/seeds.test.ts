import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linted, loud } from "./lint.ts";

test("the sound report that comes with the tool gets no error and no warning", () => {
  const name = "健全的年度报告.govreport";
  const text = readFileSync(new URL(`../../seeds/${name}`, import.meta.url), "utf8");
  expect(loud(text, linted(text, name))).toEqual([]);
});
