import process from "node:process";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { type Case, cases } from "./case.ts";
import { smallest, violation } from "./violation.ts";

/** What to try, and where to say which case is being tried. */
export interface Wanted {
  readonly seed: number;
  /** Infinity where only time counts. */
  readonly most: number;
  /** Infinity where only the number of cases counts. */
  readonly minutes: number;
  /** Of the one case to try; null for all. */
  readonly path: string | null;
  /** The seed, and how many cases have been begun under it. */
  readonly now: Int32Array;
}

/** So many cases have a seed of their own, so that a failure ends no more than these. */
const BATCH = 500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Holds the invariants against one case after another, and names each failure with its least text.
 * @returns how many failed
 */
export async function hold({ seed: first, most, minutes, path, now }: Wanted): Promise<number> {
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 60_000;
  const property = fc.asyncProperty(cases, async (one) => {
    now[1]!++;
    return (await violation(one)) === null;
  });
  const failures = new Map<string, number>();
  let done = 0;
  say(`seed ${first}`);
  for (let seed = first; done < most && passed() < minutes; seed++) {
    now.set([seed, 0]);
    const numRuns = path === null ? Math.min(BATCH, most - done) : 1;
    const result = await fc.check(property, { seed, numRuns, endOnFailure: true, ...(path !== null && { path }) });
    done += result.numRuns;
    if (result.failed) {
      const invariant = await tell(result.counterexample![0], `--seed ${seed} --path ${result.counterexamplePath}`);
      failures.set(invariant, (failures.get(invariant) ?? 0) + 1);
    }
    // A thread prints when it comes to rest.
    await setImmediate();
    if ((seed - first) % 20 === 19) say(`${done} cases, ${passed().toFixed(1)} minutes`);
    if (path !== null) break;
  }
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  say(`${done} cases in ${passed().toFixed(1)} minutes with ${failed} failures; seed ${first}`);
  for (const [invariant, count] of failures) say(`  ${count} × ${invariant}`);
  return failed;
}

/** Says what a case breaks, with the least text that breaks it, and names the invariant. */
async function tell(one: Case, again: string): Promise<string> {
  const least = await smallest(one);
  const { invariant, error } = (await violation(least))!;
  say(`\n${invariant}\n  ${error.message.slice(0, 600)}`);
  say(`  case ${JSON.stringify(least)}`);
  say(`  again: npm run fuzz -- ${again}\n`);
  return invariant;
}
