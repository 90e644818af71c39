import { once } from "./memo.ts";

/**
 * Told of a word of the list, by its place there, and of where it begins in the text. It answers how far the text is
 * done with: no further than `at` where the search is to go on with the next word and the next character.
 */
export type Met = (word: number, at: number) => number;

/** Looks for all words of a list in one pass over a text: from left to right, and at one place in the order of the list. */
export type Finder = (text: string, met: Met) => void;

/**
 * Makes of words a search for them. It passes over a character that begins none of them at the cost of one look-up.
 * Words are taken to the letter; empty ones are never met.
 */
export function finder(words: readonly string[]): Finder {
  const made = once(() => indexOf(words));
  return (text, met) => search(made(), text, met);
}

// One function for all lists, so that the engine has but one to optimise.
function search({ mask, starts, order, words, firsts, seconds, pairs, lone }: Index, text: string, met: Met): void {
  const { length } = text;
  for (let at = 0; at < length; ) {
    const unit = text.charCodeAt(at);
    const second = at + 1 < length ? text.charCodeAt(at + 1) : 0;
    const key = unit & mask;
    let next = at + 1;
    if (pairs[hashOf(unit, second)] === 0 && lone[key] === 0) {
      at = next;
      continue;
    }
    for (let i = starts[key]!, end = starts[key + 1]!; i < end; i++) {
      if (firsts[i] !== unit || (seconds[i] !== 0 && seconds[i] !== second)) continue;
      const word = words[i]!;
      if (word.length > 2 && !text.startsWith(word, at)) continue;
      const done = met(order[i]!, at);
      if (done <= at) continue;
      next = done;
      break;
    }
    at = next;
  }
}

/** Makes of words the question whether any of them stands in a text. */
export function among(words: readonly string[]): (text: string) => boolean {
  const find = finder(words);
  return (text) => {
    let found = false;
    find(text, () => {
      found = true;
      return text.length;
    });
    return found;
  };
}

/**
 * Makes of lists of words the question which of them have a word that stands in a text, asked for all in one pass.
 * @returns 1 by the place of a list that has one, else 0; good until the next text is asked about
 */
export function which(lists: readonly (readonly string[])[]): (text: string) => Uint8Array {
  const words = [...new Set(lists.flat())];
  const owners = words.map((word) => lists.flatMap((list, place) => (list.includes(word) ? place : [])));
  const find = finder(words);
  const held = new Uint8Array(lists.length);
  return (text) => {
    held.fill(0);
    find(text, (word, at) => {
      for (const place of owners[word]!) held[place] = 1;
      return at;
    });
    return held;
  };
}

/** Words by the last bits of their first code unit: where the words with the same ones begin in the lists that follow. */
interface Index {
  readonly mask: number;
  /** By those bits, and one more. */
  readonly starts: Uint16Array;
  readonly words: readonly string[];
  /** The places of the words in their list. */
  readonly order: Uint16Array;
  readonly firsts: Uint16Array;
  /** The second code unit of each; 0 where it has one only. */
  readonly seconds: Uint16Array;
  /** By `hashOf`: 1 where a word may begin with two code units, as most places of a text begin none. */
  readonly pairs: Uint8Array;
  /** By the last bits of a code unit: 1 where a word of one only may stand. */
  readonly lone: Uint8Array;
}

const PAIRS = 0x1fff;

const hashOf = (first: number, second: number): number => (first * 31 + second) & PAIRS;

/** From so many words on, the look-up goes by more bits. */
const MANY = 64;

function indexOf(words: readonly string[]): Index {
  const mask = words.length < MANY ? 0x3ff : 0xfff;
  const key = (place: number): number => words[place]!.charCodeAt(0) & mask;
  const places = [...words.keys()].filter((place) => words[place] !== "");
  const order = Uint16Array.from(places.sort((a, b) => key(a) - key(b) || a - b));
  const starts = new Uint16Array(mask + 2);
  for (const place of order) starts[key(place) + 1]!++;
  for (let i = 0; i <= mask; i++) starts[i + 1]! += starts[i]!;
  const units = (n: number): Uint16Array => order.map((place) => words[place]!.charCodeAt(n) || 0);
  const [firsts, seconds] = [units(0), units(1)];
  const pairs = new Uint8Array(PAIRS + 1);
  const lone = new Uint8Array(mask + 1);
  for (let i = 0; i < order.length; i++)
    if (seconds[i] === 0) lone[firsts[i]! & mask] = 1;
    else pairs[hashOf(firsts[i]!, seconds[i]!)] = 1;
  return {
    mask,
    starts,
    words: Array.from(order, (place) => words[place]!),
    order,
    firsts,
    seconds,
    pairs,
    lone,
  };
}
