import * as z from "zod/mini";

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

/**
 * The findings that the baseline of a file does not hold. Those whose paragraph has changed count as new.
 * @param names the fingerprint of each diagnostic
 */
export function newSince<F>(
  baseline: Baseline,
  file: string,
  diagnostics: readonly F[],
  names: readonly string[],
): readonly F[] {
  const accepted = new Set(Object.hasOwn(baseline.files, file) ? baseline.files[file] : []);
  return accepted.size === 0 ? diagnostics : diagnostics.filter((_, i) => !accepted.has(names[i]!));
}

/** The baseline with the findings of one file accepted, and only those. */
export const accepting = (baseline: Baseline, file: string, names: readonly string[]): Baseline => ({
  ...baseline,
  files: { ...baseline.files, [file]: [...names].sort() },
});

/** The text of a baseline file: the same findings give the same text, in whatever order they were met. */
export const formatBaseline = ({ files }: Baseline): string =>
  `${JSON.stringify({ version: 1, files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) }, null, 2)}\n`;
