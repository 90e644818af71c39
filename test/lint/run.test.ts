import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { activeRules } from "../../server/config/active.ts";
import { resolve } from "../../server/config/settings.ts";
import type { Diagnostic } from "../../server/lint/diagnostic.ts";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";
import type { AnyRule, Rule } from "../../server/rules/rule.ts";
import { say } from "../../server/text/message.ts";
import { type Span, span } from "../../server/text/span.ts";

const { settings } = resolve({});
const samples = readdirSync("seeds").map((name) => [name, readFileSync(`seeds/${name}`, "utf8")] as const);

/** Whether one finding may stand before another: by where it begins, where it ends, and the name of its rule. */
function inOrder(a: Diagnostic, b: Diagnostic): boolean {
  if (a.span.start !== b.span.start) return a.span.start < b.span.start;
  if (a.span.end !== b.span.end) return a.span.end < b.span.end;
  return a.rule <= b.rule;
}

describe.each(samples)("%s", (_, text) => {
  const report = analyse(text, { declared: true });
  const active = activeRules(settings, report.kind, null);
  const found = lint(report, active);

  test("the order of the rules makes no difference", () => {
    expect(lint(report, active.toReversed())).toEqual(found);
  });

  test("findings stand in the order of the text, within it, and no rule fails", () => {
    expect(found.failures).toEqual([]);
    for (const [i, diagnostic] of found.diagnostics.slice(1).entries())
      expect(inOrder(found.diagnostics[i]!, diagnostic)).toBe(true);
    for (const { span, related, fixes } of found.diagnostics)
      for (const { start, end } of [
        span,
        ...related.map((one) => one.span),
        ...fixes.flatMap(({ edits }) => edits.map((one) => one.span)),
      ])
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
  });
});

test("findings stand in one order, in whatever order their rules yield them", () => {
  const text = "甲乙丙丁";
  const spans = [span(2, 3), span(0, 2), span(3, 4), span(0, 1), span(1, 4)];
  const yielding = (id: string, scope: "paragraph" | "document", places: readonly Span[]) => {
    const check = () => places.map((place, i) => ({ span: place, message: say(`${i}`, `${i}`) }));
    const { needs: _, ...rule } = rules.find((rule) => rule.scope === scope)!;
    return {
      rule: { ...rule, id, check } as unknown as AnyRule,
      severity: "warning",
      options: {},
      pinned: false,
    } as const;
  };
  const active = [
    yielding("c", "paragraph", spans),
    yielding("b", "document", spans.toReversed()),
    // Two findings of one rule at one place stay as it yields them.
    yielding("a", "document", [span(0, 2), span(0, 2)]),
  ];
  const { diagnostics } = lint(analyse(text, { declared: true }), active);
  expect(diagnostics.map(({ rule, span }) => `${span.start}-${span.end} ${rule}`)).toEqual(
    "0-1 b,0-1 c,0-2 a,0-2 a,0-2 b,0-2 c,1-4 b,1-4 c,2-3 b,2-3 c,3-4 b,3-4 c".split(","),
  );
  expect(diagnostics.flatMap(({ rule, message }) => (rule === "a" ? [message.zh] : []))).toEqual(["0", "1"]);
});

test("no finding and no repair cuts a character that takes two code units", () => {
  const check: Rule<"document">["check"] = function* () {
    for (const [start, end] of [
      [0, 1],
      [1, 2],
      [1, 3],
      [2, 3],
    ] as const) {
      const fixes = [{ title: say("", ""), safe: true, edits: [{ span: span(start, end), newText: "" }] }];
      yield {
        span: span(start, end),
        message: say("", ""),
        related: [{ span: span(1, 1), message: say("", "") }],
        fixes,
      };
    }
  };
  const rule = { ...rules.find(({ id }) => id === "structure/missing-title")!, check } as AnyRule;
  const report = analyse("𠮷林", { declared: true });
  const { diagnostics } = lint(report, [{ rule, severity: "warning", options: {}, pinned: false }]);
  expect(diagnostics.map(({ span }) => [span.start, span.end])).toEqual([
    [0, 2],
    [0, 2],
    [0, 3],
    [2, 3],
  ]);
  expect(diagnostics.map(({ fixes }) => fixes.length)).toEqual([0, 0, 0, 1]);
  for (const { related } of diagnostics) expect(related[0]?.span).toEqual({ start: 0, end: 2 });
});

test("a rule of paragraphs is not asked of the sections that it excepts", () => {
  const report = analyse("工作总结\n一、2024年工作\n人员增至69名。\n二、2025年工作打算\n人员增至80名。\n", {
    profile: "work-summary",
  });
  const rule = rules.find(({ id }) => id === "figure/level-without-origin")!;
  const found = (rule: AnyRule) =>
    lint(report, [{ rule, severity: "hint", options: {}, pinned: false }]).diagnostics.map(({ span }) =>
      report.text.slice(span.start, span.end),
    );
  expect(found(rule)).toEqual(["增至69名"]);
  const { except: _, ...everywhere } = rule;
  expect(found(everywhere as AnyRule)).toEqual(["增至69名", "增至80名"]);
});
