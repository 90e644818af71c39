import type { Report } from "../facts/report.ts";
import type { LintResult } from "../lint/diagnostic.ts";
import type { Lines } from "../text/lines.ts";
import type { Locale } from "../text/message.ts";

/** What the host knows of whoever asks. */
export interface Reader {
  readonly locale: Locale;
  /** The address of a rule's page, or null where no pages are shipped. */
  rulePage(rule: string): string | null;
  /** Counts lines and characters as the reader does; see `linesIn`. */
  lines(text: string): Lines;
}

/** One version of one document with all that is known of it: an immutable value. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly lines: Lines;
  readonly report: Report;
  readonly result: LintResult;
  readonly reader: Reader;
}
