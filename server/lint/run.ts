import type { ActiveRule } from "../config/active.ts";
import type { Paragraph } from "../report/paragraph.ts";
import type { Report } from "../report/report.ts";
import type { Finding, Fix, Rule } from "../rules/rule.ts";
import { which } from "../text/finder.ts";
import { memo } from "../text/memo.ts";
import { cutsCharacter, type Span, shift, wholeCharacters } from "../text/span.ts";
import type { Diagnostic, Failure, LintResult } from "./diagnostic.ts";
import { spoilsNumerals } from "./seam.ts";

type Outcome = { readonly findings: readonly Finding[] } | { readonly error: unknown };

/**
 * Runs the rules over a report. Paragraph rules are asked once for each paragraph object ever seen, so a keystroke
 * re-asks them for one paragraph only. Never throws: a rule that does is reported in `failures` and not asked again.
 */
export function lint(report: Report, active: readonly ActiveRule[]): LintResult {
  const diagnostics: Diagnostic[] = [];
  const failures = new Map<string, Failure>();
  const collect = ({ entry, outcome }: Answer, offset: number): void => {
    const { id } = entry.rule;
    if (failures.has(id)) return;
    if ("error" in outcome) failures.set(id, { rule: id, error: outcome.error });
    else for (const finding of outcome.findings) diagnostics.push(place(finding, entry, report.text, offset));
  };
  if (!report.recognised) return { diagnostics, failures: [] };
  for (const { paragraph, start, role } of report.paragraphs) {
    for (const answer of answers(active)(paragraph))
      if (role === null || !answer.entry.rule.except?.includes(role)) collect(answer, start);
  }
  for (const entry of active) {
    if (entry.rule.scope === "document") collect({ entry, outcome: outcomeOf(entry.rule, report, entry.options) }, 0);
  }
  diagnostics.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return { diagnostics, failures: [...failures.values()] };
}

interface Answer {
  readonly entry: ActiveRule;
  readonly outcome: Outcome;
}

/** What the rules have to say of a paragraph; those that have nothing are left out. */
const answers = memo((active: readonly ActiveRule[]) => {
  const entries = active.filter(({ rule }) => rule.scope === "paragraph");
  const held = which(entries.map(({ rule: { needs } }) => (typeof needs === "object" ? needs : [])));
  return memo((paragraph: Paragraph): readonly Answer[] => {
    const found: Answer[] = [];
    const holds = held(paragraph.folded);
    for (let place = 0; place < entries.length; place++) {
      const entry = entries[place]!;
      const { needs } = entry.rule;
      if (needs !== undefined && !(needs === "figures" ? paragraph.figures.length > 0 : holds[place])) continue;
      const outcome = outcomeOf(entry.rule as Rule<"paragraph">, paragraph, entry.options);
      if (outcome !== SILENT) found.push({ entry, outcome });
    }
    return found;
  });
});

/** The outcome of a rule that finds nothing. */
const SILENT: Outcome = { findings: [] };

function outcomeOf<S>(
  rule: { check(subject: S, options: never): Iterable<Finding> },
  subject: S,
  options: unknown,
): Outcome {
  try {
    const found = rule.check(subject, options as never);
    const findings = Array.isArray(found) ? (found as readonly Finding[]) : [...found];
    return findings.length > 0 ? { findings } : SILENT;
  } catch (error) {
    return { error };
  }
}

/** A finding where it stands in a text: it shows whole characters, repairs none by halves, and leaves each number one. */
function place(finding: Finding, { rule, severity, pinned }: ActiveRule, text: string, by: number): Diagnostic {
  const shown = (span: Span): Span => wholeCharacters(text, shift(span, by));
  return {
    rule: rule.id,
    severity: pinned ? severity : (finding.severity ?? severity),
    message: finding.message,
    span: shown(finding.span),
    related: (finding.related ?? []).map(({ span, message }) => ({ span: shown(span), message })),
    fixes: (finding.fixes ?? [])
      .map((fix) => moved(fix, by))
      .filter((fix) => !halves(fix, text) && !fix.edits.some((edit) => spoilsNumerals(text, edit))),
    role: finding.role ?? null,
    unnecessary: finding.unnecessary ?? false,
  };
}

const halves = ({ edits }: Fix, text: string): boolean =>
  edits.some(({ span: { start, end } }) => cutsCharacter(text, start) || cutsCharacter(text, end));

const moved = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map(({ span, newText }) => ({ span: shift(span, by), newText })),
});
