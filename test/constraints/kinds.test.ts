import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { censusOf } from "../../server/constraints/census.ts";
import { kinds } from "../../server/constraints/kinds.ts";
import { analyse } from "../../server/report/report.ts";
import { statementsOf } from "../../server/statements/statement.ts";

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

test("what a kind says that a paragraph cannot hold, it does not find there", () => {
  const texts = readFileSync("test/relations/turns.txt", "utf8")
    .split("\n")
    .map((line) => line.replace(/^.*\t/, "").replace(/\{(.*?)\|.*?\}/g, "$1"));
  const found = texts.flatMap((text) =>
    analyse(`${text}\n`, { declared: true }).paragraphs.flatMap(({ paragraph }) => {
      const statements = statementsOf(paragraph);
      const census = censusOf(statements);
      return kinds
        .filter((kind) => kind.mayHold?.(census) === false && [...kind.propose(statements)].length > 0)
        .map(({ name }) => `${name}: ${text}`);
    }),
  );
  expect(found).toEqual([]);
});
