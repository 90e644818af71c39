import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { FAULTY, folder } from "./kit.ts";

const program = resolve("dist/govreport.cjs");

/** Runs the built program as a shell would. */
function govreport(
  cwd: string,
  args: readonly string[],
  input = "",
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, input, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

/** Makes a process throw where it would reach for a network. */
const OFFLINE = `
  const refuse = () => { process._rawDebug("no network"); process.exit(70); };
  for (const [name, calls] of Object.entries({
    net: ["connect", "createConnection", "createServer"],
    dns: ["lookup", "resolve"],
    http: ["request", "get"],
    https: ["request", "get"],
    http2: ["connect"],
    tls: ["connect"],
    dgram: ["createSocket"],
  })) for (const call of calls) require(name)[call] = refuse;
  require("net").Socket.prototype.connect = refuse;
  globalThis.fetch = refuse;
`;

test("a build makes its caches before it runs what it has built", () => {
  // V8 takes what it made of another program of the same length for that of this one.
  const runs = manifest.scripts.build.split(" && ").filter((step) => step.startsWith("node dist/govreport.cjs"));
  const caches = runs.map((run) => / --make-cache (\w+) /.exec(run)?.[1]);
  expect(caches.slice(0, 2)).toEqual(["brief", "long"]);
});

describe.skipIf(!existsSync(program))("the built program", { timeout: 60_000 }, () => {
  test("checks, and ends in the status of what it found", () => {
    const path = folder({ "a.txt": FAULTY, "govreport.config.yaml": "rules: { wording/confusable: off }\n" });
    const { status, out, err } = govreport(path, ["check", "a.txt"]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toContain("figure/missing-unit");
    for (const absent of ["wording/confusable", "\u001b"]) expect(out).not.toContain(absent);
    expect(govreport(path, ["check", "none.txt"]).status).toBe(2);
  });

  test("reads standard input and writes standard output", () => {
    const { status, out } = govreport(folder(), ["fix", "-"], FAULTY);
    expect({ status, out }).toEqual({ status: 0, out: FAULTY.replace("截止", "截至") });
  });

  test("shows what a fix would change", () => {
    expect(govreport(folder({ "a.txt": FAULTY }), ["fix", "--dry-run", "."]).out).toMatch(/^\+截至/m);
  });

  test("finds the same with any number of threads, in the same order", () => {
    const names = Array.from({ length: 12 }, (_, i) => `${String.fromCharCode(97 + i)}.txt`);
    const path = folder(Object.fromEntries(names.map((name, i) => [name, FAULTY.repeat(1 + ((i * 5) % 7))])));
    const one = govreport(path, ["check", "--format", "ndjson", "."]);
    expect(
      one.out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).path),
    ).toEqual(names);
    expect(govreport(path, ["check", "--format", "ndjson", "--jobs", "3", "."])).toEqual(one);
    expect(govreport(path, ["check", "--jobs", "none", "."]).status).toBe(2);
  });

  test.each(readdirSync("dist").filter((name) => name.endsWith(".cjs")))("%s makes no code of strings", (name) =>
    expect(readFileSync(`dist/${name}`, "utf8")).not.toMatch(/\bnew Function\b|(?<![\w$.])eval\s*\(/),
  );

  test("runs where no code may be made of strings", async () => {
    const path = folder({ "a.txt": FAULTY, "b.txt": FAULTY, "govreport.config.json": '{ "publicEdition": true }' });
    const flags = ["--disallow-code-generation-from-strings"];
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [...flags, program, ...args], { cwd: path, encoding: "utf8" });
    for (const args of [
      ["check", "."],
      ["check", "--jobs", "2", "."],
      ["fix", "--dry-run", "."],
    ])
      expect({ args, err: run(...args).stderr }).toEqual({ args, err: "" });
    const server = spawn(process.execPath, [...flags, resolve("dist/server.cjs"), "--stdio"]);
    const said = { out: "", err: "" };
    server.stderr.on("data", (text) => {
      said.err += text;
    });
    const send = (body: object): void => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    const settings = { publicEdition: true };
    send({
      id: 1,
      method: "initialize",
      params: { processId: null, capabilities: {}, initializationOptions: { settings } },
    });
    send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri: "untitled:1", languageId: "govreport", version: 1, text: FAULTY } },
    });
    for await (const text of server.stdout) {
      said.out += text;
      if (said.out.includes("publishDiagnostics")) break;
    }
    server.kill();
    expect(said.out).toContain("wording/confusable");
    expect(said.err).toBe("");
  });

  test("asks no network for anything", () => {
    const path = folder({ "a.txt": FAULTY, "b.txt": FAULTY, "offline.cjs": OFFLINE });
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ["--require", `${path}/offline.cjs`, ...args], { cwd: path, encoding: "utf8" });
    expect(run("-e", "require('node:https').get('https://localhost')").stderr).toContain("no network");
    for (const line of [
      "check .",
      "check --jobs 2 .",
      "audit .",
      "figures .",
      "format --check .",
      "fix .",
      "config a.txt",
    ])
      expect({ line, err: run(program, ...line.split(" ")).stderr }).not.toMatchObject({
        err: expect.stringContaining("no network"),
      });
  });

  test("serves an editor until it says goodbye", async () => {
    const server = spawn(process.execPath, [program, "lsp", "--stdio"], { cwd: folder() });
    let out = "";
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    const send = (body: object): void => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
    send({ id: 2, method: "shutdown" });
    send({ method: "exit" });
    const [status] = await once(server, "close");
    expect(status).toBe(0);
    expect(out).toContain('"serverInfo":{"name":"govreport"');
  });
});
