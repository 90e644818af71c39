import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { folder, govreport } from "./cli/kit.ts";
import { linted } from "./samples/lint.ts";

/**
 * The calls that may spread a list into their arguments: it has the members that the code gives it, whatever the text.
 * All others would throw on a text long enough, as a call takes some hundred thousand arguments at most.
 */
const BOUNDED: readonly string[] = ["server/statements/subject.ts: does(statement.ownClasses, ...LEFT)"];

const isNode = (value: unknown): value is { readonly [key: string]: unknown; readonly type: string } =>
  typeof value === "object" && value !== null && "type" in value;

/** The calls in a source that spread a list into their arguments, as they are written. */
function spreads(source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    const given = value.type === "CallExpression" || value.type === "NewExpression" ? value.arguments : [];
    if ((given as readonly { type: string }[]).some(({ type }) => type === "SpreadElement"))
      found.push(source.slice(value.start as number, value.end as number).replace(/\s+/g, " "));
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: "ts" }));
  return found;
}

test("calls that spread a list are found, whatever they look like", () =>
  expect(spreads("f(...a); b.push(1, ...c(d(...e))); new G(...h); (x, ...y) => [...y, { ...x }];")).toEqual([
    "f(...a)",
    "b.push(1, ...c(d(...e)))",
    "d(...e)",
    "new G(...h)",
  ]));

test("no call spreads a list that grows with a text", () => {
  const calls = ["server", "client"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) => spreads(readFileSync(path, "utf8")).map((call) => `${path}: ${call}`)),
  );
  expect(calls.sort()).toEqual([...BOUNDED].sort());
});

const OPENING = "某县司法局2024年法治政府建设年度报告\n\n一、2024年推进法治政府建设的主要举措和成效\n";
const MANY = 130_000;

test.each([
  ["headings of one level", `${OPENING}${"（一）抓学习。学了十次。\n".repeat(MANY)}`],
  ["sections of one role", `${OPENING}${"二、存在的问题\n".repeat(MANY)}`],
])("a report with very many %s is checked by every rule", (_, text) => expect(linted(text).failures).toEqual([]));

test("the figures of a report are listed however many they are", async () => {
  const path = folder({ "a.txt": `${OPENING}${"办理12件。\n".repeat(MANY)}` });
  const { status, out } = await govreport(path, "figures a.txt");
  expect(status).toBe(0);
  expect(out).toContain(`${MANY + 3}:3`);
});
