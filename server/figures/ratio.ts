import type { Figure } from "./figure.ts";
import { matchAt, type Place, plain } from "./place.ts";

const COLON = /(\d{1,9}(?:\.\d{1,9})?):(\d{1,9}(?:\.\d{1,9})?)(?:(?::\d{1,9}){1,3})?/y;
const SLASH = /(\d{1,9})\/(\d{1,9})(?![\d/-])/y;

/** 3:2 and 2/3. */
export function ratio(place: Place): Figure | null {
  const { text, at } = place;
  const found = matchAt(COLON, text, at) ?? matchAt(SLASH, text, at);
  if (!found) return null;
  const value = Number(found[1]) / Number(found[2]);
  const figure = plain("ratio", place, at + found[0].length, Number.isFinite(value) ? value : null);
  return { ...figure, digits: figure.span };
}
