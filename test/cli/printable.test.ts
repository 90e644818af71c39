import { expect, test } from "vitest";
import { aligned, columnsOf } from "../../server/cli/terminal/printable.ts";
import { folder, govreport } from "./kit.ts";

test("cells stand below one another however wide their characters are", () => {
  expect(aligned([])).toEqual([]);
  expect(
    aligned([
      ["甲乙", "丙", "丁"],
      ["a", "", ""],
      ["甲a", "bcd", ""],
    ]),
  ).toEqual(["甲乙  丙   丁", "a", "甲a   bcd"]);
});

test.each(["check --help", "config --help", "rules"])("of %s as well", async (line) => {
  const { out } = await govreport(folder(), line);
  const rows = out.split("\n").flatMap((row) => /^((?: {2}-|\w+\/).*? {2,})(?=\S)/.exec(row)?.[1] ?? []);
  expect(new Set(rows.map(columnsOf)).size).toBe(1);
});
