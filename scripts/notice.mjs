/**
 * Writes into NOTICE what the bundles hold of others: their names and the terms under which they may be passed on.
 *
 *     npm run notice
 *
 * The bundles' inputs are told by esbuild (dist/meta.json), the terms by the packages themselves.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const META = "dist/meta.json";
const NOTICE = "NOTICE";
const LINE = "=".repeat(78);
const TITLE = `${LINE}\nThe programs in dist/ hold code of these packages, each under the terms that follow its name.\n`;

/**
 * The packages that a build bundled, in the order of their names.
 * @param {{ inputs: Readonly<Record<string, unknown>> }} meta what esbuild tells of it
 */
export function bundled({ inputs }) {
  const names = Object.keys(inputs).flatMap((path) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** @param {string} name */
function termsOf(name) {
  const folder = `node_modules/${name}`;
  const { license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8") : `${license}\n`;
  return `${LINE}\n${name} (${license})\n\n${text
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim()}\n`;
}

/**
 * NOTICE with the terms of what a build bundled, in place of those that it had.
 * @param {string} notice
 * @param {{ inputs: Readonly<Record<string, unknown>> }} meta
 */
export function noticeWith(notice, meta) {
  const [own = ""] = notice.split(TITLE);
  return `${[own.trimEnd(), "", TITLE, ...bundled(meta).map(termsOf)].join("\n").trimEnd()}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!existsSync(META)) throw new Error(`There is no ${META}: run \`npm run build\` first.`);
  writeFileSync(NOTICE, noticeWith(readFileSync(NOTICE, "utf8"), JSON.parse(readFileSync(META, "utf8"))));
}
