import { expect, test } from "vitest";
import { claimsOf } from "../server/constraints/judge.ts";
import { scan } from "../server/figures/scan.ts";
import { lint } from "../server/lint/run.ts";
import { analyse } from "../server/report/report.ts";
import { statementsOf } from "../server/statements/statement.ts";
import { tokensOf } from "../server/statements/tokens.ts";
import { PARAGRAPHS } from "./families.ts";
import { inForce } from "./kit.ts";

const active = inForce();
const report = (text: string) => analyse(text, { declared: true });
const paragraphs = (text: string) => report(text).paragraphs.map(({ paragraph }) => paragraph);

/** What is done with a text, each with what it takes from the one before. */
const STAGES: Readonly<Record<string, (text: string) => () => unknown>> = {
  scan: (text) => () => scan(text),
  analyse: (text) => () => report(text),
  tokens: (text) => {
    const all = paragraphs(text);
    return () => all.map(tokensOf);
  },
  statements: (text) => {
    const all = paragraphs(text);
    all.map(tokensOf);
    return () => all.map(statementsOf);
  },
  claims: (text) => {
    const all = paragraphs(text);
    all.map(statementsOf);
    return () => all.map(claimsOf);
  },
  lint: (text) => {
    const whole = report(text);
    whole.paragraphs.map(({ paragraph }) => claimsOf(paragraph));
    return () => lint(whole, active);
  },
};

const SHORT = 4_000;
const TRIES = 4;
/** No stage that is linear takes so many milliseconds for a short text; one that is not need not be waited for. */
const PATIENCE = 800;
/** Twice the text may take twice the time; what quadratic time would take is four times. */
const MOST = 3;
/** Below this many milliseconds the clock and the collector weigh more than the text. */
const NOTHING = 12;
/** From so many on, they weigh nothing, and one try is enough. */
const MUCH = 400;

/** The least time in milliseconds of several tries, none of which finds anything remembered of the text. */
function least(stage: (text: string) => () => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES && best > NOTHING / 4 && (i === 0 || best < MUCH); i++) {
    const run = stage(text);
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** How many times as long a stage takes for twice as long a text; 0 where both take next to nothing. */
function growth(stage: (text: string) => () => unknown, make: (length: number) => string, length: number): number {
  let [half, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // A busy machine may slow one of them down, and again: only what is always slower is.
  for (let i = 0; i < TRIES; i++) {
    half = Math.min(half, least(stage, make(length)));
    whole = Math.min(whole, least(stage, make(2 * length)));
    if (whole < NOTHING) return 0;
    if (whole / half <= MOST || half > MUCH) break;
  }
  return whole / half;
}

test.each(
  Object.entries(PARAGRAPHS).flatMap(([name, make]) =>
    Object.entries(STAGES).map(([stage, run]) => [name, stage, make, run] as const),
  ),
)("%s: %s", { timeout: 120_000 }, (_, __, make, stage) => {
  expect(least(stage, make(SHORT))).toBeLessThan(PATIENCE);
  const grown = growth(stage, make, 2 * SHORT);
  // What grows too fast does so at every length; what the collector took at one it does not take at the next.
  expect(grown <= MOST ? grown : growth(stage, make, 4 * SHORT)).toBeLessThanOrEqual(MOST);
});
