import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../server/lint/run.ts";
import { analyse } from "../server/report/report.ts";
import { rules } from "../server/rules/index.ts";
import { parse } from "../server/syntax/parse.ts";
import { inForce } from "./kit.ts";
import { thorough } from "./thorough.ts";

const seeds = new URL("../seeds/", import.meta.url);
const drafts = readdirSync(seeds)
  .filter((name) => /\.(txt|md|govreport)$/.test(name) && !name.startsWith("README"))
  .map((name) => readFileSync(new URL(name, seeds), "utf8"));

const active = inForce();

/** Pieces that change how a text is cut, next to ones that do not. */
const piece = fc.constantFrom(
  "",
  "\n",
  "\r\n",
  "。",
  "，",
  "一、",
  "（二）",
  "1.",
  "一是",
  " ",
  "12件",
  "其中",
  "98%",
  "“",
  "”",
  "《",
  "|",
  "##paidbegin##",
  "XX区",
  "同比增长",
  "# ",
  "\ud83d",
  "０",
  "：",
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat({ max: 40 }), insert: piece });

const apply = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }) => {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
};

test("the blocks of any text are the text", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      let at = 0;
      for (const { block, start } of parse(text).blocks) {
        expect(start).toBe(at);
        at += block.text.length;
      }
      expect(
        parse(text)
          .blocks.map(({ block }) => block.text)
          .join(""),
      ).toBe(text);
    }),
    { numRuns: thorough ? 500 : 200, seed: 1 },
  );
});

test("what an edited draft yields never depends on the edits that led to it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...drafts), fc.array(edit, { minLength: 1, maxLength: 6 }), (draft, edits) => {
      let text = draft;
      let report = analyse(text, { declared: true });
      for (const change of edits) {
        text = apply(text, change);
        report = analyse(text, { declared: true, previous: report });
        // What the rules remember of this version must not show in the next.
        lint(report, active);
      }
      const cold = analyse(text, { declared: true });
      expect(report.blocks).toEqual(cold.blocks);
      expect(lint(report, active)).toEqual(
        lint(
          cold,
          active.map((entry) => ({ ...entry })),
        ),
      );
    }),
    { numRuns: thorough ? 60 : 25, seed: 1 },
  );
});

test("a paragraph that an edit does not touch stays the same object", () => {
  const draft = drafts.reduce((a, b) => (b.length > a.length ? b : a));
  const before = analyse(draft);
  const after = analyse(`新增一段。\n${draft}`, { previous: before });
  const known = new Set(before.blocks.map(({ block }) => block));
  expect(after.blocks.filter(({ block }) => !known.has(block)).length).toBe(1);
});

test("the findings do not depend on the order of the rules", () => {
  for (const draft of drafts) {
    const report = analyse(draft);
    expect(lint(report, [...active].reverse()).diagnostics).toEqual(lint(report, active).diagnostics);
  }
});

test("a rule that throws is named, and the others go on", () => {
  const rule = rules.find(({ id }) => id === "structure/numbering")!;
  const broken = {
    ...rule,
    id: "structure/broken",
    check: () => {
      throw new Error("broken");
    },
  };
  const entries = [broken, rule].map((each) => ({
    rule: each as typeof rule,
    severity: each.severity,
    options: {},
    pinned: false,
  }));
  const { diagnostics, failures } = lint(analyse("一、甲\n二、乙\n四、丙\n", { declared: true }), entries);
  expect(failures.map((failure) => failure.rule)).toEqual(["structure/broken"]);
  expect(diagnostics.length).toBe(1);
});
