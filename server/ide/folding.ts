import type { FoldingRange } from "vscode-languageserver-types";
import type { Section } from "../syntax/outline.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** Every section folds under its heading, down to its last line that is not blank. */
export const folding = (snapshot: Snapshot): FoldingRange[] =>
  snapshot.report.recognised ? snapshot.report.sections.flatMap((section) => folds(snapshot, section)) : [];

function folds(snapshot: Snapshot, section: Section): FoldingRange[] {
  const { lines, report } = snapshot;
  let end = section.end;
  while (end > section.start && /\s/.test(report.text[end - 1]!)) end--;
  const startLine = lines.position(section.start).line;
  const endLine = lines.position(end).line;
  const inner = section.children.flatMap((child) => folds(snapshot, child));
  return section.heading && endLine > startLine ? [{ startLine, endLine }, ...inner] : inner;
}
