import type { Severity } from "../../rules/rule.ts";
import type { Locale } from "../../text/message.ts";
import type { Checkup, Counts } from "../checkup/checkup.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What all the drafts came to. */
export interface Totals {
  /** Drafts that were read, whether reports or not. */
  readonly files: number;
  readonly reports: number;
  /** The findings that are shown. */
  readonly shown: Counts;
  /** All findings, those below the level that is shown among them. */
  readonly all: Counts;
  /** How many of all findings have a safe fix. */
  readonly fixable: number;
}

/** A way to print what was found. A checkup that it is given holds only the findings to be shown. */
export interface Format {
  /** The level from which findings are shown where none is asked for. */
  readonly level: Severity;
  /** Whether it prints the findings' fingerprints; they cost time to make. */
  readonly fingerprints?: true;
  /** Whether it prints how many claims came out each way. */
  readonly audit?: true;
  /** What is printed as soon as a draft has been checked. */
  draft(checkup: Checkup): string;
  /** What is printed at the end. */
  end(totals: Totals): string;
}

export type MakeFormat = (output: { readonly locale: Locale } & Pick<Terminal, "colour" | "columns">) => Format;
