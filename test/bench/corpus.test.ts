import { expect, test } from "vitest";
import { claimsOf } from "../../server/constraints/judge.ts";
import { analyse } from "../../server/report/report.ts";
import { report } from "./corpus.ts";

const paragraphs = (text: string): string[] => text.split("\n\n").filter((paragraph) => paragraph.length > 60);

test("the same seed gives the same report, and another one a report that has no paragraph of it", () => {
  expect(report(1, 20_000)).toBe(report(1, 20_000));
  const first = new Set(paragraphs(report(1, 20_000)));
  expect(paragraphs(report(2, 20_000)).filter((paragraph) => first.has(paragraph))).toEqual([]);
});

test("a long report is as long as it is to be, and says nothing twice", () => {
  const text = report(3, 500_000);
  expect(Math.abs(Buffer.byteLength(text) - 500_000)).toBeLessThan(3_000);
  expect(new Set(paragraphs(text)).size).toBe(paragraphs(text).length);
});

test("it is recognised as a report, and its figures hold together", () => {
  const { kind, paragraphs } = analyse(report(4, 100_000));
  expect(kind).toBe("work-summary");
  const claims = paragraphs.flatMap(({ paragraph }) => claimsOf(paragraph));
  expect(claims.filter(({ verdict }) => verdict === "proved").length).toBeGreaterThan(100);
  expect(claims.filter(({ verdict }) => verdict === "refuted")).toEqual([]);
});
