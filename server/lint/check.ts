import { activeRules, profileOf } from "../config/active.ts";
import type { Project } from "../config/project.ts";
import type { Settings } from "../config/settings.ts";
import { standard, vocabulary } from "../figures/vocabulary.ts";
import { analyse, type Report } from "../report/report.ts";
import { memo } from "../text/memo.ts";
import type { LintResult } from "./diagnostic.ts";
import { lint } from "./run.ts";
import { unsuppressed } from "./suppress.ts";

export interface DraftOptions {
  /** Where the draft lies, absolute and with slashes; null for a text that has no place. */
  readonly path: string | null;
  /** Taken for a report whatever it holds; if left out, its name decides. */
  readonly declared?: boolean;
  /** What an earlier version of the text gave: whatever did not change is taken over. */
  readonly previous?: Report | undefined;
}

/** Reads a draft under the settings that are in force for it. */
export const read = (
  text: string,
  { settings, profiles }: Project,
  { path, declared, previous }: DraftOptions,
): Report =>
  analyse(text, {
    profiles,
    profile: profileOf(settings, path),
    vocabulary: vocabularyOf(settings.dictionary),
    declared: declared ?? (path !== null && /\.govreport$/i.test(path)),
    previous,
  });

/** The standard vocabulary with the project's own words, if it has any. */
const vocabularyOf = memo((own: Settings["dictionary"]) =>
  own.units.length + own.names.length + own.terms.length > 0 ? vocabulary(own) : standard,
);

/** A draft read and checked. */
export interface Checked extends LintResult {
  readonly report: Report;
}

/** Reads a draft and checks it by the rules that are in force for it; what is suppressed is left out. */
export function check(text: string, project: Project, options: DraftOptions): Checked {
  const { settings, suppressions } = project;
  const report = read(text, project, options);
  const { diagnostics, failures } = lint(report, activeRules(settings, report.kind, options.path));
  return { report, diagnostics: unsuppressed(report, diagnostics, suppressions, options.path), failures };
}
