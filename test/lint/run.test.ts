import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { activeRules } from "../../server/config/active.ts";
import { resolve } from "../../server/config/settings.ts";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";

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
