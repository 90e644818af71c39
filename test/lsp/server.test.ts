import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, DocumentSymbol, TextEdit } from "vscode-languageserver-types";
import { build, folder, PULLS, start, uriOf, write } from "./kit.ts";

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true }));

const DRAFT = `青山县司法局2024年工作总结及2025年工作计划

一、2024年工作总结
（一）、抓学习。学了十次。
（二）、抓执法。查了十次。
二、存在的问题和不足
人手不足。
四、2025年工作计划
继续努力。
`;

const rulesOf = (items: readonly { code?: unknown }[]): unknown[] =>
  items.map(({ code }) => code).filter((code) => String(code).startsWith("structure/numbering"));

describe("an editor that asks for diagnostics", () => {
  test("gets those of the text as it is after each change", async () => {
    const editor = await start({ capabilities: PULLS });
    expect(editor.capabilities).toMatchObject({ positionEncoding: "utf-16", diagnosticProvider: {} });
    editor.open("a.txt", DRAFT);
    const STYLE = "structure/numbering-style";
    expect(rulesOf(await editor.pull("a.txt"))).toEqual([STYLE, STYLE, "structure/numbering"]);
    const range = { start: { line: 7, character: 0 }, end: { line: 7, character: 1 } };
    editor.change("a.txt", 2, { range, text: "三" });
    expect(rulesOf(await editor.pull("a.txt"))).toEqual([STYLE, STYLE]);
    editor.change("a.txt", 3, { text: "今天天气不错。" });
    expect(await editor.pull("a.txt")).toEqual([]);
    expect(await editor.quit()).toBe(0);
  });

  test("gets each with its rule, the rule’s page and its own language", async () => {
    const editor = await start({ capabilities: PULLS, locale: "en-US" });
    editor.open("a.txt", DRAFT);
    const found = (await editor.pull("a.txt")).find(({ code }) => code === "structure/numbering");
    expect(found).toMatchObject({
      source: "govreport",
      codeDescription: { href: uriOf("rules/structure/numbering.md") },
      message: expect.stringMatching(/^[A-Z][a-z]+ /),
    });
    await editor.quit();
  });
});

test("a rule’s page is no draft, though it quotes some", async () => {
  const editor = await start({ capabilities: PULLS });
  editor.open("rules/structure/numbering.md", DRAFT, "markdown");
  expect(await editor.pull("rules/structure/numbering.md")).toEqual([]);
  await editor.quit();
});

describe("an editor that does not", () => {
  test("is sent them, always those of the newest version, and none once the document is closed", async () => {
    const editor = await start();
    expect(editor.capabilities).not.toHaveProperty("diagnosticProvider");
    editor.open("a.txt", DRAFT);
    expect((await editor.published("a.txt")).version).toBe(1);
    for (let version = 2; version < 10; version++) editor.change("a.txt", version, { text: `${DRAFT}${version}` });
    expect((await editor.published("a.txt")).version).toBe(9);
    await editor.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf("a.txt") } });
    expect(await editor.published("a.txt")).toEqual({ uri: uriOf("a.txt"), diagnostics: [] });
    await editor.quit();
  });

  test("counts as it likes", async () => {
    const editor = await start({ capabilities: { general: { positionEncodings: ["utf-8"] } } });
    expect(editor.capabilities).toMatchObject({ positionEncoding: "utf-8" });
    editor.open("a.txt", DRAFT);
    const { diagnostics } = await editor.published("a.txt");
    const found = diagnostics.find(({ code }) => code === "structure/numbering-style");
    expect(found?.range).toEqual({ start: { line: 3, character: 0 }, end: { line: 3, character: 12 } });
    await editor.quit();
  });
});

describe("repairs", () => {
  const asked = (context: object) => ({
    textDocument: { uri: uriOf("a.txt") },
    range: { start: { line: 3, character: 1 }, end: { line: 3, character: 1 } },
    context: { diagnostics: [], ...context },
  });
  const edited = (action: CodeAction | undefined) =>
    TextDocument.applyEdits(
      TextDocument.create("", "", 1, DRAFT),
      (action?.edit?.changes?.[uriOf("a.txt")] ?? []) as TextEdit[],
    );

  test("mend one finding, or all that are safe to mend", async () => {
    const editor = await start({ capabilities: PULLS });
    editor.open("a.txt", DRAFT);
    const [fix] = await editor.ask<CodeAction[]>("textDocument/codeAction", asked({ only: ["quickfix"] }));
    expect(edited(fix)).toBe(DRAFT.replace("（一）、", "（一）"));
    const [all] = await editor.ask<CodeAction[]>("textDocument/codeAction", asked({ only: ["source.fixAll"] }));
    expect(edited(all)).toContain("（一）抓学习。学了十次。\n（二）抓执法。");
    await editor.quit();
  });
});

describe("features", () => {
  test("answer for what is open, and null for what is not", async () => {
    const editor = await start({ capabilities: PULLS });
    editor.open("a.txt", DRAFT);
    const symbols = await editor.ask<DocumentSymbol[]>("textDocument/documentSymbol", {
      textDocument: { uri: uriOf("a.txt") },
    });
    expect(symbols.map(({ name }) => name)).toEqual([
      "一、2024年工作总结",
      "二、存在的问题和不足",
      "四、2025年工作计划",
    ]);
    const position = { line: 0, character: 0 };
    for (const method of ["documentSymbol", "foldingRange", "completion", "hover", "codeAction"]) {
      const params = {
        textDocument: { uri: uriOf("unknown.txt") },
        position,
        range: { start: position, end: position },
      };
      expect(await editor.ask(`textDocument/${method}`, { ...params, context: { diagnostics: [] } })).toBeNull();
    }
    expect(await editor.pull("unknown.txt")).toEqual([]);
    await editor.quit();
  });

  test("say what a file is that nobody has opened", async () => {
    const editor = await start({ capabilities: PULLS });
    write("b.txt", DRAFT);
    const ask = (name: string) => editor.ask("govreport/file", { textDocument: { uri: uriOf(name) } });
    expect(await ask("b.txt")).toMatchObject({ summary: { period: "2024年" } });
    expect(await ask("missing.txt")).toBeNull();
    await editor.quit();
  });

  test("know which files a project has checked", async () => {
    const editor = await start({ capabilities: PULLS });
    const chosen = () => editor.ask("govreport/chosen", { uris: [uriOf("reports/a.txt"), uriOf("b.txt")] });
    expect(await chosen()).toEqual([uriOf("reports/a.txt"), uriOf("b.txt")]);
    write("govreport.config.json", JSON.stringify({ files: ["reports/"] }));
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    expect(await chosen()).toEqual([uriOf("reports/a.txt")]);
    rmSync(`${folder}/govreport.config.json`);
    await editor.quit();
  });
});

describe("what is no fault", () => {
  test("is taken down beside the report, and found no more", async () => {
    const editor = await start({ capabilities: PULLS });
    write("s.txt", DRAFT);
    editor.open("s.txt", DRAFT);
    const rule = "structure/numbering";
    expect(rulesOf(await editor.pull("s.txt"))).toContain(rule);
    await editor.ask("workspace/executeCommand", {
      command: "govreport.suppress",
      arguments: [{ uri: uriOf("s.txt"), rule, reason: "序号沿用上年。" }],
    });
    expect(rulesOf(await editor.pull("s.txt"))).not.toContain(rule);
    const file = join(folder, ".govreport/suppressions.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      version: 1,
      suppressions: [{ file: "s.txt", rule, reason: "序号沿用上年。" }],
    });
    rmSync(file);
    await editor.quit();
  });
});

describe("settings", () => {
  const off = { rules: { "structure/numbering": "off" } };

  test("come from the editor, which is asked again when they change", async () => {
    let settings: object = {};
    const editor = await start({ capabilities: { ...PULLS, workspace: { configuration: true } } }, () => settings);
    editor.open("a.txt", DRAFT);
    expect(rulesOf(await editor.pull("a.txt"))).toContain("structure/numbering");
    settings = off;
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    expect(rulesOf(await editor.pull("a.txt"))).not.toContain("structure/numbering");
    await editor.quit();
  });

  test("are taken as sent from an editor that cannot be asked", async () => {
    const editor = await start({ capabilities: PULLS });
    editor.open("a.txt", DRAFT);
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: { govreport: off } });
    expect(rulesOf(await editor.pull("a.txt"))).not.toContain("structure/numbering");
    await editor.quit();
  });

  test("of a project outweigh the editor’s, and what is wrong in them is shown there", async () => {
    const editor = await start({ capabilities: PULLS });
    write("govreport.config.json", JSON.stringify({ ...off, rulez: {} }));
    editor.open("a.txt", DRAFT);
    expect(rulesOf(await editor.pull("a.txt"))).not.toContain("structure/numbering");
    const { diagnostics } = await editor.published("govreport.config.json");
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining("rulez")]);
    rmSync(`${folder}/govreport.config.json`);
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    expect((await editor.published("govreport.config.json")).diagnostics).toEqual([]);
    expect(rulesOf(await editor.pull("a.txt"))).toContain("structure/numbering");
    await editor.quit();
  });
});

describe("bad messages", () => {
  test("are answered with an error or passed over, and the server goes on", async () => {
    const editor = await start({ capabilities: PULLS });
    const { connection, process } = editor;
    await connection.sendNotification("textDocument/didOpen", {});
    await connection.sendNotification("textDocument/didChange", { textDocument: null });
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri: 5 }, contentChanges: [{}] });
    await connection.sendNotification("workspace/didChangeConfiguration", { settings: 7 });
    await connection.sendNotification("no/such/notification", { a: 1 });
    await expect(editor.ask("no/such/request", {})).rejects.toThrow();
    await expect(editor.ask("textDocument/documentSymbol", {})).rejects.toThrow();
    await expect(editor.ask("textDocument/codeAction", { textDocument: { uri: uriOf("a.txt") } })).resolves.toBeNull();
    process.stdin.write("Content-Length: 9\r\n\r\n{not json");
    process.stdin.write("Content-Length: 2\r\n\r\n[]");
    process.stdin.write("Content-Length: 4\r\n\r\nnull");
    editor.open("a.txt", DRAFT);
    const nowhere = { start: { line: 99, character: 99 }, end: { line: -5, character: -5 } };
    editor.change("a.txt", 2, { range: nowhere, text: "。" });
    expect(Array.isArray(await editor.pull("a.txt"))).toBe(true);
    expect(await editor.quit()).toBe(0);
  });

  test("of any method with any parameters", async () => {
    const editor = await start({ capabilities: { ...PULLS, workspace: { configuration: true } } }, () => "no settings");
    const { connection } = editor;
    const uri = uriOf("a.txt");
    editor.open("a.txt", DRAFT);
    const far = { line: 2 ** 31, character: -1 };
    const junk = [
      ...[null, 0, "", [], {}, { textDocument: null }, { textDocument: { uri: null } }, { textDocument: { uri } }],
      {
        textDocument: { uri },
        position: far,
        range: { start: far, end: far },
        context: { diagnostics: null, only: 5 },
      },
      { textDocument: { uri: "%%%://" }, position: {}, range: {}, context: {} },
      { command: "govreport.suppress", arguments: [{ uri: 5 }] },
    ];
    const requests = ["hover", "completion", "codeAction", "documentSymbol", "foldingRange", "diagnostic"].map(
      (name) => `textDocument/${name}`,
    );
    for (const params of junk) {
      for (const method of [
        ...requests,
        "workspace/executeCommand",
        "govreport/summary",
        "govreport/file",
        "no/such",
      ]) {
        await connection.sendRequest(method, params).catch(() => {});
      }
      for (const name of ["didOpen", "didChange", "didClose"]) {
        await connection.sendNotification(`textDocument/${name}`, params);
      }
      await connection.sendNotification("workspace/didChangeConfiguration", params);
      await connection.sendNotification("workspace/didChangeWatchedFiles", params);
    }
    editor.open("b.txt", DRAFT);
    expect((await editor.pull("b.txt")).length).toBeGreaterThan(0);
    expect(await editor.quit()).toBe(0);
  });

  test("do not include empty, huge or headless texts", async () => {
    const editor = await start();
    editor.open("a.txt", "");
    editor.open("b.txt", "一".repeat(200_000));
    expect((await editor.published("b.txt")).diagnostics).toBeInstanceOf(Array);
    expect(await editor.quit()).toBe(0);
  });
});
