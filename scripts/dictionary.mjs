/**
 * Makes server/words/data.ts, the built-in dictionary, of jieba's and of our own terms.
 *
 *     node scripts/dictionary.mjs [jieba.dict.utf8]
 *
 * Without a path, jieba's dictionary is taken out of the npm package nodejieba. See NOTICE for its licence.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

const PACKAGE = "nodejieba@3.5.8";
const FILE = "package/submodules/cppjieba/dict/jieba.dict.utf8";
const TERMS = "server/words/terms.txt";
const DATA = "server/words/data.ts";

/** Rarer words do not pay: they make the dictionary larger, and the cuts hardly better. */
const FREQUENT = 50;
const CHINESE = /^[\u3007\u3400-\u4dbf\u4e00-\u9fff]{1,8}$/;
/** What a term of our own counts as at the least, however rare it is in jieba's texts. */
const TERM_FREQUENCY = 3700;

/**
 * Our parts of speech by jieba's, where it is not the same one or by its first letter.
 * @type {Readonly<Record<string, string>>}
 */
const POS = {
  ...{ j: "n", nz: "n", nrt: "nr", nrfg: "nr", mq: "m", s: "f", i: "l", z: "a", zg: "x", an: "n", ad: "a" },
  ...{ k: "u", h: "u", g: "n", o: "x", y: "u", e: "u", df: "v" },
};
const KEPT = new Set("x n v vn a d m q p c u t f ns nr nt r b l".split(" "));
/** @param {string} tag */
const posOf = (tag) => POS[tag] ?? [tag, tag.charAt(0)].find((pos) => KEPT.has(pos)) ?? "x";

/**
 * The rows of a file, each with a word and what is said of it.
 * @param {string} text
 * @returns {readonly (readonly [word: string, ...string[]])[]}
 */
const rowsOf = (text) =>
  text.split("\n").map((line) => {
    const [word = "", ...rest] = line.trim().split(" ");
    return [word, ...rest];
  });

function jiebaDictionary() {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  try {
    const packed = execFileSync("npm", ["pack", PACKAGE, "--silent"], { cwd: folder, encoding: "utf8" }).trim();
    execFileSync("tar", ["xzf", packed, FILE], { cwd: folder });
    return readFileSync(join(folder, FILE), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The lines of terms.txt, which says how they are written.
 * @param {string} text
 */
function termsOf(text) {
  const rows = rowsOf(text).filter(([word]) => word !== "" && !word.startsWith("#"));
  return {
    dropped: new Set(rows.filter(([word]) => word.startsWith("-")).map(([word]) => word.slice(1))),
    terms: rows.filter(([word]) => !word.startsWith("-")),
  };
}

async function encoder() {
  const [output] = buildSync({
    entryPoints: ["server/words/encode.ts"],
    bundle: true,
    format: "esm",
    write: false,
  }).outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(output?.contents ?? []).toString("base64")}`);
}

const [path] = process.argv.slice(2);
const jieba = rowsOf(path ? readFileSync(path, "utf8") : jiebaDictionary()).map(([word, count, tag]) => ({
  word,
  count: Number(count),
  pos: posOf(tag ?? "x"),
}));
const total = jieba.reduce((sum, { count }) => sum + (count || 0), 0);
const { dropped, terms } = termsOf(readFileSync(TERMS, "utf8"));

const words = new Map();
for (const { word, count, pos } of jieba) {
  if (count >= FREQUENT && CHINESE.test(word) && !dropped.has(word)) words.set(word, { count, pos });
}
for (const [word, pos = "n", count = TERM_FREQUENCY] of terms) {
  words.set(word, { pos, count: Math.max(Number(count), words.get(word)?.count ?? 0) });
}

const { encode } = await encoder();
/** @param {number} count */
const costOf = (count) => Math.min(255, Math.round(16 * Math.log(total / count)));
const bytes = encode([...words].map(([word, { count, pos }]) => ({ word, pos, cost: costOf(count) })));
writeFileSync(
  DATA,
  `/** Made by scripts/dictionary.mjs, to be made again and not edited: ${words.size} words as \`trie.ts\` reads them, in base64. */
export const data =
  "${Buffer.from(bytes).toString("base64")}";
`,
);
console.log(`${words.size} words, ${terms.length} of them our own terms: ${bytes.length} bytes`);
