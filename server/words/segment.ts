import { once } from "../text/memo.ts";
import type { Dictionary } from "./dictionary.ts";
import { POS, type Pos, tagOf } from "./pos.ts";
import { COST, childOf, POS_AT, POS_MASK } from "./trie.ts";
import { DIGIT, HIGH, LETTER, LOW, SIGN, unitClasses } from "./units.ts";

/** A word or mark of a text. Offsets are UTF-16 code units into the whole text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly pos: Pos;
  /** False for a character that no word of the dictionary covers; true for those that are, and for digits, letters and marks. */
  readonly known: boolean;
}

/** What a character costs that no word of the dictionary covers: more than any word of it. */
const UNCOVERED = 300;

/** Added to a tag of a word that is known. */
const KNOWN = 0x80;

/** The tag of what no word of the dictionary covers, by the class of its first code unit. */
const UNCOVERED_TAG = Uint8Array.of(
  tagOf("x"),
  tagOf("m") | KNOWN,
  tagOf("x") | KNOWN,
  tagOf("mark") | KNOWN,
  tagOf("x"),
  tagOf("x"),
);

/**
 * Cuts a stretch of text into the likeliest words, which one after another are that stretch. Digits in a row are one
 * word, and so are letters; of the rest, each character that no word covers is one. Takes any string, in linear time.
 */
export function segment(text: string, start: number, end: number, dictionary: Dictionary): readonly Word[] {
  const words: Word[] = [];
  cut(text, start, end, dictionary, (start, end, pos, known) => words.push({ start, end, pos, known }));
  return words;
}

/** Told of a word, and of where it stands in its dictionary: its place among the nodes of all trees there, 0 if nowhere. */
export type Tell = (start: number, end: number, pos: Pos, known: boolean, entry: number) => void;

/** Tells the words of a stretch of text, as `segment` gives them, one after another. */
export function cut(text: string, start: number, end: number, dictionary: Dictionary, tell: Tell): void {
  const { ends, tags, entries } = planOf(text, start, end, dictionary);
  for (let at = start; at < end; ) {
    const place = at - start;
    const to = ends[place]!;
    const tag = tags[place]!;
    tell(at, to, POS[tag & ~KNOWN]!, tag >= KNOWN, entries[place]!);
    at = to;
  }
}

/** By place in a stretch: its code unit, what all from there on costs, where the word ends that begins there, its tag and its entry. */
interface Plan {
  readonly units: Uint16Array;
  readonly costs: Float64Array;
  readonly ends: Uint32Array;
  readonly tags: Uint8Array;
  readonly entries: Uint32Array;
}

const roomFor = (length: number): Plan => ({
  units: new Uint16Array(length + 1),
  costs: new Float64Array(length + 1),
  ends: new Uint32Array(length + 1),
  tags: new Uint8Array(length + 1),
  entries: new Uint32Array(length + 1),
});

const MOST = 4096;
/** For all stretches but the longest, as arrays are dear to make. Nothing in it outlives the call of `cut`. */
const room = once(() => roomFor(MOST));

/** The cheapest way on from each place of a stretch where a word may begin, found from the last to the first. */
function planOf(text: string, start: number, end: number, { tries }: Dictionary): Plan {
  const length = end - start;
  const plan = length > MOST ? roomFor(length) : room();
  const { units, costs, ends, tags, entries } = plan;
  const classes = unitClasses();
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(start + at);
  costs[length] = 0;
  let run = length;
  let next = SIGN as number;
  let here = length > 0 ? classes[units[length - 1]!]! : SIGN;
  for (let at = length - 1; at >= 0; at--) {
    const before = at > 0 ? classes[units[at - 1]!]! : SIGN;
    if (!goesOn(here, next)) run = at + 1;
    if (goesOn(before, here)) costs[at] = Number.POSITIVE_INFINITY;
    else {
      let to = run;
      let least = UNCOVERED + costs[to]!;
      let tag = UNCOVERED_TAG[here]!;
      let entry = 0;
      let first = 0;
      for (let i = 0; i < tries.length; i++) {
        const trie = tries[i]!;
        const { nodes, roots } = trie;
        let until = at + 1;
        for (let place = roots[units[at]!]!; place !== 0; until++) {
          const node = nodes[place]!;
          const cost = node & COST;
          const total = cost + costs[until]!;
          if (cost !== 0 && total <= least) {
            least = total;
            to = until;
            tag = ((node >> POS_AT) & POS_MASK) | KNOWN;
            entry = first + place;
          }
          place = until < length ? childOf(trie, place, units[until]!) : 0;
        }
        first += nodes.length;
      }
      costs[at] = least;
      ends[at] = to + start;
      tags[at] = tag;
      entries[at] = entry;
    }
    next = here;
    here = before;
  }
  return plan;
}

/** Whether no word may end between two code units: within digits, letters and the halves of one character. */
const goesOn = (left: number, right: number): boolean =>
  left === right ? left === DIGIT || left === LETTER : left === HIGH && right === LOW;
