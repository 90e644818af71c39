import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { INVARIANTS } from "./fuzz/invariants.ts";

const PROMISES = "docs/promises.md";

/** The tests that a text names: a file and, as the test runner prints them, the titles within it. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/`(test\/[\w/.]+\.ts > [^`]+)`/g)].map(([, name]) => name!);

interface Node {
  readonly [key: string]: unknown;
  readonly type: string;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

/** The words of what is called: test.skipIf(…).each(…) is test, skipIf, each. */
function wordsOf(callee: unknown): readonly string[] {
  if (!isNode(callee)) return [];
  if (callee.type === "Identifier") return [callee.name as string];
  if (callee.type === "CallExpression") return wordsOf(callee.callee);
  return callee.type === "MemberExpression" ? [...wordsOf(callee.object), ...wordsOf(callee.property)] : [];
}

/** The tests of a source that are run, each by its titles from the outermost; one that is always skipped is none. */
function testsOf(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown, within: readonly string[]): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, within);
    if (!isNode(value)) return;
    let titles = within;
    if (value.type === "CallExpression") {
      const [first, ...rest] = wordsOf(value.callee);
      const title = (value.arguments as readonly Node[])[0]?.value;
      if ((first === "test" || first === "describe") && typeof title === "string") {
        if (rest.some((word) => word === "skip" || word === "todo")) return;
        titles = [...within, title];
        if (first === "test") found.add(titles.join(" > "));
      }
    }
    for (const each of Object.values(value)) visit(each, titles);
  };
  visit(parseAst(source, { lang: "ts" }), []);
  return found;
}

const TESTS = new Map<string, ReadonlySet<string>>([["test/fuzz/invariants.ts", new Set(Object.keys(INVARIANTS))]]);

/** Whether there is a test that is called so. */
function exists(name: string): boolean {
  const [file] = name.split(" > ") as [string];
  if (!existsSync(file)) return false;
  const tests = TESTS.get(file) ?? testsOf(readFileSync(file, "utf8"));
  TESTS.set(file, tests);
  return tests.has(name.slice(file.length + " > ".length));
}

test("tests are known by their titles, and those that are skipped are none", () =>
  expect([
    ...testsOf(
      `describe.skipIf(no)("a", () => { test("b", () => {}); test.each([])("c %s", () => {}); test.skip("d", () => {}); });
       describe.skip("e", () => { test("f", () => {}); }); test.todo("g"); other("h"); test("i", { timeout: 1 }, () => {});`,
    ),
  ]).toEqual(["a > b", "a > c %s", "i"]));

describe.each([PROMISES, "ARCHITECTURE.md"])("%s", (path) => {
  const text = readFileSync(path, "utf8");

  test("names tests that there are", () => {
    expect(named(text).length).toBeGreaterThan(10);
    expect(named(text).filter((name) => !exists(name))).toEqual([]);
  });
});

test("every promise is kept by a test", () => {
  const [, ...promises] = readFileSync(PROMISES, "utf8").split(/^## /m);
  expect(promises.length).toBeGreaterThan(5);
  expect(promises.filter((promise) => named(promise).length === 0)).toEqual([]);
});

test("every invariant of ARCHITECTURE.md is kept by a test", () => {
  const [list] = /(?<=^## Invariants\n)[\s\S]*?(?=^## )/m.exec(readFileSync("ARCHITECTURE.md", "utf8"))!;
  const [, ...invariants] = list.split(/^- (?=_)/m);
  expect(invariants.length).toBeGreaterThan(10);
  expect(invariants.filter((invariant) => named(invariant).length === 0)).toEqual([]);
});

test.each(["README.md", "README.en.md"])("%s leads to the promises", (path) =>
  expect(readFileSync(path, "utf8")).toContain(`](${PROMISES})`),
);
