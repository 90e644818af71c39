import { expect, test } from "vitest";
import * as z from "zod/mini";
import { activeRules } from "../../server/config/active.ts";
import { resolve, settingsSchema } from "../../server/config/settings.ts";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";

const mistakes = (raw: unknown): string[] =>
  resolve(raw).mistakes.map(({ key, message }) => `${key.join(".")}: ${message.zh}`);

test("nothing asked for gives the defaults", () => {
  expect(resolve(undefined)).toMatchObject({ mistakes: [], settings: { rules: {}, publicEdition: false } });
  expect(resolve(null).settings).toEqual(resolve({}).settings);
  expect(resolve(undefined).settings).toEqual(settingsSchema().parse({}));
});

test.each([
  ["not an object", ["规则"], [": 这里应为一组设置项。"]],
  ["an unknown key", { rulez: {} }, ["rulez: 不认识“rulez”这个设置项，请检查拼写。"]],
  [
    "an unknown rule",
    { rules: { "figure/none": "off" } },
    ["rules.figure/none: 没有“figure/none”这条规则。全部规则见 govreport rules。"],
  ],
  ["a wrong type", { publicEdition: "是" }, ["publicEdition: 这里应为 true 或 false。"]],
  [
    "a wrong choice",
    { organisation: { level: "区" } },
    ["organisation.level: 这里应为 province、city、county、township 之一。"],
  ],
  ["several in a list", { files: [1, "a.txt", 2] }, ["files.0: 这里应为文字。", "files.2: 这里应为文字。"]],
])("%s is named", (_, raw, expected) => {
  expect(mistakes(raw)).toEqual(expected);
});

test("what is wrong is left out and the rest is in force", () => {
  const { settings } = resolve({
    files: [1, "a.txt"],
    publicEdition: true,
    profile: 3,
    organisation: { name: "某局", level: 1 },
  });
  expect(settings).toMatchObject({ files: ["a.txt"], publicEdition: true, organisation: { name: "某局" } });
  expect(settings.profile).toBeUndefined();
});

test("an override whose condition is wrong holds for no report", () => {
  const { settings } = resolve({
    overrides: [{ files: 3, rulez: 1, rules: {} }, { kinds: ["annual-report"], x: 1 }, {}],
  });
  expect(settings.overrides).toEqual([{ rules: {} }]);
});

test("what remains after the mistakes is itself without mistakes", () => {
  const { input } = resolve({
    rules: { "a/b": 1 },
    files: [{}],
    overrides: [{ files: [2] }],
    dictionary: { terms: "x" },
  });
  expect(mistakes(input)).toEqual([]);
});

test("the settings have a JSON schema that knows every rule", () => {
  const schema = z.toJSONSchema(settingsSchema(), { io: "input" });
  expect(Object.keys((schema.properties!.rules as { properties: object }).properties)).toEqual(
    rules.map(({ id }) => id),
  );
  expect(schema.required).toBeUndefined();
});

test("every rule's options have defaults", () => {
  for (const { options } of rules) expect(options?.safeParse({}).success ?? true).toBe(true);
});

test("the same settings give the very same rules", () => {
  const { settings } = resolve({ overrides: [{ kinds: ["annual-report"] }] });
  expect(activeRules(settings, "annual-report", "/a")).toBe(activeRules(settings, "annual-report", "/b"));
});

const sample = rules.find(({ preview }) => !preview);

test.runIf(sample)("levels: the last word counts, and off is off", () => {
  const { id, severity } = sample!;
  const levels = (raw: unknown, kind: string | null = null, path: string | null = null) =>
    activeRules(resolve(raw).settings, kind, path).find(({ rule }) => rule.id === id);
  expect(levels({})).toMatchObject({ severity, pinned: false });
  expect(levels({ rules: { [id]: "hint" } })).toMatchObject({ severity: "hint", pinned: true });
  expect(levels({ rules: { [id]: "off" } })).toBeUndefined();
  const byKind = { rules: { [id]: "off" }, overrides: [{ kinds: ["annual-report"], rules: { [id]: "error" } }] };
  expect(levels(byKind)).toBeUndefined();
  expect(levels(byKind, "annual-report")).toMatchObject({ severity: "error" });
  const byPath = { overrides: [{ files: ["/drafts/**/*.md"], rules: { [id]: "off" } }] };
  expect(levels(byPath, null, "/drafts/a/b.md")).toBeUndefined();
  expect(levels(byPath, null, "/other/b.md")).toBeDefined();
});

test("a public edition may leave the shortcomings out where no regulation asks for them", () => {
  const draft = (kind: string): string =>
    `某县司法局2024年${kind}\n一、2024年主要工作和成效\n办理案件12件。\n二、2025年工作计划\n继续努力。\n`;
  const severity = (raw: unknown, kind: string): string | undefined => {
    const report = analyse(draft(kind));
    return lint(report, activeRules(resolve(raw).settings, report.kind, null)).diagnostics.find(
      ({ rule, role }) => rule === "structure/missing-section" && role === "shortcomings",
    )?.severity;
  };
  expect(severity({}, "工作总结")).toBe("warning");
  expect(severity({ publicEdition: true }, "工作总结")).toBe("information");
  expect(severity({ publicEdition: true }, "法治政府建设年度报告")).toBe("error");
});
