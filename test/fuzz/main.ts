import process from "node:process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { type Case, cases } from "./case.ts";
import { smallest, violation } from "./violation.ts";

const HELP = `npm run fuzz -- [--minutes N] [--cases N] [--seed S] [--path P]

Holds the invariants of test/fuzz/invariants.ts against random drafts, for so many minutes (1 if nothing is said) or so
many cases. The same seed gives the same cases; a seed with a path gives the very case that failed.
`;

/** So many cases have a seed of their own, so that a failure ends no more than these. */
const BATCH = 500;

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    cases: { type: "string" },
    seed: { type: "string" },
    path: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit();
}

const first = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const most = values.cases === undefined ? Number.POSITIVE_INFINITY : Number(values.cases);
const minutes = Number(values.minutes ?? (values.cases === undefined ? 1 : Number.POSITIVE_INFINITY));
if ([first, most, minutes].some(Number.isNaN)) throw new Error(HELP);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`seed ${first}`);

const property = fc.asyncProperty(cases, async (one) => (await violation(one)) === null);

const began = performance.now();
const passed = (): number => (performance.now() - began) / 60_000;
const failures = new Map<string, number>();
let done = 0;
for (let seed = first; done < most && passed() < minutes; seed++) {
  const result = await fc.check(property, {
    seed,
    endOnFailure: true,
    numRuns: values.path === undefined ? Math.min(BATCH, most - done) : 1,
    ...(values.path !== undefined && { path: values.path }),
  });
  done += result.numRuns;
  if (result.failed) await tell(result.counterexample![0], `--seed ${result.seed} --path ${result.counterexamplePath}`);
  if ((seed - first) % 20 === 19) say(`${done} cases, ${passed().toFixed(1)} minutes`);
  if (values.path !== undefined) break;
}
const broken = [...failures.values()].reduce((sum, count) => sum + count, 0);
say(`${done} cases in ${passed().toFixed(1)} minutes with ${broken} failures; seed ${first}`);
for (const [invariant, count] of failures) say(`  ${count} × ${invariant}`);
process.exitCode = broken > 0 ? 1 : 0;

/** Names what a case breaks, with the least text that breaks it. */
async function tell(one: Case, again: string): Promise<void> {
  const least = await smallest(one);
  const { invariant, error } = (await violation(least))!;
  failures.set(invariant, (failures.get(invariant) ?? 0) + 1);
  say(`\n${invariant}\n  ${error.message.slice(0, 600)}`);
  say(`  case ${JSON.stringify(least)}`);
  say(`  again: npm run fuzz -- ${again}\n`);
}
