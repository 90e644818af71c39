import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../server/lint/diagnostic.ts";
import { lint } from "../server/lint/run.ts";
import { analyse } from "../server/report/report.ts";
import { rules } from "../server/rules/index.ts";
import { overlaps } from "../server/text/span.ts";
import { inForce } from "./kit.ts";
import { isAtHand, published } from "./published.ts";

interface Label {
  readonly id: string;
  readonly doc: string;
  readonly start: number;
  readonly snippet: string;
  readonly level: "definite" | "probable" | "hint";
  readonly rule: string | null;
}

/** Rules that speak once for a whole document are matched by their id alone. */
const DOCUMENT_WIDE = new Set(["punctuation/half-width", "punctuation/spacing"]);

const active = inForce(rules.filter(({ preview }) => !preview));

describe.runIf(isAtHand)("the labelled faults of published reports", () => {
  const labels = (isAtHand ? readFileSync(new URL("gold/findings.jsonl", published), "utf8") : "")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Label)
    .filter(({ rule }) => rule !== null);
  const texts = new Map(
    [...new Set(labels.map(({ doc }) => doc))].map((doc) => [
      doc,
      readFileSync(new URL(`corpus/${doc}`, published), "utf8"),
    ]),
  );
  const found = new Map([...texts].map(([doc, text]) => [doc, lint(analyse(text), active).diagnostics]));
  const bears = (label: Label, { rule, span }: Diagnostic): boolean =>
    rule === label.rule &&
    (DOCUMENT_WIDE.has(rule) || overlaps(span, { start: label.start, end: label.start + label.snippet.length }));

  test.each([
    ["definite", 0.95],
    ["probable", 0.75],
    ["hint", 0.7],
  ] as const)("%s: at least %f are found", (level, bar) => {
    const wanted = labels.filter((label) => label.level === level);
    const missed = wanted.filter((label) => !found.get(label.doc)!.some((diagnostic) => bears(label, diagnostic)));
    const share = 1 - missed.length / wanted.length;
    expect(share, missed.map(({ id, rule, snippet }) => `${id} ${rule} ${snippet}`).join("\n")).toBeGreaterThanOrEqual(
      bar,
    );
  });

  test("at most one error or warning in 10,000 characters is borne out by no label", () => {
    const extra = [...found].flatMap(([doc, diagnostics]) =>
      diagnostics
        .filter(({ severity }) => severity === "error" || severity === "warning")
        .filter((diagnostic) => !labels.some((label) => label.doc === doc && bears(label, diagnostic)))
        .map(({ rule, span }) => `${doc} ${rule} ${texts.get(doc)!.slice(span.start, span.end)}`),
    );
    const characters = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
    expect(extra.length, extra.join("\n")).toBeLessThanOrEqual(characters / 10_000);
  });
});
