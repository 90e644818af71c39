import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kinds } from "../../server/constraints/kinds.ts";

const RULES = "server/rules/figure";

/** Kinds whose claims a rule of their own reads: figure/listed-count, figure/inconsistent-value. */
const READ_OTHERWISE = new Set(["count", "equal"]);

test("what a kind refutes is told by a rule", () => {
  const sources = readdirSync(RULES, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(`${RULES}/${name}`, "utf8"));
  const untold = kinds
    .filter(({ name }) => !READ_OTHERWISE.has(name) && !sources.some((source) => source.includes(`"${name}"`)))
    .map(({ name }) => `name it in the \`refuted(paragraph, […])\` of a rule in ${RULES}: ${name}`);
  expect(untold).toEqual([]);
});

test("no two kinds share a name", () => {
  const names = kinds.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
