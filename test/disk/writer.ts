import { join } from "node:path";
import { buildSync } from "esbuild";

/** What the program writes, in turn: as long as a large baseline. */
export const CONTENTS: readonly string[] = ["甲", "乙"].map((letter) => letter.repeat(1_000_000));

/**
 * A program that writes one content after the other into the file named, until it is killed; with `once`, the first.
 * It says a line when it has begun. @returns its path
 */
export function bundled(folder: string): string {
  const outfile = join(folder, "writer.cjs");
  buildSync({
    stdin: {
      contents: `
        import { writeWhole } from "./server/disk/write.ts";
        const [, , file, once] = process.argv;
        const contents = ["甲", "乙"].map((letter) => letter.repeat(1_000_000));
        console.log("begun");
        for (let i = 0; i === 0 || !once; i++) writeWhole(file, contents[i % 2]);`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile,
    logLevel: "error",
  });
  return outfile;
}
