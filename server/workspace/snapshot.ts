import type { Report } from "../facts/report.ts";
import type { LintResult } from "../lint/diagnostic.ts";
import type { Lines } from "../text/lines.ts";
import type { Locale } from "../text/message.ts";

/** What the host knows of whoever reads its answers. */
export interface Reader {
  readonly locale: Locale;
  /** The address of a rule's page, or null where it has none. */
  rulePage(rule: string): string | null;
  /** Counts lines and characters as the reader does; see `linesIn`. */
  lines(text: string): Lines;
}

/** A text as read and linted. */
export interface Checked extends LintResult {
  readonly report: Report;
}

/** One version of one document with all that is known of it: an immutable value. */
export interface Snapshot extends Checked {
  readonly uri: string;
  readonly version: number;
  readonly lines: Lines;
  readonly reader: Reader;
  /** How another text would fare in this document's place. */
  check(text: string): Checked;
}
