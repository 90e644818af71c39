import { formatPeriod } from "../grammar/period.ts";
import { check } from "../lint/check.ts";
import type { Diagnostic, Failure } from "../lint/diagnostic.ts";
import type { Severity } from "../rules/rule.ts";
import { SEVERITIES } from "../rules/rule.ts";
import type { Draft } from "./drafts.ts";

/** What came of checking one draft. */
export interface Checkup {
  readonly name: string;
  readonly text: string;
  readonly recognised: boolean;
  readonly kind: string | null;
  /** What the kind is called. */
  readonly kindName: string | null;
  /** 2024, 2025H1. */
  readonly period: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly failures: readonly Failure[];
}

export function checkup({ name, text, path, project }: Draft): Checkup {
  const { report, diagnostics, failures } = check(text, project, { path });
  return {
    name,
    text,
    recognised: report.recognised,
    kind: report.kind,
    kindName: report.profile?.name ?? null,
    period: report.period && formatPeriod(report.period),
    diagnostics,
    failures,
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
