import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Diagnostic as Finding } from "../lint/diagnostic.ts";
import type { Severity } from "../rules/rule.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { rangeOf } from "./range.ts";

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** All findings of the document, in its order. */
export const diagnostics = (snapshot: Snapshot): Diagnostic[] =>
  snapshot.diagnostics.map((finding) => diagnostic(snapshot, finding));

/** One finding as the editor shows it, with a link to its rule's page. */
export function diagnostic(snapshot: Snapshot, finding: Finding): Diagnostic {
  const { locale, rulePage } = snapshot.reader;
  const href = rulePage(finding.rule);
  return {
    range: rangeOf(snapshot, finding.span),
    severity: SEVERITY[finding.severity],
    source: "govreport",
    code: finding.rule,
    ...(href && { codeDescription: { href } }),
    message: finding.message[locale],
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    relatedInformation: finding.related.map(({ span, message }) => ({
      location: { uri: snapshot.uri, range: rangeOf(snapshot, span) },
      message: message[locale],
    })),
  };
}
