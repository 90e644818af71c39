import type { Range } from "vscode-languageserver-types";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A span of the snapshot's text as the editor counts. */
export const rangeOf = ({ lines }: Snapshot, { start, end }: Span): Range => ({
  start: lines.position(start),
  end: lines.position(end),
});

/** The inverse of `rangeOf`; places beyond the text are clamped, and a range given from its end is put right. */
export function spanOf({ lines }: Snapshot, { start, end }: Range): Span {
  const [a, b] = [lines.offset(start), lines.offset(end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}
