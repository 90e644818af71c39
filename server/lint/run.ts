import type { ActiveRule } from "../config/active.ts";
import type { Paragraph } from "../facts/paragraph.ts";
import type { Report } from "../facts/report.ts";
import type { Finding, Fix, Rule } from "../rules/rule.ts";
import { memo } from "../text/memo.ts";
import { shift } from "../text/span.ts";
import type { Diagnostic, Failure, LintResult } from "./diagnostic.ts";

type Outcome = { readonly findings: readonly Finding[] } | { readonly error: unknown };

/**
 * Runs the rules over a report. Paragraph rules are asked once for each paragraph object ever seen, so a keystroke
 * re-asks them for one paragraph only. Never throws: a rule that does is reported in `failures`.
 */
export function lint(report: Report, active: readonly ActiveRule[]): LintResult {
  const diagnostics: Diagnostic[] = [];
  const failures: Failure[] = [];
  if (!report.recognised) return { diagnostics, failures };
  for (const entry of active) {
    const { rule } = entry;
    const collect = (outcome: Outcome, offset: number): boolean => {
      if ("error" in outcome) {
        failures.push({ rule: rule.id, error: outcome.error });
        return false;
      }
      for (const finding of outcome.findings) diagnostics.push(place(finding, entry, offset));
      return true;
    };
    if (rule.scope === "document") collect(outcomeOf(rule, report, entry.options), 0);
    else for (const { paragraph, start } of report.paragraphs) if (!collect(answers(entry)(paragraph), start)) break;
  }
  diagnostics.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return { diagnostics, failures };
}

const answers = memo((entry: ActiveRule) =>
  memo((paragraph: Paragraph) => outcomeOf(entry.rule as Rule<"paragraph">, paragraph, entry.options)),
);

function outcomeOf<S>(
  rule: { check(subject: S, options: never): Iterable<Finding> },
  subject: S,
  options: unknown,
): Outcome {
  try {
    return { findings: [...rule.check(subject, options as never)] };
  } catch (error) {
    return { error };
  }
}

function place(finding: Finding, { rule, severity, pinned }: ActiveRule, by: number): Diagnostic {
  return {
    rule: rule.id,
    severity: pinned ? severity : (finding.severity ?? severity),
    message: finding.message,
    span: shift(finding.span, by),
    related: (finding.related ?? []).map(({ span, message }) => ({ span: shift(span, by), message })),
    fixes: (finding.fixes ?? []).map((fix) => moved(fix, by)),
    role: finding.role ?? null,
    unnecessary: finding.unnecessary ?? false,
  };
}

const moved = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(({ span, newText }) => ({ span: shift(span, by), newText })),
});
