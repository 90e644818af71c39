/**
 * Packs the extension out of a folder that has been built.
 *
 *     node scripts/vsix.mjs govreport.vsix
 *
 * What goes into it is listed by .vscodeignore, what goes into the npm package by `files` in package.json. vsce takes a
 * folder that has one of the two, so it is given a copy of its own files with a manifest that says nothing of the other.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";

/**
 * @param {string} folder
 * @param {string} packagePath
 */
export async function vsix(folder, packagePath) {
  const stage = mkdtempSync(join(tmpdir(), "vsix-"));
  try {
    const files = await listFiles({ cwd: folder, packageManager: PackageManager.None });
    for (const file of [...files, ".vscodeignore"]) cpSync(join(folder, file), join(stage, file));
    const { files: _, scripts: __, devDependencies: ___, ...manifest } = manifestIn(folder);
    writeFileSync(join(stage, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await createVSIX({
      cwd: stage,
      packagePath: resolve(packagePath),
      readmePath: "client/README.md",
      dependencies: false,
      allowMissingRepository: true,
      skipLicense: true,
    });
  } finally {
    rmSync(stage, { recursive: true });
  }
}

/** @param {string} folder */
const manifestIn = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const [, program, packagePath] = process.argv;
if (program && import.meta.url === pathToFileURL(program).href) await vsix(".", packagePath ?? "govreport.vsix");
