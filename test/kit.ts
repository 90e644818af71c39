import type { ActiveRule } from "../server/config/active.ts";
import { rules } from "../server/rules/index.ts";
import type { AnyRule } from "../server/rules/rule.ts";
import type { Span } from "../server/text/span.ts";

/** Takes the marks ⟦ and ⟧ out of a text and tells where they stood, as offsets into the bare text. */
export function unmark(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = "";
  for (const c of marked) {
    if (c === "⟦") open.push(text.length);
    else if (c === "⟧") spans.push({ start: open.pop()!, end: text.length });
    else text += c;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Puts marks around spans of a text; the inverse of `unmark` for spans that do not nest in one another's way. */
export function mark(text: string, spans: readonly Span[]): string {
  let out = text;
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start || b.end - a.end)) {
    out = `${out.slice(0, start)}⟦${out.slice(start, end)}⟧${out.slice(end)}`;
  }
  return out;
}

/** Rules as they are in force where nothing is set. */
export const inForce = (wanted: readonly AnyRule[] = rules): readonly ActiveRule[] =>
  wanted.map((rule) => ({ rule, severity: rule.severity, options: rule.options?.parse({}) ?? {}, pinned: false }));
