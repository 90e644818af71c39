import { statSync } from "node:fs";

/** The bytes from which on it pays to have V8 optimise the program. */
const PAYS_FROM = 128 * 1024;

/**
 * Whether a command line asks for so little that it is done before V8's optimiser has earned the time that it takes
 * from the start: some files are named, no folder, and together they are small.
 */
export function isBrief(argv: readonly string[]): boolean {
  const named = argv.flatMap((word) => statSync(word, { throwIfNoEntry: false }) ?? []);
  return (
    named.length > 0 &&
    named.every((about) => about.isFile()) &&
    named.reduce((sum, { size }) => sum + size, 0) < PAYS_FROM
  );
}
