import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linted, loud } from "./lint.ts";

const paragraphs = readFileSync(new URL("prose.txt", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean);

/** Sound paragraphs of many departments, each a piece of a report by itself. */
test.each(paragraphs)("no error and no warning: %s", (text) => {
  const result = linted(text);
  expect(result.failures).toEqual([]);
  expect(loud(text, result).map(({ told }) => told)).toEqual([]);
});
