import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What the program uses of the machine: files, its own threads and streams. No network, and no other program. */
const USED: readonly string[] = "fs fs/promises path process stream url util v8 vm worker_threads".split(" ");

const sources = ["server", "client"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, text: readFileSync(path, "utf8") })),
);

const offences = (pattern: RegExp, isOffence: (found: string) => boolean = () => true): readonly string[] =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].filter(([, found]) => isOffence(found ?? "")).map(([found]) => `${path}: ${found}`),
  );

test("of the machine, files and threads are used, and neither network nor other programs", () => {
  expect(offences(/\b(?:from|import\(|require\()\s*"node:([^"]+)"/g, (name) => !USED.includes(name))).toEqual([]);
  expect(offences(/\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon)\s*\(/g)).toEqual([]);
});

test("no code is loaded by a name that a folder or a setting gives", () =>
  expect(offences(/\b(?:import|require)\(\s*(?!["\s])[^)]*\)/g)).toEqual([
    // Our own server, beside the command line.
    expect.stringMatching(/^server\/cli\/commands\/lsp\.ts: require\(.{3}__dirname\}\/server\.cjs.\)$/),
  ]));
