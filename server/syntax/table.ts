import { fold } from "../text/fold.ts";
import { type Span, span } from "../text/span.ts";
import type { Placed, Row } from "./block.ts";
import { isRow } from "./outline.ts";

/** One cell of a table row; the span is an offset into the whole text, without the blanks around the words. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** The cells of a row, empty ones included, without those that a leading and a closing pipe make. */
export function cellsOf({ block, start }: Placed<Row>): readonly Cell[] {
  const separator = fold(block.text).includes("|") ? "|" : "\t";
  const cells: Cell[] = [];
  let at = 0;
  for (const piece of fold(block.text).split(separator)) {
    const text = piece.trim();
    const from = start + at + piece.indexOf(text);
    cells.push({ text, span: span(from, from + text.length) });
    at += piece.length + 1;
  }
  const piped = separator === "|";
  return cells.slice(piped && cells[0]?.text === "" ? 1 : 0, piped && cells.at(-1)?.text === "" ? -1 : undefined);
}

/** The tables of a text: runs of rows with nothing but blank lines between them. */
export function tables(blocks: readonly Placed[]): readonly (readonly Placed<Row>[])[] {
  const found: Placed<Row>[][] = [];
  let open = false;
  for (const placed of blocks) {
    if (placed.block.kind === "blank") continue;
    if (isRow(placed)) {
      if (!open) found.push([]);
      found.at(-1)!.push(placed);
    }
    open = isRow(placed);
  }
  return found;
}
