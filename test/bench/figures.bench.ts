import { readdirSync, readFileSync } from "node:fs";
import { bench, describe } from "vitest";
import { scan } from "../../server/figures/scan.ts";
import { HOSTILE } from "../figures/hostile.ts";

const MEGABYTE = 1_000_000;
const seeds = new URL("../../seeds/", import.meta.url);
const prose = readdirSync(seeds)
  .map((name) => readFileSync(new URL(name, seeds), "utf8"))
  .join("\n");
const of = (length: number) => prose.repeat(Math.ceil(length / prose.length)).slice(0, length);

describe("figures of a report of 20,000 characters", () => {
  const report = of(20_000);
  bench("scan", () => void scan(report));
});

const TEXTS = {
  "official prose": of,
  "official prose on one line": (length: number) => of(length).replace(/\n/g, ""),
  ...HOSTILE,
};

/** The time for ten megabytes should be about ten times that for one. */
for (const [name, make] of Object.entries(TEXTS)) {
  describe(name, () => {
    for (const size of [1, 10]) {
      const text = make(size * MEGABYTE);
      bench(`${size} MB`, () => void scan(text), { iterations: 1, time: 0, warmupTime: 0, warmupIterations: 0 });
    }
  });
}
