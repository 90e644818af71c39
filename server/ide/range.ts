import type { Range } from "vscode-languageserver-types";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** A span of the snapshot's text as the editor counts. */
export const rangeOf = ({ lines }: Snapshot, { start, end }: Span): Range => ({
  start: lines.position(start),
  end: lines.position(end),
});
