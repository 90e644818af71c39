import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTime } from "../server/watchdog/watchdog.ts";
import { FAULTY, folder } from "./cli/kit.ts";
import * as lsp from "./lsp/kit.ts";
import { thorough } from "./thorough.ts";

/** The word at which the programs of this test stop getting on. */
const ENDLESS = "永无止境";

/** A rule that never comes to an end, nor lets go. */
const RULE = `rules.unshift({
  ...rules.find(({ scope }) => scope === "paragraph"),
  id: "figure/endless", needs: undefined,
  check({ text }) {
    while (text.includes("${ENDLESS}")) try { for (;;); } catch {} finally { continue; }
    return [];
  },
});`;

/** How long the programs of this test wait, in seconds; as long as those that are shipped where all is tried. */
const PATIENCE = thorough ? 5 : 1;

/** Where the programs lie that have such a rule. */
const place = mkdtempSync(join(tmpdir(), "govreport-"));

beforeAll(async () => {
  await build({
    entryPoints: { cli: "server/cli/cli.ts", worker: "server/cli/checkup/worker.ts", server: "server/lsp/node.ts" },
    bundle: true,
    platform: "node",
    format: "cjs",
    outdir: place,
    outExtension: { ".js": ".cjs" },
    logLevel: "error",
    plugins: [
      {
        name: "endless",
        setup({ onLoad }) {
          onLoad({ filter: /server[\\/]rules[\\/]index\.ts$/ }, ({ path }) => ({
            contents: `${readFileSync(path, "utf8")}\n${RULE}`,
            loader: "ts",
          }));
          onLoad({ filter: /server[\\/]watchdog[\\/]watchdog\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, "utf8").replace("PATIENCE = 5000;", `PATIENCE = ${1000 * PATIENCE};`),
            loader: "ts",
          }));
        },
      },
    ],
  });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const STUCK = FAULTY.replace("线索", ENDLESS);

/** Runs the command line, and tells its status and what it said. */
async function govreport(cwd: string, ...args: string[]) {
  const program = spawn(process.execPath, [join(place, "cli.cjs"), ...args], { cwd });
  const said = { out: "", err: "" };
  program.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  program.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const [status] = await once(program, "close");
  return { status, ...said };
}

describe("work on a draft", { timeout: 120_000 }, () => {
  test("gives its value, or throws what it throws", () => {
    expect(inTime(0, () => inTime(0, () => 1) + 1)).toBe(2);
    const error = new TypeError("far off");
    const fail = () => {
      throw error;
    };
    expect(() => inTime(0, fail)).toThrow(error);
    expect(inTime(0, () => 3)).toBe(3);
  });

  test.for(["1", "3"])("that never ends is told by name, and the others are checked (%s threads)", async (jobs) => {
    const path = folder({ "a.txt": FAULTY, "b.txt": STUCK, "c.txt": FAULTY });
    const { status, out, err } = await govreport(path, "check", "--format", "ndjson", "--jobs", jobs, ".");
    expect(
      out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line).path),
    ).toEqual(["a.txt", "c.txt"]);
    expect(err).toMatch(new RegExp(`^b\\.txt：检查这份稿子用了 ${PATIENCE} 秒还没有完，已经停下`));
    expect(status).toBe(2);
  });

  test("that never ends leaves what was to be mended as it was", async () => {
    const path = folder({ "a.txt": FAULTY, "b.txt": STUCK });
    const { status, err } = await govreport(path, "fix", ".");
    expect(err).toMatch(new RegExp(`a\\.txt：修好[^]*b\\.txt：检查这份稿子用了 ${PATIENCE} 秒`));
    expect(readFileSync(join(path, "b.txt"), "utf8")).toBe(STUCK);
    expect(status).toBe(2);
  });
});

describe("a server whose draft never ends", { timeout: 120_000 }, () => {
  const NOTICE = new RegExp(`^检查这份稿子用了 ${PATIENCE} 秒还没有完，已经停下.*保存后会再查一次。$`);
  const server = () => join(place, "server.cjs");

  test("says so, serves the others, and tries again once it is saved", async () => {
    const editor = await lsp.start({ capabilities: lsp.PULLS }, undefined, server());
    editor.open("stuck.govreport", STUCK);
    editor.open("other.govreport", FAULTY);
    const [stuck, other] = await Promise.all([editor.pull("stuck.govreport"), editor.pull("other.govreport")]);
    expect(stuck).toEqual([expect.objectContaining({ message: expect.stringMatching(NOTICE) })]);
    expect(other.length).toBeGreaterThan(1);

    // What is left is left, whatever is asked of it, and however it is edited.
    editor.change("stuck.govreport", 2, { text: FAULTY });
    const start = performance.now();
    expect(await editor.pull("stuck.govreport")).toEqual(stuck);
    expect(performance.now() - start).toBeLessThan(1000 * PATIENCE);
    await editor.connection.sendNotification("textDocument/didSave", {
      textDocument: { uri: lsp.uriOf("stuck.govreport") },
    });
    expect(await editor.pull("stuck.govreport")).toEqual(other);
    expect(await editor.quit()).toBe(0);
  });

  test("says so to an editor that does not ask", async () => {
    const editor = await lsp.start({}, undefined, server());
    editor.open("stuck.govreport", STUCK);
    const { diagnostics } = await editor.published("stuck.govreport");
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringMatching(NOTICE)]);
    await editor.quit();
  });

  test("ends with its editor all the same", async () => {
    const parent = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    const editor = await lsp.start({ processId: parent.pid!, capabilities: lsp.PULLS }, undefined, server());
    const ended = once(editor.process satisfies ChildProcess, "exit");
    editor.open("stuck.govreport", STUCK);
    void editor.pull("stuck.govreport").catch(() => {});
    parent.kill("SIGKILL");
    expect((await ended)[0]).toBe(1);
  });
});
