import * as z from "zod/mini";
import type { Report } from "../facts/report.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fingerprints } from "./fingerprint.ts";

const schema = z.strictObject({
  version: z.literal(1),
  /** By file, from the folder of the baseline: the fingerprints of the findings that are accepted. */
  files: z.record(z.string(), z.array(z.string())),
});

/** The findings that were there when the checker was adopted: they are accepted, and only what is new is shown. */
export type Baseline = z.infer<typeof schema>;

export const EMPTY_BASELINE: Baseline = { version: 1, files: {} };

/** Reads the text of a baseline file; null where it is none. */
export function parseBaseline(text: string): Baseline | null {
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** The findings of a report that its baseline does not hold. Those whose paragraph has changed count as new. */
export function newSince(
  baseline: Baseline,
  file: string,
  report: Report,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const accepted = new Set(Object.hasOwn(baseline.files, file) ? baseline.files[file] : []);
  if (accepted.size === 0) return diagnostics;
  const names = fingerprints(report, diagnostics);
  return diagnostics.filter((_, i) => !accepted.has(names[i]!));
}

/** The baseline with all findings of one report accepted, and only those. */
export const accepting = (
  baseline: Baseline,
  file: string,
  report: Report,
  diagnostics: readonly Diagnostic[],
): Baseline => ({ ...baseline, files: { ...baseline.files, [file]: [...fingerprints(report, diagnostics)].sort() } });

/** The text of a baseline file: the same findings give the same text, in whatever order they were met. */
export const formatBaseline = ({ files }: Baseline): string =>
  `${JSON.stringify({ version: 1, files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) }, null, 2)}\n`;
