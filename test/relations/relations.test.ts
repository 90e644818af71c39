import fc from "fast-check";
import { expect, test } from "vitest";
import { forms, type Sample } from "./sentences.ts";
import { told } from "./told.ts";

const RUNS = Number(process.env.RUNS ?? 400);
const SEED = 20240615;

function measure(samples: readonly Sample[]) {
  const missed: string[] = [];
  const alarmed: string[] = [];
  let wrong = 0;
  for (const sample of samples) {
    const found = told(sample.text);
    if (sample.wrong) wrong++;
    if (sample.wrong && !found.some(({ rule }) => sample.rules.includes(rule)))
      missed.push(`${sample.form}: ${sample.text}`);
    if (!sample.wrong && found.length)
      alarmed.push(`${sample.form}: ${sample.text} ${found[0]!.rule} ${found[0]!.message.zh}`);
    for (const { message } of found) expect(message.zh).not.toMatch(/NaN|Infinity|undefined/);
  }
  return { missed, alarmed, wrong, right: samples.length - wrong };
}

/** How many of a hundred slips may go untold, relation by relation, as measured: one slip that several would explain is left open. */
const MISSED = [16, 15, 17, 4, 5, 6, 0, 28, 1, 0];

test.each(forms.map((form, i) => [i, form] as const))("relation %i: wrong is found, right is silent", (i, form) => {
  const { missed, alarmed, wrong, right } = measure(fc.sample(form, { numRuns: RUNS, seed: SEED }));
  expect(alarmed.length / Math.max(1, right), alarmed.slice(0, 12).join("\n")).toBeLessThanOrEqual(0.005);
  expect((100 * missed.length) / Math.max(1, wrong), missed.slice(0, 12).join("\n")).toBeLessThanOrEqual(MISSED[i]!);
});
