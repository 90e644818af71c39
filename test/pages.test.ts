import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "../server/rules/index.ts";
import { contents, page, pathOf } from "../server/rules/page.ts";

const FOLDER = "docs/rules";

test("the pages in docs/rules say what the rules say", () => {
  const pages = new Map([
    ["README.md", contents(rules, "zh")],
    ...rules.map((rule) => [pathOf(rule), page(rule, "zh")] as const),
  ]);
  const stale = [...pages]
    .map(([path, text]) => ({ path: `${FOLDER}/${path}`, text }))
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text)
    .map(({ path }) => `made of its rule, which has changed; run \`npm run docs\`: ${path}`);
  const orphans = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md") && !pages.has(path))
    .map((path) => `of no rule; delete it: ${FOLDER}/${path}`);
  expect([...stale, ...orphans]).toEqual([]);
});

test("every rule is in the table of contents, once", () => {
  const listed = [...contents(rules, "en").matchAll(/\]\((.+?)\)/g)].map(([, path]) => path);
  expect(listed.sort()).toEqual(rules.map(pathOf).sort());
});
