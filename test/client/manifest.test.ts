import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { listFiles } from "@vscode/vsce";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import manifest from "../../package.json" with { type: "json" };
import english from "../../package.nls.en.json" with { type: "json" };
import chinese from "../../package.nls.json" with { type: "json" };
import { settingsSchema } from "../../server/config/settings.ts";

describe("the settings that the editor is told of", () => {
  type Schema = {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
  };
  /** What both sides must agree on. The levels of rules are spelled out for each rule on one side only. */
  const shape = (schema: Schema, key = ""): unknown =>
    key === "rules"
      ? schema.type
      : {
          type: schema.type ?? "string",
          ...(schema.enum && { enum: schema.enum }),
          ...(schema.items && { items: shape(schema.items) }),
          ...(schema.properties && { properties: shapes(schema.properties) }),
        };
  const shapes = (properties: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(
      Object.entries(properties)
        .map(([key, schema]) => [key, shape(schema, key)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const described = Object.fromEntries(
    Object.entries(manifest.contributes.configuration.properties as Readonly<Record<string, Schema>>).map(
      ([key, schema]) => [key.replace("govreport.", ""), schema],
    ),
  );

  test("are those that a project file may hold, and the language of the editor itself", () => {
    const {
      $schema: _,
      extends: __,
      ...known
    } = (z.toJSONSchema(settingsSchema(), { io: "input" }) as Schema).properties!;
    const { locale: ___, ...settings } = described;
    expect(shapes(settings)).toEqual(shapes(known));
  });

  test("are in force as they stand by default", () => {
    const defaults = Object.entries(manifest.contributes.configuration.properties).map(([key, { default: value }]) => [
      key.replace("govreport.", ""),
      value,
    ]);
    const { locale: _, ...settings } = Object.fromEntries(defaults);
    expect(settingsSchema().safeParse(settings).success).toBe(true);
  });
});

test("a folder that is not trusted sets no setting that names files", () => {
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  expect(supported).toBe("limited");
  expect([...restrictedConfigurations].sort()).toEqual(["govreport.previous", "govreport.profiles"]);
  const start = readFileSync("client/extension.ts", "utf8");
  for (const part of ["trusted: workspace.isTrusted", "workspace.onDidGrantWorkspaceTrust("])
    expect(start).toContain(part);
});

describe("the texts of the manifest", () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);

  test("are there in both languages, and no others", () => {
    const keys = [...new Set(used)].sort();
    expect(Object.keys(chinese).sort()).toEqual(keys);
    expect(Object.keys(english).sort()).toEqual(keys);
  });
});

describe("the package", () => {
  test("has every file that the manifest names", () => {
    const paths = [...JSON.stringify(manifest.contributes).matchAll(/"path":"([^"]+)"|"(\.\/[^"]+)"/g)].map(
      ([, a, b]) => a ?? b,
    );
    expect(paths.filter((path) => !existsSync(path!))).toEqual([]);
  });

  test("holds what the extension runs on and nothing else, in less than a megabyte", { timeout: 60_000 }, async () => {
    const files = await listFiles({ packageManager: 0 });
    const allowed =
      /^(?:dist\/(?:client|server)\.cjs|dist\/rules\/.+\.md|dist\/schemas\/\w+\.json|client\/icon\.png|(?:client\/)?README\.md|(?:syntaxes|snippets)\/[\w.-]+\.json|package(?:\.nls(?:\.en)?)?\.json|CHANGELOG\.md|LICENSE|NOTICE)$/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    expect(size).toBeLessThan(1_000_000);
  });
});
