import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { folder } from "../cli/kit.ts";

const LIST = "server/rules/index.ts";
const list = readFileSync(LIST, "utf8");

/** A folder in which nothing has been begun yet. */
function project(): string {
  const path = folder({ [LIST]: list });
  for (const group of ["figure", "punctuation", "residue", "structure", "wording"])
    mkdirSync(join(path, "server/rules", group));
  return path;
}

const begin = (cwd: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [join(process.cwd(), "scripts/new.mjs"), ...words], { cwd, encoding: "utf8" });

const added = (before: string, after: string): string[] => {
  const old = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !old.has(line));
};

describe("a rule that is begun", () => {
  const inRules = (path: string): string => `server/rules/${path}`;

  test("has a file that compiles, with examples still to write and what to do next", async () => {
    const cwd = project();
    const { status, stdout, stderr } = begin(cwd, "rule", "figure/some-name");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const said of ["server/rules/figure/some-name.ts", "test/rules.test.ts -t figure/some-name", "npm run docs"])
      expect(stdout).toContain(said);
    const { outputFiles } = buildSync({
      stdin: {
        contents: readFileSync(join(cwd, inRules("figure/some-name.ts")), "utf8"),
        resolveDir: inRules("figure"),
        loader: "ts",
      },
      bundle: true,
      format: "esm",
      write: false,
    });
    const made = await import(
      `data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString("base64")}`
    );
    expect(made.default).toMatchObject({ id: "figure/some-name", scope: "paragraph" });
    expect([...made.default.check({ folded: "写得不对的一句。", text: "写得不对的一句。" })]).toEqual([]);
  });

  test.each([
    ["figure/aa", "aa", 'import aa from "./figure/aa.ts";\nimport balanceMismatch'],
    ["structure/some-name", "someName", 'import signatureDate from "./structure/signature-date.ts";\nimport someName'],
    ["wording/zz", "zz", 'import zz from "./wording/zz.ts";\n\n/**'],
    // A name that another group has, and one that the language keeps for itself.
    ["wording/range", "wordingRange", 'import wordingRange from "./wording/range.ts";'],
    ["figure/new", "figureNew", 'import figureNew from "./figure/new.ts";'],
  ])("%s is called %s and stands where its id belongs", (id, name, where) => {
    const cwd = project();
    begin(cwd, "rule", id);
    const after = readFileSync(join(cwd, LIST), "utf8");
    expect(added(list, after)).toEqual([`import ${name} from "./${id}.ts";`, `  ${name},`]);
    expect(after).toContain(where);
  });

  test("is formatted as the project is", () => {
    const cwd = project();
    begin(cwd, "rule", "punctuation/some-name");
    for (const file of [LIST, inRules("punctuation/some-name.ts")]) {
      const input = readFileSync(join(cwd, file), "utf8");
      const biome = ["node_modules/@biomejs/biome/bin/biome", "check", `--stdin-file-path=${file}`, "--write"];
      expect(execFileSync(process.execPath, biome, { input, encoding: "utf8" })).toBe(input);
    }
  });
});

describe("what cannot be begun", () => {
  test.each([
    [[], "Usage: npm run new -- rule GROUP/SOME-NAME."],
    [["rule"], "CONTRIBUTING.md"],
    [["word", "甲"], "CONTRIBUTING.md"],
    [["rule", "some-name"], "lower-case letters and hyphens"],
    [["rule", "other/some-name"], "one of figure, punctuation, residue, structure, wording"],
    [["rule", "figure/Some_Name"], '"figure/Some_Name" is no name for a rule'],
    [["rule", "figure/../../x"], "is no name for a rule"],
    [["rule", "figure/a--b"], "is no name for a rule"],
  ])("%j is refused", (words, said) => {
    const cwd = project();
    const { status, stdout, stderr } = begin(cwd, ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(said);
    expect(readFileSync(join(cwd, LIST), "utf8")).toBe(list);
  });

  test("a rule that there is, and a folder that is not the project's", () => {
    const cwd = project();
    begin(cwd, "rule", "figure/some-name");
    const before = readFileSync(join(cwd, LIST), "utf8");
    expect(begin(cwd, "rule", "figure/some-name")).toMatchObject({
      status: 2,
      stderr: "There is a rule figure/some-name already: server/rules/figure/some-name.ts.\n",
    });
    expect(readFileSync(join(cwd, LIST), "utf8")).toBe(before);
    expect(begin(folder(), "rule", "figure/some-name").stderr).toContain("run it from the project's own folder");
  });
});
