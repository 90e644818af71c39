import { headingSpan, type Section } from "../syntax/outline.ts";
import { type Span, span } from "../text/span.ts";
import type { Report } from "./report.ts";

/** What stands under a section's heading, up to its last word; the signature at the report's end is no part of it. */
export function contentOf({ text, signature }: Report, section: Section): Span {
  const start = Math.min(headingSpan(section).end, section.end);
  const end = Math.min(
    section.end,
    signature.organisation?.span.start ?? section.end,
    signature.date?.span.start ?? section.end,
  );
  return span(start, start + text.slice(start, Math.max(start, end)).trimEnd().length);
}
