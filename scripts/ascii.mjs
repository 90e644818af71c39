/**
 * Writes a bundle in ASCII alone, so that a program can be read at a byte a character. esbuild escapes what stands in
 * strings and leaves the letters of regular expressions, which mean the same when escaped.
 *
 *     node scripts/ascii.mjs dist/cli.cjs
 */
import { readFileSync, writeFileSync } from "node:fs";

/** @param {string} unit */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

for (const path of process.argv.slice(2))
  writeFileSync(path, readFileSync(path, "utf8").replace(/[^\0-\x7f]/g, escaped));
