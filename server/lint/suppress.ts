import type { Suppressions } from "../config/suppressions.ts";
import type { Report } from "../report/report.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fingerprints } from "./fingerprint.ts";

/**
 * The findings of a report that nobody has declared to be no fault.
 * @param path the report's place, absolute and with slashes; null for a text that has none, where nothing is suppressed
 */
export function unsuppressed(
  report: Report,
  diagnostics: readonly Diagnostic[],
  suppressions: Suppressions | null,
  path: string | null,
): readonly Diagnostic[] {
  const file = suppressions && path !== null ? fileIn(suppressions.folder, path) : null;
  const own = suppressions?.entries.filter((entry) => entry.file === file) ?? [];
  if (own.length === 0) return diagnostics;
  const rules = new Set(own.flatMap(({ rule, finding }) => (finding === undefined ? [rule] : [])));
  const findings = new Set(own.flatMap(({ finding }) => finding ?? []));
  const names = fingerprints(report, diagnostics);
  return diagnostics.filter(({ rule }, i) => !rules.has(rule) && !findings.has(names[i]!));
}

/** A path as the folder that holds it calls it; null for one that lies elsewhere. */
export function fileIn(folder: string, path: string): string | null {
  const root = folder.endsWith("/") ? folder : `${folder}/`;
  return path.startsWith(root) ? path.slice(root.length) : null;
}
