import type { Span } from "../text/span.ts";
import { TAILS, UNITS } from "./units.ts";

/** Words by their first characters, the longest first. */
type Words = ReadonlyMap<string, readonly string[]>;

/** The words that the scanner knows: units, and names that hold numerals but state nothing. */
export interface Vocabulary {
  readonly units: Words;
  readonly names: Words;
}

/** The standard vocabulary with a project's own units and names besides. */
export function vocabulary(
  own: { readonly units?: readonly string[]; readonly names?: readonly string[] } = {},
): Vocabulary {
  const known = Object.values(UNITS).flatMap((group) => group.split(" "));
  return { units: words([...known, ...(own.units ?? [])]), names: words(own.names ?? []) };
}

function words(list: readonly string[]): Words {
  const heads = new Map<string, string[]>();
  for (const word of list) {
    if (word === "") continue;
    const others = heads.get(word[0]!);
    if (others) others.push(word);
    else heads.set(word[0]!, [word]);
  }
  for (const group of heads.values()) group.sort((a, b) => b.length - a.length);
  return heads;
}

/** The end of the longest word that starts at an offset; the offset itself where there is none. */
export function longest(list: Words, text: string, at: number): number {
  const word = list
    .get(text[at] ?? "")
    ?.find((word) => text.startsWith(word, at) && !goesOn(word, text, at + word.length));
  return at + (word?.length ?? 0);
}

/** Where words of the list stand in a text: from left to right, the longest at each place. */
export function occurrences(list: Words, text: string): readonly Span[] {
  const found: Span[] = [];
  if (list.size === 0) return found;
  for (let at = 0; at < text.length; ) {
    const end = longest(list, text, at);
    if (end > at) found.push({ start: at, end });
    at = Math.max(end, at + 1);
  }
  return found;
}

const tails = new Map<string, RegExp | null>();

/** Whether what follows a word makes another one of it. */
function goesOn(word: string, text: string, at: number): boolean {
  let tail = tails.get(word);
  if (tail === undefined) {
    tail = TAILS[word] ? new RegExp(`(?:${TAILS[word]})`, "y") : null;
    tails.set(word, tail);
  }
  if (!tail) return false;
  tail.lastIndex = at;
  return tail.test(text);
}

export const standard: Vocabulary = vocabulary();
