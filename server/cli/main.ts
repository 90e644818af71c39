#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { writeWhole } from "../disk/write.ts";
import { isBrief } from "./brief.ts";

// What V8 makes of the program is kept beside it, as otherwise a third of a start goes into compiling. It is made from
// a run (`--make-cache` and any command line); what another version of V8 made is passed over.
const program = `${__dirname}/cli.cjs`;
const cache = `${__dirname}/cli.cache`;
const making = process.argv[2] === "--make-cache";
if (making) process.argv.splice(2, 1);

// Set before anything of ours has run, and never again: V8 takes no change of heart well. The cache goes with the flags.
if (making || isBrief(process.argv.slice(3))) {
  setFlagsFromString("--no-opt");
  setFlagsFromString("--no-regexp-tier-up");
} else {
  // Many functions do a little each: by default V8 spends more on optimising them all than a folder of drafts takes.
  setFlagsFromString("--interrupt-budget=1000000");
}

const source = readFileSync(program, "utf8");
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
  filename: program,
  ...(!making && existsSync(cache) && { cachedData: readFileSync(cache) }),
});
script.runInThisContext()(exports, require, module, program, __dirname);
if (making) process.on("exit", () => writeWhole(cache, script.createCachedData()));
