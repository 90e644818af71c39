import { type Finder, finder } from "../../../text/finder.ts";
import { fold } from "../../../text/fold.ts";
import { once } from "../../../text/memo.ts";
import { overlaps, type Span, span } from "../../../text/span.ts";

/** A set phrase written with one slip: a character wrong, missing or too many, or two of them swapped. */
export interface NearMiss {
  readonly phrase: string;
  readonly span: Span;
}

const ANCHOR = 3;
/** From this length on a phrase may lack a word of two characters and still be known. */
const LONG = 12;
const HANZI = /[\u4e00-\u9fff]/;
const NUMERAL = /[〇零一二三四五六七八九十百千]/;
/** What may be put in or left out without harm. */
const LOOSE = /[的了和与及并等同地、]/;

/**
 * Compiles set phrases of at least seven characters into a search for their near misses, linear in the text:
 * of a phrase with one slip, one half is whole, and each half begins with three characters that an index knows.
 * @param rightForms longer or other phrases that look like a slip and are right.
 */
export function nearMisses(phrases: readonly string[], rightForms: readonly string[]): (folded: string) => NearMiss[] {
  const made = once(() => anchorsOf(phrases));
  const right = rightForms.map(fold);
  return (text) => {
    const { anchors, find } = made();
    const found: NearMiss[] = [];
    find(text, (anchor, at) => {
      const { phrase, folded, offset } = anchors[anchor]!;
      const place = offset === 0 ? forward(text, at, folded) : backward(text, at, folded, offset);
      const last = found.at(-1)?.span;
      if (place && !(last && overlaps(last, place)) && !right.some((form) => stands(form, text, place)))
        found.push({ phrase, span: place });
      return at;
    });
    return found;
  };
}

/** The beginning of one half of a phrase. */
interface Anchor {
  readonly phrase: string;
  readonly folded: string;
  readonly offset: number;
}

interface Anchors {
  readonly anchors: readonly Anchor[];
  readonly find: Finder;
}

/** The halves of the phrases, and what finds their first characters. */
function anchorsOf(phrases: readonly string[]): Anchors {
  const anchors = phrases.flatMap((phrase) => {
    const folded = fold(phrase);
    return [0, folded.length >> 1].map((offset) => ({ phrase, folded, offset }));
  });
  return { anchors, find: finder(anchors.map(({ folded, offset }) => folded.slice(offset, offset + ANCHOR))) };
}

/** The slip stands behind the anchor, which begins the phrase. */
function forward(text: string, at: number, phrase: string): Span | null {
  let same = ANCHOR;
  while (same < phrase.length && text[at + same] === phrase[same]) same++;
  if (same === phrase.length) return null;
  const here = at + same;
  const rest = phrase.slice(same + 1);
  const slip = isSlip(phrase[same]!, text[here]) && text.startsWith(rest, here + 1);
  // A wrong last character may as well begin the next word; it counts where the clause ends with it.
  if (slip && (rest !== "" || !HANZI.test(text[here + 1] ?? "") || LOOSE.test(text[here + 1]!))) {
    return span(at, here + 1 + rest.length);
  }
  if (rest !== "" && isDropped(phrase[same]!) && text.startsWith(rest, here)) return span(at, here + rest.length);
  if (lacksWord(phrase, same) && text.startsWith(phrase.slice(same + 2), here)) return span(at, at + phrase.length - 2);
  if (isDropped(text[here]) && text.startsWith(phrase.slice(same), here + 1)) return span(at, at + phrase.length + 1);
  const swapped =
    text[here] === phrase[same + 1] && text[here + 1] === phrase[same] && isSlip(phrase[same]!, text[here]);
  if (swapped && text.startsWith(phrase.slice(same + 2), here + 2)) return span(at, at + phrase.length);
  return null;
}

/** The slip stands in the first half; the second, which begins at `at`, is whole. */
function backward(text: string, at: number, phrase: string, half: number): Span | null {
  const end = at + phrase.length - half;
  if (!text.startsWith(phrase.slice(half), at)) return null;
  let same = 0;
  while (same < half && text[at - 1 - same] === phrase[half - 1 - same]) same++;
  const wrong = half - 1 - same;
  // The first character may belong to another phrase that ends alike.
  if (wrong <= 0) return null;
  const here = at - 1 - same;
  const head = phrase.slice(0, wrong);
  if (isSlip(phrase[wrong]!, text[here]) && endsAt(text, head, here)) return span(here - head.length, end);
  if (isDropped(phrase[wrong]!) && endsAt(text, head, here + 1)) return span(here + 1 - head.length, end);
  if (lacksWord(phrase, wrong - 1) && endsAt(text, phrase.slice(0, wrong - 1), here + 1)) {
    return span(here + 2 - wrong, end);
  }
  if (isDropped(text[here]) && endsAt(text, phrase.slice(0, wrong + 1), here)) return span(here - wrong - 1, end);
  const swapped =
    text[here] === phrase[wrong - 1] && text[here - 1] === phrase[wrong] && isSlip(phrase[wrong]!, text[here]);
  if (swapped && endsAt(text, phrase.slice(0, wrong - 1), here - 1)) return span(here - wrong, end);
  return null;
}

/** Whether one character stands for another by mistake; another number or another 和 is no mistake. */
const isSlip = (right: string, written: string | undefined): boolean =>
  written !== undefined &&
  HANZI.test(right) &&
  HANZI.test(written) &&
  right !== written &&
  !(NUMERAL.test(right) && NUMERAL.test(written)) &&
  !(LOOSE.test(right) && LOOSE.test(written));

const isDropped = (c: string | undefined): boolean =>
  c !== undefined && HANZI.test(c) && !LOOSE.test(c) && !NUMERAL.test(c);

/** Whether the two characters at `at` may be missing: a word inside a long phrase. */
const lacksWord = (phrase: string, at: number): boolean =>
  phrase.length >= LONG && at > 0 && at + 2 < phrase.length && isDropped(phrase[at]) && isDropped(phrase[at + 1]);

/** Whether a right form stands over the place. */
function stands(form: string, text: string, place: Span): boolean {
  const from = Math.max(0, place.start - form.length);
  const at = text.slice(from, place.end + form.length).indexOf(form);
  return at >= 0 && from + at < place.end && from + at + form.length > place.start;
}

/** `text.endsWith`, which never reaches before the beginning. */
const endsAt = (text: string, tail: string, end: number): boolean => end >= tail.length && text.endsWith(tail, end);
