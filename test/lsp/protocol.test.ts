import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, bundle, folder, PULLS, start, uriOf } from "./kit.ts";

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Speaks to the server in bytes, and collects what it says. */
function speak() {
  const process = spawn(globalThis.process.execPath, [bundle, "--stdio"]);
  const said = { out: "", err: "" };
  process.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  process.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  process.stdin.on("error", () => {});
  const ended = once(process, "close").then(([status]) => status as number | null);
  /** The answers so far, by the number of the request. */
  const answers = (): ReadonlyMap<unknown, { readonly result?: unknown; readonly error?: { readonly code: number } }> =>
    new Map(
      said.out
        .split(/Content-Length: \d+\r\n\r\n/)
        .filter(Boolean)
        .map((text) => JSON.parse(text))
        .filter(({ method }) => method === undefined)
        .map((answer) => [answer.id, answer]),
    );
  return {
    process,
    said,
    ended,
    answers,
    /** Waits for the answer to a request. */
    async answered(id: number) {
      while (!answers().has(id)) await once(process.stdout, "data");
    },
    raw: (text: string) => process.stdin.write(text),
    send(body: object, header = (length: number) => `Content-Length: ${length}\r\n\r\n`) {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      process.stdin.write(header(Buffer.byteLength(text)) + text);
    },
  };
}

const initialize = (processId: number | null = null) => ({
  method: "initialize",
  params: { processId, rootUri: null, capabilities: PULLS },
});
const OPEN = {
  method: "textDocument/didOpen",
  params: { textDocument: { uri: "untitled:1", languageId: "plaintext", version: 1, text: "一" } },
};
const HOVER = {
  method: "textDocument/hover",
  params: { textDocument: { uri: "untitled:1" }, position: { line: 0, character: 0 } },
};

describe.concurrent("a visit", () => {
  test("begins with initialize, once, and ends with shutdown", async () => {
    const { send, ended, answers, answered } = speak();
    send(OPEN);
    send({ id: 1, ...HOVER });
    send({ id: 2, method: "no/such/request" });
    send({ id: 3, method: "shutdown" });
    send({ id: 4, ...initialize() });
    send({ id: 5, ...initialize() });
    send({ id: 6, ...HOVER });
    send({ id: 7, method: "govreport/refused", params: { code: "x" } });
    send({ id: 8, method: "shutdown" });
    send({ id: 9, ...HOVER });
    send({ id: 10, ...initialize() });
    send({ id: 11, method: "shutdown" });
    await answered(11);
    send({ method: "exit" });
    expect(await ended).toBe(0);
    const codes = [...answers()].map(([id, { error }]) => [id, error?.code]);
    expect(codes.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [1, -32002],
      [2, -32002],
      [3, -32002],
      [4, undefined],
      [5, -32600],
      [6, undefined],
      [7, -32600],
      [8, undefined],
      [9, -32600],
      [10, -32600],
      [11, -32600],
    ]);
  });

  test("that begins with exit ends at once", async () => {
    const { send, ended } = speak();
    send({ method: "exit" });
    expect(await ended).toBe(1);
  });

  test("ends with the program that the server serves", { timeout: 20_000 }, async () => {
    const editor = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    const { send, ended } = speak();
    send({ id: 1, ...initialize(editor.pid) });
    editor.kill("SIGKILL");
    expect(await ended).toBe(1);
  });

  test("ends with the connection", async () => {
    const { send, ended, process } = speak();
    send({ id: 1, ...initialize() });
    process.stdin.end();
    expect(await ended).toBe(1);
  });
});

describe.concurrent("a header", () => {
  test.each([
    ["in lines that end in LF alone", (length: number) => `Content-Length: ${length}\n\n`],
    [
      "in other letters, with others",
      (length: number) => `X-Y: 1\r\ncontent-length :${length}\r\nContent-Type: a\r\n\r\n`,
    ],
    ["after blank lines", (length: number) => `\r\n\nContent-Length: ${length}\r\n\r\n`],
  ])("%s is understood", async (_, header) => {
    const { send, ended, answered } = speak();
    send({ id: 1, ...initialize() }, header);
    send({ id: 2, method: "shutdown" }, header);
    await answered(2);
    send({ method: "exit" });
    expect(await ended).toBe(0);
  });

  test.each([
    "Content-Length: -5",
    "Content-Length: NaN",
    "Content-Length: 12abc",
    "Content-Length: 1e3",
    "Content-Length: 99999999999",
    "Content-Length:",
    "Content-Type: a",
    '{"jsonrpc":"2.0"}',
    "x".repeat(10_000),
  ])("%s is answered, and the server ends", async (header) => {
    for (const end of ["\r\n\r\n", "\n\n"]) {
      const { send, ended, raw, said, answers } = speak();
      send({ id: 1, ...initialize() });
      raw(`${header}${end}{"jsonrpc":"2.0","id":2,"method":"shutdown"}`);
      expect(await ended).toBe(1);
      expect(said.err).toMatch(/^govreport: 编辑器发来的消息头/);
      expect(answers().get(null)?.error?.code).toBe(-32700);
    }
  });

  test("may come in any pieces", async () => {
    const { process, send, ended, answered } = speak();
    const bytes = [
      { id: 1, ...initialize() },
      { id: 2, method: "shutdown" },
    ]
      .map((body) => JSON.stringify({ jsonrpc: "2.0", ...body }))
      .map((text) => `Content-Length: ${text.length}\r\n\r\n${text}`)
      .join("");
    for (const byte of bytes) {
      process.stdin.write(byte);
      await new Promise(setImmediate);
    }
    await answered(2);
    send({ method: "exit" });
    expect(await ended).toBe(0);
  });
});

describe.concurrent("an editor that is asked for its settings", () => {
  const DRAFT = "青山县司法局2024年工作总结\n\n一、2024年工作总结\n学了十次。\n三、存在的问题\n人手不足。\n";
  const asked = { ...PULLS, workspace: { configuration: true, diagnostics: { refreshSupport: true } } };
  const isFound = (items: readonly { code?: unknown }[]) => items.some(({ code }) => code === "structure/numbering");

  test("and never answers gets what the defaults find", { timeout: 20_000 }, async () => {
    const editor = await start({ capabilities: asked }, () => new Promise(() => {}));
    editor.open("a.txt", DRAFT);
    const begun = Date.now();
    expect(isFound(await editor.pull("a.txt"))).toBe(true);
    expect(Date.now() - begun).toBeLessThan(6000);
    expect(await editor.quit()).toBe(0);
  });

  test("and answers late has its documents checked again", { timeout: 20_000 }, async () => {
    let resolve: (settings: object) => void = () => {};
    const promise = new Promise<object>((done) => {
      resolve = done;
    });
    const editor = await start({ capabilities: asked }, () => promise);
    const again = new Promise<void>((done) =>
      editor.connection.onRequest("workspace/diagnostic/refresh", () => {
        done();
        return null;
      }),
    );
    editor.open("a.txt", DRAFT);
    expect(isFound(await editor.pull("a.txt"))).toBe(true);
    resolve({ rules: { "structure/numbering": "off" } });
    await again;
    expect(isFound(await editor.pull("a.txt"))).toBe(false);
    await editor.quit();
  });
});

test("of a row of keys, whose diagnostics are taken back at the next, only the last is checked", async () => {
  const { process, answered, answers, raw } = speak();
  const KEYS = 20;
  const pull = (id: number) => ({
    id,
    method: "textDocument/diagnostic",
    params: { textDocument: { uri: "untitled:1" } },
  });
  const key = (version: number) => ({
    method: "textDocument/didChange",
    params: { textDocument: { uri: "untitled:1", version }, contentChanges: [{ text: "一".repeat(version) }] },
  });
  const messages: object[] = [{ id: 1, ...initialize() }, { method: "initialized", params: {} }, OPEN];
  for (let i = 2; i <= KEYS; i++)
    messages.push(key(i), pull(i), ...(i < KEYS ? [{ method: "$/cancelRequest", params: { id: i } }] : []));
  const bytes = messages.map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }));
  raw(bytes.map((text) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`).join(""));
  await answered(KEYS);
  const cancelled = [...answers().values()].filter(({ error }) => error?.code === -32800);
  expect(cancelled.length).toBeGreaterThan(KEYS / 2);
  expect(answers().get(KEYS)?.error).toBe(undefined);
  process.kill();
});

test("a range that was given from its end is put right", async () => {
  const editor = await start({ capabilities: PULLS });
  editor.open("a.txt", "一二三四五");
  const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 1 } };
  editor.change("a.txt", 2, { range, text: "" });
  editor.change("a.txt", 3, { range: { start: range.end, end: range.end }, text: "月" });
  const symbols = await editor.ask("textDocument/documentSymbol", { textDocument: { uri: uriOf("a.txt") } });
  expect(symbols).toEqual([]);
  const action = { textDocument: { uri: uriOf("a.txt") }, range, context: { diagnostics: [] } };
  expect(await editor.ask("textDocument/codeAction", action)).toBeInstanceOf(Array);
  await editor.quit();
});
