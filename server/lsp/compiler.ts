import { setFlagsFromString } from "node:v8";

/**
 * How much a function must have run before V8 optimises it. Reading a paragraph takes a little of each of many functions: by
 * default, over the first hundreds of keys V8 spends more on optimising them all than it takes to run them. To be said before
 * anything of ours has run, and once: V8 takes no change of heart well.
 */
setFlagsFromString("--interrupt-budget=1000000");
