import { audit, counted } from "../../constraints/audit.ts";
import type { Verdict } from "../../constraints/judge.ts";
import { formatPeriod } from "../../grammar/period.ts";
import { check } from "../../lint/check.ts";
import type { Diagnostic, Failure } from "../../lint/diagnostic.ts";
import { fingerprints } from "../../lint/fingerprint.ts";
import { SEVERITIES, type Severity } from "../../rules/rule.ts";
import type { Draft } from "../files/drafts.ts";

/** A finding with its fingerprint (see `lint/fingerprint.ts`), which is empty where none was asked for. */
export interface Finding extends Diagnostic {
  readonly fingerprint: string;
}

/** What came of checking one draft: plain data, which may go from one thread to another. */
export interface Checkup {
  readonly name: string;
  /** Absolute, with slashes; null for standard input without a name. */
  readonly path: string | null;
  readonly text: string;
  readonly recognised: boolean;
  readonly kind: string | null;
  /** What the kind is called. */
  readonly kindName: string | null;
  /** 2024, 2025H1. */
  readonly period: string | null;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  /** How many claims of the draft came out each way; null where nobody asked. */
  readonly audit: Readonly<Record<Verdict, number>> | null;
}

/** What a caller wants beyond the findings; each costs time to make. */
export interface Wanted {
  readonly fingerprints?: boolean;
  /** How many claims came out each way. */
  readonly audit?: boolean;
}

export function checkup({ name, text, path, project }: Draft, wanted: Wanted): Checkup {
  const { report, diagnostics, failures } = check(text, project, { path });
  const names = wanted.fingerprints ? fingerprints(report, diagnostics) : [];
  return {
    name,
    path,
    text,
    recognised: report.recognised,
    kind: report.kind,
    kindName: report.profile?.name ?? null,
    period: report.period && formatPeriod(report.period),
    findings: diagnostics.map((diagnostic, i) => ({ ...diagnostic, fingerprint: names[i] ?? "" })),
    failures: failures.map(({ rule, error }) => ({ rule, error: String(error) })),
    audit: wanted.audit && report.recognised ? counted(audit(report)) : null,
  };
}

export const isAtLeast = (severity: Severity, level: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level);

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

export const NONE: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

export function count(counts: Counts, diagnostics: readonly Diagnostic[]): Counts {
  const sum = { ...counts };
  for (const { severity } of diagnostics) sum[severity]++;
  return sum;
}
