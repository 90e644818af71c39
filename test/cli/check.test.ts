import { symlinkSync, truncateSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { rules } from "../../server/rules/index.ts";
import { thorough } from "../thorough.ts";
import { FAULTY, folder, govreport, NO_REPORT } from "./kit.ts";

const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((c) => ({ 截: [0xbd, 0xd8], 止: [0xd6, 0xb9] })[c] ?? [c.charCodeAt(0)]));

describe("what is printed", () => {
  test("json says where, what and how to mend it", async () => {
    const { status, out, err } = await govreport(folder({ "a.txt": FAULTY }), "check --format json a.txt");
    const { version, files, summary } = JSON.parse(out);
    expect({ status, err, version }).toEqual({ status: 1, err: "", version: 1 });
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ path: "a.txt", recognised: true, kind: "annual-report", period: "2024" });
    const at = FAULTY.indexOf("截止");
    expect(files[0].diagnostics).toContainEqual({
      rule: "wording/confusable",
      severity: "warning",
      message: expect.stringContaining("截至"),
      offset: [at, at + 2],
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } },
      related: [],
      fixes: [{ title: expect.any(String), safe: true, edits: [{ offset: [at, at + 2], newText: "截至" }] }],
    });
    const counts = { error: "errors", warning: "warnings", information: "informations", hint: "hints" } as const;
    for (const [severity, name] of Object.entries(counts))
      expect(summary[name]).toBe(
        files[0].diagnostics.filter((diagnostic: { severity: string }) => diagnostic.severity === severity).length,
      );
  });

  test("ndjson prints a line a file", async () => {
    const { out } = await govreport(folder({ "a.txt": FAULTY, "b.txt": FAULTY }), "check --format ndjson .");
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).path),
    ).toEqual(["a.txt", "b.txt"]);
  });

  test("pretty draws the line and ends with a sum", async () => {
    const { out } = await govreport(folder({ "a.txt": FAULTY }), "check a.txt");
    expect(out).toMatch(/^a\.txt {2}法治政府建设年度报告 2024$/m);
    expect(out).toMatch(/^ {2}警告 4:1 .*截至.* {2}wording\/confusable\n {5}截止6月30日.*…\n {5}\^\^\^\^$/m);
    expect(out).toMatch(/\n检查了 1 份报告：\d+ 处错误，\d+ 处警告；其中 \d+ 处可用 govreport fix 修好.*。\n$/);
  });

  test("or speaks English", async () => {
    const { out } = await govreport(folder({ "a.txt": FAULTY }), "check a.txt --locale en");
    expect(out).toMatch(/\nReports checked: 1; errors: \d+, warnings: \d+.*\.\n$/);
  });

  test("hints are held back until they are asked for", async () => {
    const path = folder({ "a.txt": FAULTY });
    expect((await govreport(path, "check a.txt")).out).not.toContain("建议 ");
    const levels = async (line: string): Promise<string[]> =>
      JSON.parse((await govreport(path, line)).out).files[0].diagnostics.map(
        (one: { severity: string }) => one.severity,
      );
    expect(new Set(await levels("check a.txt --format json --severity error"))).toEqual(new Set(["error"]));
    expect((await levels("check a.txt --format json")).length).toBeGreaterThan(2);
  });

  test("--output writes a file", async () => {
    const path = folder({ "a.txt": FAULTY });
    expect(await govreport(path, "check a.txt --format json --output out.json")).toEqual({
      status: 1,
      out: "",
      err: "",
    });
    expect((await govreport(path, "check out.json")).err).toContain("不像政府报告");
    expect(await govreport(path, "check a.txt --output none/out.json")).toMatchObject({ status: 2 });
  });

  test("files in any order give the same findings", async () => {
    const path = folder({ "a.txt": FAULTY, "b.txt": FAULTY.replace("12件", "13件") });
    const files = async (line: string) =>
      JSON.parse((await govreport(path, line)).out).files.sort((a: { path: string }, b: { path: string }) =>
        a.path < b.path ? -1 : 1,
      );
    expect(await files("check --format json b.txt a.txt")).toEqual(await files("check --format json a.txt b.txt"));
  });
});

describe("status", () => {
  const path = () =>
    folder({ "a.txt": FAULTY, "govreport.config.json": '{ "rules": { "wording/confusable": "error" } }' });

  test.each([
    ["check a.txt", 1],
    ["check a.txt --fail-on warning", 1],
    ["check a.txt --fail-on never", 0],
    ["check none.txt", 2],
    ["check none.txt a.txt --fail-on never", 2],
    ["check a.txt --format xml", 2],
    ["check a.txt --nope", 2],
    ["check a.txt --severity", 2],
    ["check a.txt --profile none", 2],
    ["check a.txt --config none.json", 2],
    ["chekc", 2],
    ["rules figure/none", 2],
    ["rules wording/confusable", 0],
    ["rules", 0],
    ["--help", 0],
    ["check --help", 0],
    ["--version", 0],
  ])("govreport %s: %i", async (line, status) => {
    const outcome = await govreport(path(), line);
    expect(outcome.status).toBe(status);
    if (status === 2) expect(outcome.err).toMatch(/^[^\n]+\n$/);
    else expect(outcome.err).toBe("");
  });

  test("a warning fails only where it is asked to", async () => {
    const path = folder({ "a.govreport": "截止6月30日，受理投诉举报线索12件，均已答复。\n" });
    expect((await govreport(path, "check a.govreport")).status).toBe(0);
    expect((await govreport(path, "check a.govreport --fail-on warning")).status).toBe(1);
  });
});

describe("what is found", () => {
  const paths = async (path: string, line: string): Promise<string[]> =>
    JSON.parse((await govreport(path, `check --format json ${line}`)).out).files.map(
      (file: { path: string }) => file.path,
    );

  test("texts in folders, without what .gitignore names", async () => {
    const path = folder({
      ".gitignore": "old/\n*.bak.txt\n",
      "a.txt": FAULTY,
      "b.bak.txt": FAULTY,
      "old/c.txt": FAULTY,
      "new/d.md": FAULTY,
      "new/.gitignore": "e.*\n!b.bak.txt\n",
      "new/b.bak.txt": FAULTY,
      "new/e.govreport": FAULTY,
      "new/f.docx": FAULTY,
      "node_modules/g.txt": FAULTY,
    });
    expect(await paths(path, ".")).toEqual(["a.txt", "new/b.bak.txt", "new/d.md"]);
    expect(await paths(path, "")).toEqual(["a.txt", "new/b.bak.txt", "new/d.md"]);
    expect(await paths(path, "new/")).toEqual(["new/b.bak.txt", "new/d.md"]);
    expect(await paths(path, "--no-ignore new old")).toEqual([
      "new/b.bak.txt",
      "new/d.md",
      "new/e.govreport",
      "old/c.txt",
    ]);
  });

  test("what is named, whatever it is called, once", async () => {
    const path = folder({ "a.docx": FAULTY, "x/b.txt": FAULTY, "x/y/c.txt": FAULTY });
    expect(await paths(path, "a.docx ./a.docx x")).toEqual(["a.docx", "x/b.txt", "x/y/c.txt"]);
    expect(await paths(path, "x/*.txt")).toEqual(["x/b.txt"]);
    expect(await paths(path, "x/**/*.txt")).toEqual(["x/b.txt", "x/y/c.txt"]);
    expect(await paths(path, "*.docx")).toEqual(["a.docx"]);
  });

  test("a place counts as searched wherever else its files are named", async () => {
    const path = folder({ "x/a.txt": FAULTY, "y/b.txt": NO_REPORT });
    expect((await govreport(path, "check . x x/a.txt x/*.txt")).err).not.toContain("没有找到报告");
    expect((await govreport(path, "check x y y/b.txt")).err).toContain("y：这里没有找到报告");
    expect((await govreport(folder(), "check")).err).toBe(".：这里没有找到报告，请检查路径。\n");
  });

  test("the settings’ own files where nothing is named", async () => {
    const path = folder({ "a.txt": FAULTY, "x/b.txt": FAULTY, "govreport.config.yaml": "files: [x/]\n" });
    expect(await paths(path, "")).toEqual(["x/b.txt"]);
  });

  test("standard input, under the settings of the folder", async () => {
    const path = folder({ "govreport.config.json": '{ "rules": { "wording/confusable": "off" } }' });
    expect((await govreport(path, "check -", FAULTY)).out).not.toContain("wording/confusable");
  });

  test("standard input, under the name it is given", async () => {
    const path = folder({
      "govreport.config.json": '{ "overrides": [{ "files": ["in/*"], "rules": { "wording/confusable": "off" } }] }',
    });
    const rulesOf = async (line: string): Promise<string[]> =>
      JSON.parse((await govreport(path, `check --format json - ${line}`, FAULTY)).out).files[0].diagnostics.map(
        (one: { rule: string }) => one.rule,
      );
    expect(await rulesOf("")).toContain("wording/confusable");
    expect(await rulesOf("--stdin-filename in/a.txt")).not.toContain("wording/confusable");
  });
});

/** Megabytes. */
const MUCH = thorough ? 5 : 1;

describe("bad input is named, and the rest is checked", () => {
  const beside = async (name: string, content: string | Uint8Array) => {
    const { status, out, err } = await govreport(
      folder({ [name]: content, "z.txt": FAULTY }),
      `check --format json ${name} z.txt`,
    );
    const files: { path: string; recognised: boolean; diagnostics: unknown[] }[] = JSON.parse(out).files;
    expect(files.at(-1)).toMatchObject({ path: "z.txt", recognised: true });
    return { status, err, files };
  };

  test("an empty file", async () => {
    const { status, err, files } = await beside("a.txt", "");
    expect({ status, err }).toEqual({ status: 1, err: "a.txt：文件是空的，没有可检查的内容。\n" });
    expect(files[0]).toMatchObject({ recognised: false, diagnostics: [] });
  });

  test("a file that is no report", async () => {
    const { status, err, files } = await beside("a.txt", NO_REPORT);
    expect({ status, err }).toEqual({
      status: 1,
      err: "a.txt：不像政府报告，没有检查。若确是报告，请用 --profile 指明种类。\n",
    });
    expect(files[0]).toMatchObject({ recognised: false, kind: null, diagnostics: [] });
    expect((await govreport(folder({ "a.txt": NO_REPORT }), "check a.txt")).status).toBe(0);
  });

  test.each([
    ["NUL bytes", Uint8Array.of(0x50, 0x4b, 0, 0, 0x41)],
    ["bytes of no encoding", Uint8Array.of(0xe6, 0x88, 0xff, 0xff, 0x41)],
  ])("%s", async (_, bytes) => {
    const { status, err, files } = await beside("a.txt", bytes);
    expect({ status, err }).toEqual({ status: 2, err: "a.txt：不是文本文件，没有检查。Word、PDF 请先另存为 .txt。\n" });
    expect(files).toHaveLength(1);
  });

  test("GB18030 is read as such", async () => {
    const path = folder({ "a.govreport": gb18030("2024: 截止6") });
    const { out, err } = await govreport(path, "check --format json a.govreport");
    expect(err).toBe("");
    expect(JSON.parse(out).files[0].diagnostics).toContainEqual(expect.objectContaining({ offset: [6, 8] }));
  });

  test("a link that leads nowhere", async () => {
    const path = folder({ "b.txt": FAULTY });
    symlinkSync("nowhere", `${path}/a.txt`);
    const { status, out, err } = await govreport(path, "check .");
    expect({ status, err }).toEqual({ status: 1, err: "a.txt：是链接，没有跟过去。要处理它，请直接写出它的路径。\n" });
    expect((await govreport(path, "check a.txt")).err).toContain("a.txt：找不到这个文件");
    expect(out).toContain("b.txt");
  });

  test("a folder without reports", async () => {
    const path = folder({ "empty/a.docx": "", "other/b.txt": NO_REPORT });
    expect(await govreport(path, "check empty")).toMatchObject({
      status: 2,
      err: "empty：这里没有找到报告，请检查路径。\n",
    });
    expect(await govreport(path, "check other")).toMatchObject({
      status: 2,
      err: "other/b.txt：不像政府报告，没有检查。若确是报告，请用 --profile 指明种类。\nother：这里没有找到报告，请检查路径。\n",
    });
    expect(await govreport(path, "check x*.txt")).toMatchObject({
      status: 2,
      err: "x*.txt：没有符合的文件，请检查写法。\n",
    });
  });

  test("megabytes on one line", { timeout: 60_000 }, async () => {
    const [title, , heading, body] = FAULTY.split("\n") as [string, string, string, string];
    const line = title + heading + body.repeat(Math.ceil((MUCH * 1024 * 1024) / 3 / body.length));
    const { status, out } = await govreport(folder({ "a.govreport": line }), "check a.govreport");
    expect(status).toBe(1);
    expect(out.split("\n").every((line) => line.length < 400)).toBe(true);
  });

  test("a text too large to be a report", async () => {
    const path = folder({ "a.txt": "", "b.txt": FAULTY });
    truncateSync(`${path}/a.txt`, 100 * 1024 * 1024);
    const { status, out, err } = await govreport(path, "check .");
    expect({ status, err }).toEqual({ status: 2, err: "a.txt：文件有 100 MB，超过 64 MB，没有检查。请拆分后再查。\n" });
    expect(out).toContain("b.txt");
  });

  test("settings that cannot be used", async () => {
    const at = (text: string) => folder({ "a.txt": FAULTY, "govreport.config.json": text });
    const unknown = at('{\n  "rules": { "figure/none": "off", "wording/confusable": "off" }\n}');
    const outcome = await govreport(unknown, "check a.txt");
    expect(outcome).toMatchObject({
      status: 2,
      err: `${unknown.replaceAll("\\", "/")}/govreport.config.json:2:14 rules.figure/none：没有“figure/none”这条规则。全部规则见 govreport rules。\n`,
    });
    expect(outcome.out).not.toContain("wording/confusable");
    expect(outcome.out).toContain("检查了 1 份报告");
    const broken = await govreport(at('{ "rules": '), "check a.txt");
    expect(broken.status).toBe(2);
    expect(broken.err).toContain("这个设置文件从这里起读不通");
    expect(broken.out).toContain("检查了 1 份报告");
  });

  test("a rule that throws is named, and the others go on", async () => {
    const rule = rules.find(({ id }) => id === "wording/confusable")!;
    vi.spyOn(rule, "check").mockImplementation(() => {
      throw new Error("故障");
    });
    const path = folder({ "a.txt": FAULTY });
    const { out } = await govreport(path, "check a.txt");
    expect(out).toContain("规则 wording/confusable 出了故障，这份报告没有按它检查（Error: 故障）。");
    expect(out).toMatch(/ {2}figure\/missing-unit$/m);
    const [file] = JSON.parse((await govreport(path, "check a.txt --format json")).out).files;
    expect(file.failures).toEqual([{ rule: "wording/confusable", message: "Error: 故障" }]);
    vi.restoreAllMocks();
  });
});
