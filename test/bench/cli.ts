import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { report } from "./corpus.ts";
import { megabytes, milliseconds, table, times } from "./table.ts";
import { type Program, quantile, type Run, run } from "./usage.ts";

/** What is checked: a file or a folder, by the name that it has in the folder of all of them. */
interface Corpus {
  readonly name: string;
  readonly place: string;
  write(folder: string): void;
}

const KB = 1000;

const file = (name: string, seed: number, bytes: number): Corpus => ({
  name,
  place: `${name.replace(/ /g, "-")}.md`,
  write(folder) {
    writeFileSync(join(folder, this.place), report(seed, bytes));
  },
});

const many = (count: number): Corpus => ({
  name: `${count} files`,
  place: `${count}-files`,
  write(folder) {
    mkdirSync(join(folder, this.place), { recursive: true });
    for (let i = 0; i < count; i++)
      writeFileSync(join(folder, this.place, `${String(i).padStart(3, "0")}.md`), report(1000 + i, 10 * KB));
  },
});

const [ONE, LARGE] = [file("one report", 1, 10 * KB), file("1 MB", 2, 1000 * KB)];
const CORPORA = { quick: [ONE, LARGE, many(50)], full: [ONE, LARGE, many(500), file("10 MB", 3, 10_000 * KB)] };

const whole = (place: string): string => (place.endsWith(".md") ? place : `${place}/*.md`);

/** @param peers where the packages of others lie; null where there are none */
const programs = (root: string, peers: string | null): readonly Program[] => [
  { name: "govreport", args: (place) => [join(root, "dist/govreport.cjs"), "check", "--fail-on", "never", place] },
  { name: "node -e 0", args: () => ["-e", "0"] },
  { name: "floor", args: (place) => [join(root, "test/bench/floor.cjs"), place] },
  ...(peers === null
    ? []
    : [
        {
          name: BESIDE,
          abrupt: true,
          args: (place: string) => [join(peers, "autocorrect-node/cli.js"), "--lint", place],
        },
        { name: "zhlint", args: (place: string) => [join(peers, "zhlint/bin/index.js"), whole(place)] },
        {
          name: "textlint",
          args: (place: string) => [
            join(peers, "textlint/bin/textlint.js"),
            "--config",
            join(peers, "../textlint.json"),
            "--rules-base-directory",
            peers,
            whole(place),
          ],
        },
        {
          name: "markdownlint-cli2",
          args: (place: string) => [join(peers, "markdownlint-cli2/markdownlint-cli2-bin.mjs"), whole(place)],
        },
      ]),
];

/** What all are held against. */
const BESIDE = "autocorrect-node";

/** Nobody is waited for any longer, in milliseconds; who takes more CPU time than the second is not asked again. */
const [PATIENCE, LONG] = [300_000, 5_000];

export interface CliFigures {
  readonly corpus: string;
  readonly program: string;
  /** Medians over the runs, as of `Run`; null where there was none that ended well. */
  readonly cpu: number | null;
  readonly wall: number | null;
  readonly peak: number | null;
  /** CPU time by that of autocorrect on the same corpus. */
  readonly ratio: number | null;
  readonly runs: number;
}

/**
 * Runs each program over each corpus, by turns, so that what else the machine does falls on all alike.
 * @param scratch a folder of its own
 */
export async function measureCli(
  { root, scratch, peers, quick }: { root: string; scratch: string; peers: string | null; quick: boolean },
  rounds: number,
): Promise<readonly CliFigures[]> {
  const probe = join(root, "test/bench/probe.cjs");
  const figures: CliFigures[] = [];
  for (const corpus of CORPORA[quick ? "quick" : "full"]) {
    corpus.write(scratch);
    const runs = new Map<string, (Run | null)[]>();
    for (let round = 0; round < rounds; round++)
      for (const program of programs(root, peers)) {
        const { name } = program;
        const before = runs.get(name) ?? [];
        const last = before.at(-1);
        if (last === null || (last && last.cpu > LONG)) continue;
        runs.set(name, [...before, await run(program, corpus.place, { cwd: scratch, probe, timeout: PATIENCE })]);
      }
    const median = (program: string, of: keyof Run): number | null => {
      const ended = (runs.get(program) ?? []).filter((run) => run !== null);
      return ended.length > 0
        ? quantile(
            ended.map((run) => run[of]),
            0.5,
          )
        : null;
    };
    const beside = median(BESIDE, "cpu");
    const own = [...runs].map(([program, all]): CliFigures => {
      const cpu = median(program, "cpu");
      return {
        corpus: corpus.name,
        program,
        cpu,
        wall: median(program, "wall"),
        peak: median(program, "peak"),
        ratio: cpu === null || beside === null ? null : cpu / beside,
        runs: all.length,
      };
    });
    figures.push(...own);
    console.log(`\n${corpus.name}\n${cliTable(own)}`);
  }
  return figures;
}

const shown = (value: number | null, as: (value: number) => string): string => (value === null ? "—" : as(value));

const cliTable = (figures: readonly CliFigures[]): string =>
  table(
    ["program", "CPU", `÷ ${BESIDE}`, "wall", "peak memory", "runs"],
    figures.map(({ program, cpu, ratio, wall, peak, runs }) => [
      program,
      shown(cpu, milliseconds),
      shown(ratio, times),
      shown(wall, milliseconds),
      shown(peak, megabytes),
      String(runs),
    ]),
  );
