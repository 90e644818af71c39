import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAst } from "vitest/node";

/**
 * Calls that may spread a list into their arguments: the list has no more members than the code has, whatever the text.
 * All others would throw on a text long enough, as a call takes some hundred thousand arguments at most.
 */
const BOUNDED: Readonly<Record<string, string>> = {};

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
  expect(calls.sort()).toEqual(Object.keys(BOUNDED).sort());
});
