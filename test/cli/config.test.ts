import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { profileJsonSchema, settingsJsonSchema } from "../../server/config/schemas.ts";
import { rules } from "../../server/rules/index.ts";
import { FAULTY, folder, govreport } from "./kit.ts";

const FILES = {
  "a.txt": FAULTY,
  "base.yaml":
    "publicEdition: true\nprevious: [old]\norganisation: { name: 甲局, place: 乙县 }\nrules: { figure/range: off }\n",
  "govreport.config.json": JSON.stringify({
    extends: "base.yaml",
    previous: ["last"],
    organisation: { name: "丙局" },
    rules: { "wording/confusable": { severity: "hint" } },
    overrides: [{ kinds: ["annual-report"], rules: { "figure/range": "error" } }],
  }),
};

describe("govreport config", () => {
  test("says what is in force for a file, and where it comes from", async () => {
    const path = folder(FILES).replaceAll("\\", "/");
    const { status, out } = await govreport(path, "config a.txt --format json");
    const { kind, files, settings, origins, rules } = JSON.parse(out);
    const [own, base] = [`${path}/govreport.config.json`, `${path}/base.yaml`];
    expect({ status, kind, files }).toEqual({ status: 0, kind: "annual-report", files: [base, own] });
    expect(settings).toMatchObject({ publicEdition: true, previous: [`${path}/old`, `${path}/last`] });
    expect(origins).toMatchObject({
      publicEdition: [base],
      previous: [base, own],
      "organisation.name": [own],
      "organisation.place": [base],
      "rules.figure/range": [base],
      "rules.wording/confusable.severity": [own],
    });
    expect(rules["figure/range"].level).toBe("error");
    expect(rules["wording/confusable"].level).toBe("hint");
  });

  test("and for a folder, in words", async () => {
    const path = folder(FILES);
    const { out } = await govreport(path, "config .");
    expect(out).toMatch(/^ {2}organisation\.name +"丙局" +\S+govreport\.config\.json$/m);
    expect(out).toMatch(/^ {2}figure\/range +off +（默认 \w+）$/m);
    expect((await govreport(folder(), "config")).out).toContain("没有设置文件，全部为默认值。");
  });

  test("names what is wrong", async () => {
    const path = folder({ "govreport.config.json": '{ "nope": 1 }' });
    expect(await govreport(path, "config")).toMatchObject({ status: 2, err: expect.stringContaining("不认识“nope”") });
  });
});

const problems = (schema: object, value: unknown): unknown[] | null | undefined => {
  const validate = new Ajv({ strict: false }).compile(schema);
  return validate(value) ? [] : validate.errors;
};

describe("the JSON schemas", () => {
  const settings = settingsJsonSchema("zh");
  test("take what the settings take", () => {
    expect(problems(settings, JSON.parse(FILES["govreport.config.json"]))).toEqual([]);
    expect(problems(settings, { rulez: {} })).not.toEqual([]);
    expect(problems(settings, { rules: { "figure/none": "off" } })).not.toEqual([]);
    expect(problems(settings, { rules: { "figure/range": "loud" } })).not.toEqual([]);
  });
  test("tell of every key and rule", () => {
    for (const [key, property] of Object.entries(settings.properties!))
      if (key !== "$schema") expect(property.description, key).toMatch(/。$/);
    for (const { id } of rules) expect(settings.properties!.rules!.properties![id]!.description).toBeTruthy();
  });
  test("take profiles, and such as hold only what differs", () => {
    const profile = profileJsonSchema();
    expect(problems(profile, { id: "own", extends: "annual-report", name: "某报告" })).toEqual([]);
    expect(problems(profile, { extends: "annual-report" })).not.toEqual([]);
    const builtin = JSON.parse(readFileSync("server/grammar/profiles/annual-report.json", "utf8"));
    expect(problems(profile, builtin)).toEqual([]);
  });
});
