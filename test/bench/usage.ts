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

/** Runs a program of Node to its end; null where it was not done in time or broke before it could tell what it used. */
export async function run(args: readonly string[], cwd: string, probe: string, timeout: number): Promise<Run | null> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--require", probe, ...args], {
    cwd,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    timeout,
    killSignal: "SIGKILL",
  });
  let told = "";
  child.stdio[3]!.on("data", (data: Buffer) => {
    told += data.toString();
  });
  await new Promise((resolve) => child.on("close", resolve));
  return told === "" ? null : { ...(JSON.parse(told) as Usage), wall: performance.now() - begun };
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
