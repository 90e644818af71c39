import type { Span } from "./span.ts";

/** Replaces the text at `span` (UTF-16 offsets into the text before any edit) by `newText`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits that do not overlap, in any order; of two that do, the later one in the text is dropped. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = "";
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at) continue;
    out += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return out + text.slice(at);
}
