import type { Dictionary } from "./dictionary.ts";
import { POS, type Pos, tagOf } from "./pos.ts";
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

/** Tells the words of a stretch of text, as `segment` gives them, one after another. */
export function cut(
  text: string,
  start: number,
  end: number,
  dictionary: Dictionary,
  tell: (start: number, end: number, pos: Pos, known: boolean) => void,
): void {
  const { ends, tags } = planOf(text, start, end, dictionary);
  for (let at = start; at < end; ) {
    const to = ends[at - start]!;
    const tag = tags[at - start]!;
    tell(at, to, POS[tag & ~KNOWN]!, tag >= KNOWN);
    at = to;
  }
}

/** By place in a stretch: what all from there on costs, where the word ends that begins there, and its tag. */
interface Plan {
  readonly costs: Float64Array;
  readonly ends: Uint32Array;
  readonly tags: Uint8Array;
}

const roomFor = (length: number): Plan => ({
  costs: new Float64Array(length + 1),
  ends: new Uint32Array(length + 1),
  tags: new Uint8Array(length + 1),
});

const MOST = 4096;
/** For all stretches but the longest, as arrays are dear to make. Nothing in it outlives the call of `cut`. */
let room: Plan | undefined;

/** The cheapest way on from each place of a stretch where a word may begin, found from the last to the first. */
function planOf(text: string, start: number, end: number, dictionary: Dictionary): Plan {
  room ??= roomFor(MOST);
  const plan = end - start > MOST ? roomFor(end - start) : room;
  const { costs, ends, tags } = plan;
  const classes = unitClasses();
  let least = 0;
  let to = end;
  let tag = 0;
  const consider = (until: number, cost: number, its: number) => {
    const total = cost + costs[until - start]!;
    if (total > least) return;
    least = total;
    to = until;
    tag = its | KNOWN;
  };
  costs[end - start] = 0;
  let run = end;
  let next = SIGN as number;
  let here = start < end ? classes[text.charCodeAt(end - 1)]! : SIGN;
  for (let at = end - 1; at >= start; at--) {
    const before = at > start ? classes[text.charCodeAt(at - 1)]! : SIGN;
    if (!goesOn(here, next)) run = at + 1;
    if (goesOn(before, here)) costs[at - start] = Number.POSITIVE_INFINITY;
    else {
      to = run;
      least = UNCOVERED + costs[to - start]!;
      tag = UNCOVERED_TAG[here]!;
      dictionary.walk(text, at, end, consider);
      costs[at - start] = least;
      ends[at - start] = to;
      tags[at - start] = tag;
    }
    next = here;
    here = before;
  }
  return plan;
}

/** Whether no word may end between two code units: within digits, letters and the halves of one character. */
const goesOn = (left: number, right: number): boolean =>
  left === right ? left === DIGIT || left === LETTER : left === HIGH && right === LOW;
