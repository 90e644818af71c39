import { expect, test } from "vitest";
import { matches } from "../../server/config/active.ts";
import { pathFrom, patternFrom } from "../../server/config/path.ts";
import { project, projectFile } from "../../server/config/project.ts";

const reader = (files: Readonly<Record<string, string>>) => async (path: string) => files[path] ?? null;

const load = async (files: Readonly<Record<string, string>>, user?: unknown) => {
  const read = reader(files);
  const { settings, problems } = await project(await projectFile("/a/b", read), user, read);
  return {
    settings,
    problems: problems.map(({ file, key, range, message }) =>
      [
        file ?? "-",
        range ? `${range.start.line + 1}:${range.start.character + 1}` : "-",
        key.join("."),
        message.zh,
      ].join(" "),
    ),
  };
};

test("the nearest project file counts", async () => {
  expect(await projectFile("/a/b", reader({}))).toBeNull();
  expect(await projectFile("/a/b", reader({ "/govreport.config.yaml": "" }))).toBe("/govreport.config.yaml");
  const both = reader({ "/a/govreport.config.json": "", "/govreport.config.json": "" });
  expect(await projectFile("/a/b", both)).toBe("/a/govreport.config.json");
});

test("it outweighs the user's settings, and lists add up", async () => {
  const { settings, problems } = await load(
    { "/a/govreport.config.yaml": "organisation:\n  name: 甲局\ndictionary:\n  terms: [乙]\n" },
    { organisation: { name: "丙局", place: "丁县" }, dictionary: { terms: ["戊"] }, publicEdition: true },
  );
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({ organisation: { name: "甲局", place: "丁县" }, publicEdition: true });
  expect(settings.dictionary.terms).toEqual(["戊", "乙"]);
});

test("it extends others, and paths are those of the file in which they stand", async () => {
  const { settings, problems } = await load({
    "/a/govreport.config.json": '{ "extends": "../base/common.yaml", "previous": ["last"], "publicEdition": true }',
    "/base/common.yaml": "extends: ./root.json\nprevious: [../old]\npublicEdition: false\n",
    "/base/root.json": '{ "profile": "duty-report", "files": ["*.md", "drafts/"] }',
  });
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    previous: ["/old", "/a/last"],
    publicEdition: true,
    profile: "duty-report",
    files: ["/base/**/*.md", "/base/**/drafts/"],
  });
});

test.each([
  [
    "a wrong value, where it stands",
    { "/a/govreport.config.json": '{\n\t"publicEdition": 1,\n\t"organisation": { "level": "区" }\n}' },
    [
      "/a/govreport.config.json 3:20 organisation.level 这里应为 province、city、county、township 之一。",
      "/a/govreport.config.json 2:2 publicEdition 这里应为 true 或 false。",
    ],
  ],
  [
    "one in a list",
    { "/a/govreport.config.yaml": "files:\n  - a\n  - 3\n" },
    ["/a/govreport.config.yaml 3:5 files.1 这里应为文字。"],
  ],
  [
    "a file that is no JSON",
    { "/a/govreport.config.json": '{ "files": [ }' },
    ["/a/govreport.config.json 1:14  这个设置文件从这里起读不通，请检查括号、引号和逗号。"],
  ],
  [
    "a file that it extends and that is not there",
    { "/a/govreport.config.json": '{ "extends": "none.json" }' },
    ["/a/govreport.config.json 1:3 extends 找不到“/a/none.json”，请检查路径。"],
  ],
  [
    "a circle",
    { "/a/govreport.config.json": '{ "extends": "x.json" }', "/a/x.json": '{ "extends": "govreport.config.json" }' },
    ["/a/x.json 1:3 extends 这里的 extends 绕回了自己，请去掉其中一处。"],
  ],
])("%s is a problem", async (_, files, expected) => {
  expect((await load(files)).problems).toEqual(expected);
});

test("an editor's own settings are checked as well", async () => {
  expect((await load({}, { profile: 1 })).problems).toEqual(["- - profile 这里应为文字。"]);
});

test.each([
  ["/a", "b.json", "/a/b.json"],
  ["/a/b", "../../../c", "/c"],
  ["/", "./c", "/c"],
  ["/a", "/c", "/c"],
  ["C:/a", "../b", "C:/b"],
])("from %s, %s leads to %s", (folder, path, expected) => expect(pathFrom(folder, path)).toBe(expected));

test.each([
  ["/a [1]", "*.md", "/a [1]/x/y.md", true],
  ["/a", "*.md", "/b/y.md", false],
  ["/a", "x/*.md", "/a/x/y.md", true],
  ["/a", "x/*.md", "/a/z/x/y.md", false],
  ["/a", "drafts/", "/a/z/drafts/y.md", true],
  ["C:/a", "/y.md", "C:/a/y.md", true],
])("in %s, %s names %s: %s", (folder, pattern, path, expected) =>
  expect(matches([patternFrom(folder, pattern)], path)).toBe(expected),
);

test.each([
  "//host/share/a.json",
  "\\\\host\\share\\a.json",
  "\\\\.\\COM1",
  "\\\\?\\C:\\a.json",
  "//?/C:/a.json",
  "\\/host/share/a.json",
  "/dev/zero",
  "/tmp/../dev/tty",
  "../dev/tty",
  "x/../../../proc/self/environ",
  "/dev/shm/../tty",
  "/proc/self/environ",
  "kinds/CON",
  "kinds/nul.json",
  "C:/com1:",
])("the share or device %s is not read, wherever it is named", async (path) => {
  const asked: string[] = [];
  const files: Readonly<Record<string, string>> = {
    "/a/govreport.config.json": JSON.stringify({ extends: path, profiles: ["own.json", path], previous: [path] }),
    "/a/own.json": '{ "id": "own", "extends": "work-summary" }',
  };
  const read = async (name: string): Promise<string | null> => {
    asked.push(name);
    return files[name] ?? null;
  };
  const { settings, problems, profiles } = await project("/a/govreport.config.json", { profiles: [path] }, read);
  expect(problems.map(({ file, key }) => `${file} ${key.join(".")}`)).toEqual([
    "null profiles.0",
    ...["extends", "profiles.1", "previous.0"].map((key) => `/a/govreport.config.json ${key}`),
  ]);
  for (const { message } of problems) expect(message.zh).toContain("网络共享或设备");
  expect(settings.previous).toEqual([]);
  expect(profiles.map(({ id }) => id)).toContain("own");
  expect(new Set(asked)).toEqual(new Set(Object.keys(files)));
});

test("paths like those of devices are read", async () => {
  for (const path of [
    "/devices/a.json",
    "console.json",
    "nullen/a.json",
    "../dev.json",
    "com10.json",
    "dev/a.json",
    "./sys/a.json",
    "x/../proc/a.json",
    "/dev/shm/a.json",
  ])
    expect((await load({ "/a/govreport.config.json": JSON.stringify({ extends: path }) })).problems).toEqual([
      expect.stringContaining("找不到"),
    ]);
});

test("very many mistakes are all named, and soon", { timeout: 30_000 }, async () => {
  const many = 130_000;
  const wrong = Object.fromEntries(Array.from({ length: many }, (_, i) => [`k${i}`, i]));
  const { problems } = await load({ "/a/govreport.config.json": JSON.stringify({ ...wrong, publicEdition: true }) });
  expect(problems.length).toBe(many);
});

test("a key that stands twice is named where it does again", async () => {
  const { problems } = await load({ "/a/govreport.config.yaml": "organisation:\n  name: 甲\n  name: 乙\n" });
  expect(problems).toEqual([expect.stringMatching(/^\/a\/govreport\.config\.yaml 3:3 {2}/)]);
});
