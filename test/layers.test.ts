import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path/posix";
import { expect, test } from "vitest";

const LAYERS =
  "text words syntax figures grammar report statements constraints rules config lint workspace ide disk watchdog lsp|cli|web".split(
    " ",
  );
/** The folders of the command line likewise; last, what lies beside them. */
const CLI = ["terminal", "files", "checkup", "output", "commands", ""];
const layerOf = (folder: string): number => LAYERS.findIndex((layer) => layer.split("|").includes(folder));
const IMPORT = /^(?:import|export)\b[^;]*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/gm;

const imports = readdirSync("server", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) =>
    [...readFileSync(`server/${path}`, "utf8").matchAll(IMPORT)].map(([, a, b]) => ({ path, target: (a ?? b)! })),
  );

const offenders = (isOffence: (folder: string, target: string, path: string) => boolean): string[] =>
  imports
    .filter(({ path, target }) => isOffence(path.split("/")[0]!, target, path))
    .map(({ path, target }) => `${path} imports ${target}`);

test("each layer imports only from those to its left", () => {
  expect(
    offenders((folder, target, path) => {
      if (!target.startsWith(".")) return false;
      const other = new URL(target, `file:///${path}`).pathname.split("/")[1]!;
      return other !== folder && layerOf(other) >= layerOf(folder);
    }),
  ).toEqual([]);
});

test("so does each folder of the command line", () => {
  const depthOf = (path: string): number => CLI.indexOf(path.split("/").slice(1, -1).join("/"));
  expect(
    offenders((folder, target, path) => {
      const other = new URL(target, `file:///${path}`).pathname.slice(1);
      if (folder !== "cli" || !target.startsWith(".") || !other.startsWith("cli/")) return false;
      return dirname(other) !== dirname(path) && depthOf(other) >= depthOf(path);
    }),
  ).toEqual([]);
});

test("every folder is a layer", () => {
  expect(readdirSync("server").filter((folder) => layerOf(folder) < 0)).toEqual([]);
  expect(readdirSync("server/cli").filter((name) => !name.endsWith(".ts") && !CLI.includes(name))).toEqual([]);
});

test("the core runs anywhere: node modules and LSP stay at the edge", () => {
  expect(offenders((folder, target) => target.startsWith("node:") && layerOf(folder) < layerOf("disk"))).toEqual([]);
  expect(
    offenders((folder, target) => target.startsWith("vscode-languageserver") && layerOf(folder) < layerOf("ide")),
  ).toEqual([]);
});

test("sentences are read by words and not by patterns", () => {
  const patterns = (folder: string): number =>
    readdirSync(`server/${folder}`)
      .map((name) => readFileSync(`server/${folder}/${name}`, "utf8"))
      .flatMap(
        (text) =>
          text
            .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
            .match(/(?:[=(,:?|&!\s])\/(?![/*\s])(?:\\.|[^/\\\n])+\/[dgimsuvy]*(?=[.,;)\s])|new RegExp/g) ?? [],
      ).length;
  expect(patterns("constraints")).toBe(0);
  expect(patterns("statements")).toBeLessThan(20);
});
