import type { Span } from "../../text/span.ts";
import { columnsOf, printable, widthOf } from "./printable.ts";

/** A line of a draft, and below it a line of marks under the fault. */
export interface Excerpt {
  readonly line: string;
  readonly marks: string;
}

const CUT = "…";

/**
 * Draws the part of a line around a fault in at most `columns` columns: whole reports come as one line of thousands
 * of characters. A place without extent is marked by one column.
 * @param fault offsets into `line`
 */
export function excerpt(line: string, fault: Span, columns: number): Excerpt {
  const end = Math.min(fault.end, line.length);
  const start = Math.min(fault.start, end);
  const room = columns - 2;
  const middle = fitting(line.slice(start, end), room);
  let left = room - columnsOf(middle);
  // A third of the room goes to what comes before the fault; what one side does not need, the other takes.
  const after = fitting(
    line.slice(start + middle.length),
    left - Math.min(columnsOf(line.slice(Math.max(0, start - left), start)), left / 3),
  );
  left -= columnsOf(after);
  const before = fittingFromEnd(line.slice(0, start), left);
  const cutBefore = before.length < start ? CUT : "";
  const cutAfter = start + middle.length + after.length < line.length ? CUT : "";
  return {
    line: cutBefore + printable(before + middle + after) + cutAfter,
    marks: " ".repeat(columnsOf(cutBefore + printable(before))) + "^".repeat(Math.max(1, columnsOf(printable(middle)))),
  };
}

/** As much of the beginning as fits. */
function fitting(text: string, columns: number): string {
  let taken = 0;
  let end = 0;
  for (const character of text) {
    taken += widthOf(character);
    if (taken > columns) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** As much of the end as fits. */
function fittingFromEnd(text: string, columns: number): string {
  let taken = 0;
  let start = text.length;
  while (start > 0) {
    const size = start > 1 && /[\udc00-\udfff]/.test(text[start - 1]!) ? 2 : 1;
    taken += widthOf(text.slice(start - size, start));
    if (taken > columns) break;
    start -= size;
  }
  return text.slice(start);
}
