import type { Diagnostic } from "vscode-languageserver-types";
import type { Snapshot } from "../workspace/snapshot.ts";
import { diagnostics } from "./diagnostics.ts";
import { type Summary, summary } from "./summary.ts";

/** All that is said of a file at once. */
export interface Verdict {
  /** Null where the file is no report; it then has no diagnostics. */
  readonly summary: Summary | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file that is not open is found to be. */
export const verdict = (snapshot: Snapshot): Verdict => ({
  summary: summary(snapshot),
  diagnostics: diagnostics(snapshot),
});
