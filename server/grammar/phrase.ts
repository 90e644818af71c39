import { among } from "../text/finder.ts";
import { memo } from "../text/memo.ts";
import type { Period } from "./period.ts";

/** The years that `{year}` and `{next}` stand for; null where the report's period is unknown. */
export interface Years {
  readonly period: Period | null;
  readonly next: Period | null;
}

const GAP = 12;

interface Pattern {
  /** Whether it must stand at the beginning. */
  readonly anchored: boolean;
  /** Whether it speaks of a year. */
  readonly dated: boolean;
  readonly parts: readonly string[];
}

// Profiles have a few hundred phrases, and every heading is held against all of them at every keystroke.
const patterns = new Map<string, Pattern>();

function patternOf(phrase: string): Pattern {
  let pattern = patterns.get(phrase);
  if (!pattern) {
    pattern = {
      anchored: phrase.startsWith("^"),
      dated: /\{(?:year|next)\}/.test(phrase),
      parts: phrase
        .replace(/^\^/, "")
        .split("…")
        .filter((part) => part !== ""),
    };
    patterns.set(phrase, pattern);
  }
  return pattern;
}

/**
 * Where a phrase of a profile stands in folded text: the offset of its first character, or -1.
 * Linear in the text for any phrase, as each gap is bounded.
 */
export function findPhrase(text: string, phrase: string, { period, next }: Years): number {
  const { anchored, dated, parts } = patternOf(phrase);
  if (dated && !period) return -1;
  const [first, ...rest] = dated
    ? parts.map((part) => part.replaceAll("{year}", String(period?.year)).replaceAll("{next}", String(next?.year)))
    : parts;
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

/** Whether any of a profile's phrases stands in folded text. */
export const hasPhrase = (text: string, phrases: readonly string[], years: Years): boolean =>
  mayHold(phrases)(text) && phrases.some((phrase) => findPhrase(text, phrase, years) >= 0);

/** Whether a text may hold any of some phrases: it holds what one of them has to the letter. Mostly it does not. */
export const mayHold = memo((phrases: readonly string[]): ((text: string) => boolean) => {
  const letters = lettersOf(phrases);
  return letters.includes("") ? () => true : among(letters);
});

/** Of each phrase the longest part that stands in a text to the letter where the phrase does; empty where none does. */
export const lettersOf = (phrases: readonly string[]): readonly string[] =>
  phrases.map((phrase) => phrase.split(NO_LETTER).reduce((a, b) => (b.length > a.length ? b : a)));

const NO_LETTER = /^\^|…|\{(?:year|next)\}/;
