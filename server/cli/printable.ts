import { eastAsianWidth } from "get-east-asian-width";

const CONTROL = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const NO_WIDTH = /[\p{M}\p{Cf}]/u;

/** Text as it may be sent to a terminal: nothing in a draft may move the cursor or turn the writing direction. */
export const printable = (text: string): string => text.replace(CONTROL, (c) => (c === "\t" ? " " : "\ufffd"));

/** The columns that one character (a whole code point) takes in a terminal. */
export function widthOf(character: string): number {
  const code = character.codePointAt(0)!;
  // Nearly all of a report, told without asking the tables of Unicode.
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (code < 0x80) return 1;
  return NO_WIDTH.test(character) ? 0 : eastAsianWidth(code);
}

export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
};

/** Pads to a number of columns. */
export const padded = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)));
