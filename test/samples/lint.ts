import { resolve } from "../../server/config/settings.ts";
import { builtinProfiles } from "../../server/grammar/profiles/index.ts";
import { type Checked, check } from "../../server/lint/check.ts";
import type { Span } from "../../server/text/span.ts";

const project = { ...resolve({}), profiles: builtinProfiles, suppressions: null, layers: [], problems: [] };

/**
 * Checks a text under the default settings. A text without a path is taken for a piece of a report. What it has in common
 * with `previous` is taken from there, which is sooner done and comes to the same.
 */
export const linted = (text: string, path: string | null = null, previous?: Checked["report"]): Checked =>
  check(text, project, path === null ? { path, declared: true, previous } : { path, previous });

/** The errors and warnings of a text, as `rule ⟦where⟧ what`. */
export const loud = (text: string, { diagnostics }: Checked): { rule: string; told: string }[] =>
  diagnostics
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ rule, span, message }) => ({ rule, told: `${rule} ⟦${text.slice(span.start, span.end)}⟧ ${message.zh}` }));

/** Where a finding points: which of several figures is the wrong one is for the writer to say. */
export const placesOf = ({ span, related }: Checked["diagnostics"][number]): readonly Span[] => [
  span,
  ...(related ?? []).map((other) => other.span),
];
