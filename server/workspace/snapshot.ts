import type { Profile } from "../grammar/profile.ts";
import type { Checked } from "../lint/check.ts";
import type { Report } from "../report/report.ts";
import type { Lines } from "../text/lines.ts";
import type { Locale } from "../text/message.ts";

/** What the host knows of whoever reads its answers. */
export interface Reader {
  readonly locale: Locale;
  /** Whether it can take texts with stops to fill in. */
  readonly snippets: boolean;
  /** The languages for which it has the customary sentences as snippets of its own. */
  readonly ownSentences: readonly string[];
  /** The address of a rule's page, or null where it has none. */
  rulePage(rule: string): string | null;
  /** Counts lines and characters as the reader does; see `linesIn`. */
  lines(text: string): Lines;
}

/** One version of one document with all that is known of it: an immutable value. */
export interface Snapshot extends Checked {
  readonly uri: string;
  readonly language: string;
  readonly version: number;
  readonly lines: Lines;
  /** The kinds of report that it was chosen among. */
  readonly profiles: readonly Profile[];
  readonly reader: Reader;
  /** How another text would fare in this document's place. */
  check(text: string, previous?: Report): Checked;
}
