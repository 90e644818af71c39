import { type Clued, digitsEnd, isDigit, isOneOf, matchAt, plain } from "./place.ts";

const COLON = /(\d{1,9}(?:\.\d{1,9})?)[:∶](\d{1,9}(?:\.\d{1,9})?)(?:[:∶]\d{1,9}(?:\.\d{1,9})?){0,4}/y;
const SLASH = /(\d{1,9})\/(\d{1,9})(?![\d/-])/y;

const PER = /(\d{1,9}(?:\.\d{1,9})?)(\/(?:10万|百万|十万|万))人?/y;

/** 3:2 and 2/3; 8.5/10万 is a rate. */
export const ratio: Clued = {
  after: "/:∶.",
  read(place) {
    const { text, at, end } = place;
    if (text[end] === "." && isDigit(text, end + 1) && !isOneOf("/:∶", text, digitsEnd(text, end + 1))) return null;
    const per = matchAt(PER, text, at);
    if (per) return { ...plain("rate", place, at + per[0].length, Number(per[1])), unit: per[2]! };
    const found = matchAt(COLON, text, at) ?? matchAt(SLASH, text, at);
    if (!found) return null;
    const value = Number(found[1]) / Number(found[2]);
    return plain("ratio", place, at + found[0].length, Number.isFinite(value) ? value : null);
  },
};
