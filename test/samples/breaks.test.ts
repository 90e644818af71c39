import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { overlaps } from "../../server/text/span.ts";
import { type Broken, breaks, isFlat } from "./breaks.ts";
import { linted, loud, placesOf } from "./lint.ts";

const at = (path: string) => new URL(path, import.meta.url);

const reports = readdirSync(at("sound")).map((name) => ({ name, text: readFileSync(at(`sound/${name}`), "utf8") }));

/** What a sound report may still be told: the flattened one has its headings in the middle of a line. */
const FLATTENED = "structure/run-in-heading";

/** As many of the ways to make a break as are tried in one report, spread over it. */
const TRIED = 2;
const spread = (made: readonly Broken[]): readonly Broken[] =>
  made.length <= TRIED
    ? made
    : Array.from({ length: TRIED }, (_, i) => made[Math.floor(((2 * i + 1) * made.length) / (2 * TRIED))]!);

describe("a sound report", () => {
  test.each(reports)("$name gets no error and no warning", ({ name, text }) => {
    const result = linted(text, name);
    expect(result.failures).toEqual([]);
    const told = loud(text, result).filter(({ rule }) => !(isFlat(text) && rule === FLATTENED));
    expect(told.map(({ told }) => told)).toEqual([]);
  });
});

describe("a sound report with one fault put into it", () => {
  const tries = reports.flatMap(({ name, text }) => {
    const { report } = linted(text, name);
    return breaks.flatMap(({ name: fault, rule, make }) =>
      spread(make(report)).map((broken) => ({ name, report, fault, rule, ...broken })),
    );
  });

  test.each(reports)("$name is broken in at least fifteen ways", ({ name }) => {
    expect(new Set(tries.filter((one) => one.name === name).map(({ fault }) => fault)).size).toBeGreaterThanOrEqual(15);
  });

  test("is found by the right rule in the right place, 97 times in a hundred", () => {
    const missed = tries.filter(
      ({ name, report, rule, text, place }) =>
        !linted(text, name, report).diagnostics.some(
          (found) => found.rule === rule && placesOf(found).some((at) => overlaps(at, place)),
        ),
    );
    const told = missed.map(({ name, fault, rule, text, place }) => {
      const around = text
        .slice(Math.max(0, place.start - 12), place.end + 12)
        .replaceAll("\n", "⏎")
        .slice(0, 90);
      return `${rule}: ${fault} — ${name}: ${around}`;
    });
    expect(1 - missed.length / tries.length, told.join("\n")).toBeGreaterThanOrEqual(0.97);
  });
});
