import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { ROLE_NAME } from "../grammar/role.ts";
import { headingSpan, type Section } from "../syntax/outline.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { rangeOf } from "./range.ts";

/** The outline: every section under its heading, with what it does in the report beside it. */
export const symbols = (snapshot: Snapshot): DocumentSymbol[] =>
  snapshot.report.recognised ? snapshot.report.sections.map((section) => symbol(snapshot, section)) : [];

function symbol(snapshot: Snapshot, section: Section): DocumentSymbol {
  const role = snapshot.report.match.roles.get(section);
  const roleName = role && ROLE_NAME[role][snapshot.reader.locale];
  const name = `${section.label?.text ?? ""}${section.title}`;
  return {
    // Some editors refuse an outline in which any name is empty.
    name: name || roleName || "…",
    ...(roleName && { detail: roleName }),
    kind: SymbolKind.File,
    range: rangeOf(snapshot, section),
    selectionRange: rangeOf(snapshot, headingSpan(section)),
    children: section.children.map((child) => symbol(snapshot, child)),
  };
}
