import type { Period } from "./period.ts";

/** The years that `{year}` and `{next}` stand for; null where the report's period is unknown. */
export interface Years {
  readonly period: Period | null;
  readonly next: Period | null;
}

const GAP = 12;

/**
 * Where a phrase of a profile stands in folded text: the offset of its first character, or -1.
 * Linear in the text for any phrase, as each gap is bounded.
 */
export function findPhrase(text: string, phrase: string, years: Years): number {
  if (/\{(?:year|next)\}/.test(phrase) && !years.period) return -1;
  const anchored = phrase.startsWith("^");
  const parts = phrase
    .slice(anchored ? 1 : 0)
    .replaceAll("{year}", String(years.period?.year))
    .replaceAll("{next}", String(years.next?.year))
    .split("…")
    .filter((part) => part !== "");
  const [first, ...rest] = parts;
  if (first === undefined) return -1;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (anchored && at > 0) return -1;
    let from = at + first.length;
    const found = rest.every((part) => {
      const next = text.slice(from, from + GAP + part.length).indexOf(part);
      from += next + part.length;
      return next >= 0;
    });
    if (found) return at;
  }
  return -1;
}

export const hasPhrase = (text: string, phrases: readonly string[], years: Years): boolean =>
  phrases.some((phrase) => findPhrase(text, phrase, years) >= 0);
