import type { Suppression } from "../config/suppressions.ts";
import type { Diagnostic as Finding } from "../lint/diagnostic.ts";
import { fingerprints } from "../lint/fingerprint.ts";
import { say } from "../text/message.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** The command that takes down a suppression; its argument is a `SuppressRequest`. */
export const SUPPRESS = "govreport.suppress";

/** What somebody declares to be no fault: one finding, or all of a rule in this document where `finding` is left out. */
export interface SuppressRequest extends Pick<Suppression, "rule" | "finding" | "text"> {
  readonly uri: string;
  readonly reason?: string;
}

/** Something that can be declared of a finding, and what it is called. */
export interface Declaration {
  readonly title: string;
  readonly request: SuppressRequest;
}

/** What can be declared of findings; nothing where the document lies in no folder. */
export function declarations(snapshot: Snapshot, findings: readonly Finding[]): readonly Declaration[] {
  const { uri, reader, report, diagnostics } = snapshot;
  if (!uri.startsWith("file:")) return [];
  const prints = fingerprints(report, diagnostics);
  const names = new Map(diagnostics.map((diagnostic, i) => [diagnostic, prints[i]!]));
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return [
    ...findings.map((finding) => {
      const text = report.text.slice(finding.span.start, finding.span.end);
      return {
        title: HERE(text, finding.rule)[reader.locale],
        request: { uri, rule: finding.rule, finding: names.get(finding)!, text: text.slice(0, 60) },
      };
    }),
    ...rules.map((rule) => ({ title: EVERYWHERE(rule)[reader.locale], request: { uri, rule } })),
  ];
}

const HERE = (text: string, rule: string) => {
  const words = text.length > 12 ? `${text.slice(0, 12)}…` : text;
  return say(`“${words}”不是错误，不再提示（${rule}）`, `“${words}” is no fault: do not report it again (${rule})`);
};

const EVERYWHERE = (rule: string) => say(`本文件忽略此规则（${rule}）`, `Ignore this rule in this file (${rule})`);
