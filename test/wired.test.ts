import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

/** What the build and the scripts begin with, and so nothing imports. */
const ENTRIES = [
  "server/cli/main.ts",
  "server/cli/cli.ts",
  "server/cli/checkup/worker.ts",
  "server/lsp/node.ts",
  "server/words/encode.ts",
];

/** Where a new file of a folder is wired, the longest folder first. */
const LISTS = [
  ["server/rules/", "server/rules/index.ts"],
  ["server/grammar/profiles/", "server/grammar/profiles/index.ts"],
  ["server/constraints/", "server/constraints/kinds.ts"],
  ["server/cli/output/", "FORMATS in server/cli/commands/check.ts"],
  ["server/cli/", "COMMANDS in server/cli/run.ts"],
  ["server/ide/", "server/lsp/server.ts"],
] as const;

const IMPORT = /\bfrom "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)|^import "(\.[^"]+)"/gm;

const files = readdirSync("server", { recursive: true, encoding: "utf8" })
  .map((path) => `server/${path.replaceAll("\\", "/")}`)
  .filter((path) => /\.ts$|profiles\/.+\.json$/.test(path));

test("every file is imported, or is where a program begins", () => {
  const imported = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, a, b, c]) =>
        posix.join(posix.dirname(file), (a ?? b ?? c)!),
      ),
    ),
  );
  const forgotten = files
    .filter((file) => !imported.has(file) && !ENTRIES.includes(file))
    .map((file) => {
      const [, list] = LISTS.find(([folder]) => file.startsWith(folder)) ?? [];
      return `nothing imports it${list ? `; add it to ${list}` : ""}: ${file}`;
    });
  expect(forgotten).toEqual([]);
  expect(ENTRIES.filter((entry) => !files.includes(entry))).toEqual([]);
});
