import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { Role } from "../grammar/role.ts";
import type { Section } from "../syntax/outline.ts";
import { type Message, say } from "../text/message.ts";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { rangeOf } from "./range.ts";

const ROLE_NAME = {
  summary: say("成效", "results"),
  highlights: say("亮点", "highlights"),
  shortcomings: say("不足", "shortcomings"),
  leader: say("第一责任人", "leader’s duty"),
  plan: say("安排", "plan"),
  other: say("其他", "other"),
} as const satisfies Record<Role, Message>;

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
    kind: SymbolKind.String,
    range: rangeOf(snapshot, section),
    selectionRange: rangeOf(snapshot, headingSpan(section)),
    children: section.children.map((child) => symbol(snapshot, child)),
  };
}

function headingSpan({ heading, start }: Section): Span {
  if (!heading) return { start, end: start };
  const { label, title } = heading.block;
  return { start: heading.start + (label ?? { span: title }).span.start, end: heading.start + title.end };
}
