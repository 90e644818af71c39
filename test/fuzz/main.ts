import process from "node:process";
import { parseArgs } from "node:util";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import type { Wanted } from "./hold.ts";

const HELP = `npm run fuzz -- [--minutes N] [--cases N] [--seed S] [--path P]

Holds the invariants of test/fuzz/invariants.ts against random drafts, for so many minutes (1 if nothing is said) or so
many cases. The same seed gives the same cases; a seed with a path gives the very case that failed.
`;

/** A case that takes longer is taken for one that never ends; the slowest takes a second or two. */
const PATIENCE = 60_000;

if (isMainThread) watch(asked());
else {
  const { hold } = await import("./hold.ts");
  process.exitCode = (await hold(workerData as Wanted)) > 0 ? 1 : 0;
}

function asked(): Wanted {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    options: { minutes: option, cases: option, seed: option, path: option, help: { type: "boolean" } },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
  const most = Number(values.cases ?? Number.POSITIVE_INFINITY);
  const minutes = Number(values.minutes ?? (values.cases === undefined ? 1 : Number.POSITIVE_INFINITY));
  if (values.help || [seed, most, minutes].some(Number.isNaN)) {
    process.stdout.write(HELP);
    process.exit(values.help ? 0 : 2);
  }
  return { seed, most, minutes, path: values.path ?? null, now: new Int32Array(new SharedArrayBuffer(8)) };
}

/** Lets a thread try the cases, and ends it where one of them does not come to an end. */
function watch(wanted: Wanted): void {
  const worker = new Worker(new URL(import.meta.url), { workerData: wanted });
  let seen = "";
  const timer = setInterval(() => {
    const [seed, begun] = wanted.now as unknown as [number, number];
    if (seen === `${seed} ${begun}` && begun > 0) {
      const path = wanted.path ?? begun - 1;
      process.stdout.write(`\nno end after a minute\n  again: npm run fuzz -- --seed ${seed} --path ${path}\n`);
      process.exit(1);
    }
    seen = `${seed} ${begun}`;
  }, PATIENCE);
  worker.on("error", (error) => {
    throw error;
  });
  worker.on("exit", (code) => {
    clearInterval(timer);
    process.exitCode = code;
  });
}
