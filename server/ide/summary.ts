import { periodName } from "../grammar/period.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** What a status item says of a report. */
export interface Summary {
  /** What this kind of report is called; null where it does not show. */
  readonly kind: string | null;
  /** In words: 2024年, 2025年上半年. */
  readonly period: string | null;
  /** Those that a list of problems shows; hints are shown in the text alone. */
  readonly problems: number;
}

/** Kind, period and number of problems; null where the document is no report. */
export function summary({ report, diagnostics, reader }: Snapshot): Summary | null {
  if (!report.recognised) return null;
  return {
    kind: report.profile?.name ?? null,
    period: report.period && periodName(report.period)[reader.locale],
    problems: diagnostics.filter(({ severity }) => severity !== "hint").length,
  };
}
