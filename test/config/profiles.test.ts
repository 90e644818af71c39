import { expect, test } from "vitest";
import { extendProfiles } from "../../server/config/profiles.ts";
import { builtinProfiles } from "../../server/grammar/profiles/index.ts";

const extend = (...values: unknown[]) => {
  const { profiles, mistakes } = extendProfiles(
    builtinProfiles,
    values.map((value, i) => ({ file: `${i + 1}.profile.json`, value })),
  );
  return {
    own: profiles.slice(builtinProfiles.length),
    said: mistakes.map(({ file, key, message }) => `${file} ${key.join(".")} ${message.zh}`),
  };
};

test("a profile needs to say no more than what differs", () => {
  const { own, said } = extend({
    id: "district-report",
    extends: "annual-report",
    name: "区级年报",
    roles: [{ role: "shortcomings", missing: "information" }],
  });
  expect(said).toEqual([]);
  expect(own.map(({ id, name }) => `${id} ${name}`)).toEqual(["district-report 区级年报"]);
  const annual = builtinProfiles.find(({ id }) => id === "annual-report")!;
  expect(own[0]!.roles.map(({ role, missing }) => [role, missing])).toEqual(
    annual.roles.map(({ role, missing }) => [role, role === "shortcomings" ? "information" : missing]),
  );
});

test("profiles extend each other in any order of files", () => {
  const { own, said } = extend({ id: "b", extends: "a", name: "乙" }, { id: "a", extends: "work-summary", name: "甲" });
  expect(said).toEqual([]);
  expect(own.map(({ name }) => name)).toEqual(["乙", "甲"]);
});

test.each([
  [
    "a circle",
    [
      { id: "a", extends: "b" },
      { id: "b", extends: "a" },
    ],
    [
      "1.profile.json extends extends 绕回了自己，请去掉其中一处。",
      "2.profile.json extends extends 绕回了自己，请去掉其中一处。",
    ],
  ],
  [
    "an unknown parent",
    [{ id: "a", extends: "annual" }],
    ["1.profile.json extends extends 指向的种类“annual”不存在，请检查拼写。"],
  ],
  ["no object", ["annual-report"], ["1.profile.json  报告种类文件要是一个对象，并有 id，如“my-report”。"]],
  [
    "a wrong value in a role, by its place in the file",
    [{ id: "a", extends: "annual-report", roles: [{ role: "plan", minimum: "多" }] }],
    ["1.profile.json roles.0.minimum 这里应为数字。"],
  ],
  [
    "an unknown key",
    [{ id: "a", extends: "annual-report", colour: 1 }],
    ["1.profile.json colour 不认识“colour”这个设置项，请检查拼写。"],
  ],
])("%s is named, and the others stay in force", (_, values, expected) => {
  const { own, said } = extend(...values, { id: "sound", extends: "annual-report" });
  expect(said).toEqual(expected);
  expect(own.map(({ id }) => id)).toEqual(["sound"]);
});
