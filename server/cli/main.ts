#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { writeWhole } from "../disk/write.ts";
import { isBrief } from "./brief.ts";

/**
 * What V8 is told before anything of ours has run, and never again: it takes no change of heart well. A run over a few
 * small files is over before its optimiser has earned the time that it takes. In a long one many functions do a little
 * each: by default V8 spends more on optimising them all than a folder of drafts takes.
 */
const FLAGS = {
  brief: ["--no-opt", "--no-regexp-tier-up"],
  long: ["--interrupt-budget=1500000"],
} as const satisfies Record<string, readonly string[]>;

// What V8 makes of the program is kept beside it, as otherwise a third of a start goes into compiling. It is made from
// a run (`--make-cache brief` and any command line), and for the flags of that run; what another version of V8 made is
// passed over.
const making = process.argv[2] === "--make-cache";
const [, made] = making ? process.argv.splice(2, 2) : [];
const kind = made === "brief" || (!making && isBrief(process.argv.slice(3))) ? "brief" : "long";
const program = `${__dirname}/cli.cjs`;
const cache = `${__dirname}/${kind}.cache`;
for (const flag of FLAGS[kind]) setFlagsFromString(flag);

// The build writes ASCII, which is read and kept at a byte a character.
const source = readFileSync(program, "latin1");
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
  filename: program,
  ...(!making && existsSync(cache) && { cachedData: readFileSync(cache) }),
});
script.runInThisContext()(exports, require, module, program, __dirname);
if (making) process.on("exit", () => writeWhole(cache, script.createCachedData()));
