import { formatPeriod } from "../grammar/period.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What a status item says of a report. */
export interface Summary {
  /** What this kind of report is called; null where it does not show. */
  readonly kind: string | null;
  /** 2024, 2025H1. */
  readonly period: string | null;
  /** Those that a list of problems shows; hints are shown in the text alone. */
  readonly problems: number;
}

/** Kind, period and number of problems; null where the document is no report. */
export function summary({ report, diagnostics }: Snapshot): Summary | null {
  if (!report.recognised) return null;
  return {
    kind: report.profile?.name ?? null,
    period: report.period && formatPeriod(report.period),
    problems: diagnostics.filter(({ severity }) => severity !== "hint").length,
  };
}
