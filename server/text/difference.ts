import { diffLines } from "diff";
import type { Edit } from "./edit.ts";
import { span } from "./span.ts";

/** The edits that turn one text into another: one for each run of changed lines, cut down to what differs in it. */
export function difference(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let removed = "";
  let added = "";
  const close = () => {
    if (removed !== added) edits.push(trimmed(at, removed, added));
    at += removed.length;
    removed = "";
    added = "";
  };
  for (const part of compared(before, after)) {
    if (part.added) added += part.value;
    else if (part.removed) removed += part.value;
    else {
      close();
      at += part.value.length;
    }
  }
  close();
  return edits;
}

/** Beyond so many changed lines it takes longer to find out which than it is worth. */
export const MOST_CHANGED_LINES = 1000;

/** What is the same in two texts and what is not; two that have little in common differ as wholes. */
const compared = (before: string, after: string): readonly Part[] =>
  diffLines(before, after, { maxEditLength: MOST_CHANGED_LINES }) ?? [
    { removed: true, value: before },
    { added: true, value: after },
  ];

interface Part {
  readonly value: string;
  readonly added?: boolean;
  readonly removed?: boolean;
}

/** Leaves out what both sides begin and end with; never cuts a surrogate pair. */
function trimmed(at: number, removed: string, added: string): Edit {
  const room = Math.min(removed.length, added.length);
  let head = 0;
  while (head < room && removed[head] === added[head]) head++;
  if (/[\ud800-\udbff]/.test(removed[head - 1] ?? "")) head--;
  let tail = 0;
  while (tail < room - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  if (/[\udc00-\udfff]/.test(removed[removed.length - tail] ?? "")) tail--;
  return { span: span(at + head, at + removed.length - tail), newText: added.slice(head, added.length - tail) };
}
