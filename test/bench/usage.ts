import { type ChildProcess, spawn } from "node:child_process";

/** What a process has used up: milliseconds of CPU time (user and system, all threads) and bytes of memory at most. */
export interface Usage {
  readonly cpu: number;
  readonly peak: number;
}

export interface Run extends Usage {
  /** Milliseconds from start to end. */
  readonly wall: number;
}

export interface Program {
  readonly name: string;
  /** The command line by which it checks a place. */
  args(place: string): readonly string[];
  /** Whether native code ends it, so that it has to be asked every few milliseconds. */
  readonly abrupt?: boolean;
}

const EVERY = "3";

/** Runs a program of Node over a place to its end; null where it was not done in time or never told what it used. */
export async function run(
  { args, abrupt }: Program,
  place: string,
  { cwd, probe, timeout }: { cwd: string; probe: string; timeout: number },
): Promise<Run | null> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--require", probe, ...args(place)], {
    cwd,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    timeout,
    killSignal: "SIGKILL",
    env: { ...process.env, ...(abrupt && { PROBE_EVERY: EVERY }) },
  });
  let told = "";
  child.stdio[3]!.on("data", (data: Buffer) => {
    told += data.toString();
  });
  const signal = await new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
  const last = told.trimEnd().split("\n").at(-1);
  return !last || signal !== null ? null : { ...(JSON.parse(last) as Usage), wall: performance.now() - begun };
}

/** What a process that goes on has used so far; `heap` is what it holds in bytes once garbage has been collected. */
export const askUsage = (child: ChildProcess): Promise<Usage & { readonly heap: number }> =>
  new Promise((resolve) => {
    child.once("message", (usage) => resolve(usage as Usage & { readonly heap: number }));
    child.send("usage");
  });

/** The value that so large a share of all are below: 0.5 for the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
