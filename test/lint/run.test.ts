import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { activeRules } from "../../server/config/active.ts";
import { resolve } from "../../server/config/settings.ts";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";
import type { AnyRule, Rule } from "../../server/rules/rule.ts";
import { say } from "../../server/text/message.ts";
import { span } from "../../server/text/span.ts";

const { settings } = resolve({});
const samples = readdirSync("seeds").map((name) => [name, readFileSync(`seeds/${name}`, "utf8")] as const);

describe.each(samples)("%s", (_, text) => {
  const report = analyse(text, { declared: true });
  const active = activeRules(settings, report.kind, null);
  const found = lint(report, active);

  test("the order of the rules makes no difference", () => {
    expect(lint(report, active.toReversed())).toEqual(found);
  });

  test("findings stand in the order of the text, within it, and no rule fails", () => {
    expect(found.failures).toEqual([]);
    const starts = found.diagnostics.map(({ span }) => span.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    for (const { span, related, fixes } of found.diagnostics)
      for (const { start, end } of [
        span,
        ...related.map((one) => one.span),
        ...fixes.flatMap(({ edits }) => edits.map((one) => one.span)),
      ])
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
  });
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
