import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";
import { inForce, unmark } from "../kit.ts";

const asked = inForce();
const askedOfAll = inForce(rules.map(({ needs: _, ...rule }) => rule));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:txt|md|govreport)$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));

const examples = rules.flatMap((rule) =>
  rule.examples.map((example) => unmark("good" in example ? example.good : example.bad).text),
);

const check = (text: string): void => {
  const report = analyse(text, { declared: true });
  expect(lint(report, asked)).toEqual(lint(report, askedOfAll));
};

test("rules find the same where they are asked of every paragraph", () => {
  for (const text of [...examples, ...filesIn("seeds"), ...filesIn("test/samples")]) check(unmark(text).text);
});

test("also where each line is a paragraph of full-width characters", () => {
  const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  for (const text of examples) check(wide(text));
});

test("only rules that look at one paragraph have needs, and none of them is empty", () => {
  for (const { id, scope, needs } of rules) {
    if (needs === undefined) continue;
    expect([id, scope]).toEqual([id, "paragraph"]);
    if (needs !== "figures") expect([id, needs.length > 0, needs.includes("")]).toEqual([id, true, false]);
  }
});
