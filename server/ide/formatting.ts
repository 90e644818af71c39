import type { TextEdit } from "vscode-languageserver-types";
import { format } from "../lint/format.ts";
import { difference } from "../text/difference.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { rangeOf } from "./range.ts";

/** Puts the report into form: labels, marks, digits, a line for each heading. No figure changes what it says. */
export function formatting(snapshot: Snapshot): TextEdit[] {
  const { report, language, check } = snapshot;
  return difference(report.text, format(report.text, check, language === "markdown").text).map(({ span, newText }) => ({
    range: rangeOf(snapshot, span),
    newText,
  }));
}
