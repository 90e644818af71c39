import type { Edit } from "../text/edit.ts";
import { fold } from "../text/fold.ts";

/** As much of the text around an edit as is looked at, in code units: the seams of a numeral lie close to it. */
const AROUND = 4;

const NUMERAL = /\.?\d+(?:[.,]\d+)*/g;

/** Whether an edit makes one numeral of two (a label 1. before 5件, a scrap taken out from between 3 and 4) or cuts one. */
export function spoilsNumerals(text: string, { span: { start, end }, newText }: Edit): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const was = text.slice(start, end);
  const [from, to] = [before.length, before.length + newText.length];
  const seams = [
    [from, from],
    [to, from + was.length],
  ] as const;
  // A repair that writes a mark into a number (2021—2025), or the number itself anew, means to.
  const mayCut = was === "" || /\d/.test(fold(was));
  return seams.some(([now, once]) => {
    const [joined, one] = [isWithin(before + newText + after, now), isWithin(before + was + after, once)];
    return joined !== one && !(one && mayCut);
  });
}

/** Whether a place lies within a numeral, and not at either end of it. */
const isWithin = (text: string, at: number): boolean =>
  /[\d.,]/.test(fold(text.charAt(at))) &&
  [...fold(text).matchAll(NUMERAL)].some(({ index, 0: { length } }) => index < at && at < index + length);
