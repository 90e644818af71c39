/**
 * Makes what a release consists of, in release/: the extension, the npm package, their checksums, and the notes out of
 * CHANGELOG.md. It publishes nothing.
 *
 *     npm run release -- [VERSION] [--dry-run] [--repository URL]
 *
 * Everything is made in a copy of the files that git knows, under the version asked for (that of package.json if none is).
 * Without --dry-run, package.json, package-lock.json and CHANGELOG.md are then changed here as they were there. Where the
 * project is kept is said nowhere else: by --repository, or by the remote called origin.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { notesOf, released } from "./changelog.mjs";

const OUT = "release";
const CHANGED = ["package.json", "package-lock.json", "CHANGELOG.md"];

/**
 * What is changed of package-lock.json.
 * @typedef {{ packages: Readonly<Record<string, object>> }} Lock
 */

/**
 * What a program that has ended well printed, without the white space around it.
 * @param {string} cwd
 * @param {string} program
 * @param {readonly string[]} words
 */
const run = (cwd, program, ...words) =>
  execFileSync(program, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

/**
 * The web address of a repository, however git is told of it; null where it is none of the web.
 * @param {string} remote
 */
export function webAddress(remote) {
  const [, host, path] =
    /^(?:git\+)?(?:https?:\/\/|ssh:\/\/)?(?:[^@/]+@)?([\w-]+(?:\.[\w-]+)+)[:/](.+?)(?:\.git)?\/?$/.exec(remote) ?? [];
  return host ? `https://${host}/${path}` : null;
}

/**
 * A manifest as it is published: its version, and all that follows from where the project is kept.
 * @param {object} manifest
 * @param {string} version
 * @param {string | null} home
 */
export const published = (manifest, version, home) => ({
  ...manifest,
  version,
  ...(home && {
    repository: { type: "git", url: `git+${home}.git` },
    bugs: `${home}/issues`,
    homepage: `${home}#readme`,
  }),
});

/**
 * Why a version cannot be released; null where it can.
 * @param {{ version: string, notes: string, dirty: boolean, home: string | null, dryRun: boolean }} asked
 */
export function refusal({ version, notes, dirty, home, dryRun }) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return `"${version}" is no version: write it as 1.2.3.`;
  if (notes === "") return "CHANGELOG.md has nothing under Unreleased: say there what writers will notice.";
  if (dryRun) return null;
  if (dirty) return "Some files are not committed; a release is made of what is. Commit them, or try with --dry-run.";
  if (!home) return "Where is the project kept? Say it by --repository URL, or give git a remote called origin.";
  return null;
}

/** A copy of the files that git knows, as they are here, with the packages that are installed. */
function copied() {
  const stage = mkdtempSync(join(tmpdir(), "release-"));
  const files = run(".", "git", "ls-files", "-z").split("\0");
  for (const file of files.filter((file) => file !== "" && existsSync(file))) cpSync(file, join(stage, file));
  symlinkSync(resolve("node_modules"), join(stage, "node_modules"), "junction");
  return stage;
}

function remote() {
  const remotes = run(".", "git", "remote").split("\n");
  return remotes.includes("origin") ? run(".", "git", "remote", "get-url", "origin") : "";
}

/**
 * What sha256sum prints of files in a folder.
 * @param {string} folder
 * @param {readonly string[]} names
 */
const checksums = (folder, names) =>
  names
    .map(
      (name) =>
        `${createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex")}  ${name}\n`,
    )
    .join("");

/**
 * @param {string} file
 * @param {(text: string) => string} change
 */
const edit = (file, change) => writeFileSync(file, change(readFileSync(file, "utf8")));
/**
 * A change to a value as one to the JSON that it is written in.
 * @template Value
 * @param {(value: Value) => unknown} change
 * @returns {(text: string) => string}
 */
const json = (change) => (text) => `${JSON.stringify(change(JSON.parse(text)), null, 2)}\n`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false }, repository: { type: "string" } },
  });
  const dryRun = values["dry-run"];
  const version = positionals[0] ?? JSON.parse(readFileSync("package.json", "utf8")).version;
  const home = webAddress(values.repository ?? remote());
  const notes = notesOf(readFileSync("CHANGELOG.md", "utf8"), version);
  const dirty = run(".", "git", "status", "--porcelain") !== "";
  const refused = refusal({ version, notes, dirty, home, dryRun });
  if (refused) {
    console.error(refused);
    process.exit(2);
  }

  const { vsix } = await import("./vsix.mjs");
  const stage = copied();
  try {
    const date = new Date().toISOString().slice(0, 10);
    edit(
      join(stage, "package.json"),
      json((/** @type {object} */ manifest) => published(manifest, version, home)),
    );
    edit(
      join(stage, "package-lock.json"),
      json((/** @type {Lock} */ lock) => ({
        ...lock,
        version,
        packages: { ...lock.packages, "": { ...lock.packages[""], version } },
      })),
    );
    edit(join(stage, "CHANGELOG.md"), (text) => released(text, version, date));
    run(stage, "npm", "run", "--silent", "build");

    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT);
    const [{ filename: tarball }] = JSON.parse(
      run(stage, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", resolve(OUT)),
    );
    const extension = `govreport-${version}.vsix`;
    await vsix(stage, join(OUT, extension));
    writeFileSync(join(OUT, "SHA256SUMS"), checksums(OUT, [tarball, extension]));
    writeFileSync(join(OUT, "NOTES.md"), `${notes}\n`);
    if (!dryRun) for (const file of CHANGED) copyFileSync(join(stage, file), file);
    console.log(`Made in ${OUT}/: ${tarball}, ${extension}, SHA256SUMS, NOTES.md. Nothing is published.`);
    if (!home) console.log("The manifests do not say where the project is kept: see --repository.");
    if (!dryRun)
      console.log(
        `Next: commit ${CHANGED.join(", ")}; git tag v${version}; npm publish ${OUT}/${tarball}; npx vsce publish --packagePath ${OUT}/${extension}`,
      );
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
