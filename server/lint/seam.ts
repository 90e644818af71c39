import type { Edit } from "../text/edit.ts";
import { fold } from "../text/fold.ts";

/** As much of the text around an edit as is looked at, in code units: the seams of a numeral lie close to it. */
const AROUND = 4;

const NUMERAL = /\d+(?:[.,]\d+)*/g;

/** Whether an edit makes one numeral of two: a label 1. before 5件, a scrap taken out from between 3 and 4. */
export function joinsNumerals(text: string, { span: { start, end }, newText }: Edit): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const was = text.slice(start, end);
  const [from, to] = [before.length, before.length + newText.length];
  return (
    (isWithin(before + newText + after, from) && !isWithin(before + was + after, from)) ||
    (isWithin(before + newText + after, to) && !isWithin(before + was + after, from + was.length))
  );
}

/** Whether a place lies within a numeral, and not at either end of it. */
const isWithin = (text: string, at: number): boolean =>
  /[\d.,]/.test(fold(text.charAt(at))) &&
  [...fold(text).matchAll(NUMERAL)].some(({ index, 0: { length } }) => index < at && at < index + length);
