import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { overlaps } from "../../server/text/span.ts";
import { unmark } from "../kit.ts";
import { linted, placesOf } from "./lint.ts";

const faults = readFileSync(new URL("faults.txt", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => line.split("\t") as [rule: string, marked: string]);

/** One fault a sentence, as writers make them: the rule that must find it, and the sentence with the place in ⟦ ⟧. */
test.each(faults)("%s: %s", (rule, marked) => {
  const { text, spans } = unmark(marked);
  const { diagnostics, failures } = linted(text);
  expect(failures).toEqual([]);
  const found = diagnostics.filter((told) => placesOf(told).some((at) => spans.some((place) => overlaps(at, place))));
  expect(found.map((diagnostic) => diagnostic.rule)).toContain(rule);
});
