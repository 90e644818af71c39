import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../server/figures/figure.ts";
import { scan } from "../../server/figures/scan.ts";
import { isAtHand, published } from "../published.ts";

const gold = new URL("gold/figures.jsonl", published);

interface Row {
  readonly doc: string;
  readonly start: number;
  readonly digits: string;
  readonly kind: string;
  readonly unit?: string | null;
  readonly value?: number | null;
}

describe.runIf(isAtHand)("labelled figures", () => {
  const rows: readonly Row[] = isAtHand
    ? readFileSync(gold, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  const texts = new Map<string, string>();
  const readings = new Map<string, readonly Figure[]>();
  for (const { doc } of rows) {
    if (texts.has(doc)) continue;
    texts.set(doc, readFileSync(new URL(`corpus/${doc}`, published), "utf8"));
    readings.set(doc, scan(texts.get(doc)!));
  }

  /** The rows that are read otherwise than labelled, as lines to look at. */
  const wrong = (differs: (figure: Figure | undefined, row: Row) => boolean): string[] =>
    rows
      .map((row) => ({
        row,
        figure: readings.get(row.doc)!.find(({ span }) => span.start <= row.start && row.start < span.end),
      }))
      .filter(({ row, figure }) => differs(figure, row))
      .map(
        ({ row, figure }) =>
          `${texts.get(row.doc)!.slice(Math.max(0, row.start - 12), row.start + 16)} | ${row.kind} ${row.unit} ${row.value} | ${figure?.kind} ${figure?.unit} ${figure?.value}`,
      );

  test.each([
    ["kind", (figure: Figure | undefined, row: Row) => figure?.kind !== row.kind],
    ["unit", (figure: Figure | undefined, row: Row) => row.unit !== undefined && figure?.unit !== row.unit],
    ["value", (figure: Figure | undefined, row: Row) => row.value !== undefined && figure?.value !== row.value],
  ] as const)("%s agrees with the labels", (_, differs) => {
    const misses = wrong(differs);
    expect(misses.length, misses.join("\n")).toBeLessThanOrEqual(rows.length / 100);
  });
});
