import { eastAsianWidth } from "get-east-asian-width";
import { greatest } from "../../text/list.ts";

/** Control characters, line separators, and the marks that turn the writing direction: all that is not listed. */
const CONTROL = /[^ -~\u00a0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\uffff]/g;
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** Text as it may be sent to a terminal: nothing in a draft may move the cursor or turn the writing direction. */
export const printable = (text: string): string => text.replace(CONTROL, (c) => (c === "\t" ? " " : "\ufffd"));

/** The columns that one character (a whole code point) takes in a terminal. */
export function widthOf(character: string): number {
  const code = character.codePointAt(0)!;
  // Nearly all of a report, told without the tables of Unicode, which take milliseconds to make ready.
  for (const [first, last, width] of COMMON) if (code >= first && code <= last) return width;
  return NO_WIDTH.test(character) ? 0 : eastAsianWidth(code);
}

/** Ideographs, ASCII, the marks of Chinese, and full-width forms. */
const COMMON = [
  [0x4e00, 0x9fff, 2],
  [0x20, 0x7e, 1],
  [0x3001, 0x3029, 2],
  [0xff01, 0xff60, 2],
  [0x2010, 0x2027, 1],
] as const;

export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
};

/** Rows of cells as lines, each cell below the one above it and two blanks apart from the one before it. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = widthsOf(rows);
  return rows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i]!))
      .join("  ")
      .trimEnd(),
  );
}

/** The columns that the widest cell takes, by its place in the row; rows are as long as the first. */
const widthsOf = (rows: readonly (readonly string[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, i) => greatest(rows.map((row) => columnsOf(row[i]!))));

/** Pads to a number of columns. */
const padded = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - columnsOf(text)));
