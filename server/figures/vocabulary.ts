import type { Span } from "../text/span.ts";
import { matchAt } from "./place.ts";
import { TAILS, UNITS } from "./units.ts";

/** Words by their first code units, the longest first. */
interface Words {
  /** By code unit: the place of the group of the words that begin with it, 0 where none does. */
  readonly heads: Uint16Array;
  readonly groups: readonly (readonly Word[])[];
}

interface Word {
  readonly text: string;
  /** The source of a pattern for what makes another word of it right behind it; null where nothing does. */
  readonly tail: string | null;
}

/** The words of a project beside the common ones: units, names that hold numerals but state nothing, and terms that are one word each. */
export interface Vocabulary {
  readonly units: Words;
  readonly names: Words;
  readonly terms: readonly string[];
}

/** The standard vocabulary with a project's own units, names and terms besides. */
export function vocabulary(
  own: {
    readonly units?: readonly string[];
    readonly names?: readonly string[];
    readonly terms?: readonly string[];
  } = {},
): Vocabulary {
  const known = Object.values(UNITS).flatMap((group) => group.split(" "));
  return { units: words([...known, ...(own.units ?? [])]), names: words(own.names ?? []), terms: own.terms ?? [] };
}

function words(list: readonly string[]): Words {
  const heads = new Uint16Array(0x10000);
  const groups: Word[][] = [[]];
  for (const text of list) {
    if (text === "") continue;
    const head = text.charCodeAt(0);
    heads[head] ||= groups.push([]) - 1;
    groups[heads[head]!]!.push({ text, tail: tailOf(text) });
  }
  for (const group of groups) group.sort((a, b) => b.text.length - a.text.length);
  return { heads, groups };
}

/** 259件次之 is 259件, and 次之 what comes next to the most. */
const tailOf = (text: string): string | null =>
  Object.hasOwn(TAILS, text) ? TAILS[text]! : text.length > 1 && text.endsWith("次") ? "之(?!后|内|间|多|前|中)" : null;

/** The end of the longest word that starts at an offset; the offset itself where there is none. */
export function longest({ heads, groups }: Words, text: string, at: number): number {
  const group = heads[text.charCodeAt(at)];
  if (!group) return at;
  for (const word of groups[group]!) {
    const end = at + word.text.length;
    if (text.startsWith(word.text, at) && !(word.tail && goesOn(word.tail, text, end))) return end;
  }
  return at;
}

const patterns = new Map<string, RegExp>();

/** Whether what follows a word makes another one of it. */
function goesOn(tail: string, text: string, at: number): boolean {
  let pattern = patterns.get(tail);
  if (!pattern) {
    pattern = new RegExp(`(?:${tail})`, "y");
    patterns.set(tail, pattern);
  }
  return matchAt(pattern, text, at) !== null;
}

/** Where words of the list stand in a text: from left to right, the longest at each place. */
export function occurrences(list: Words, text: string): readonly Span[] {
  const found: Span[] = [];
  if (list.groups.length === 1) return found;
  for (let at = 0; at < text.length; ) {
    const end = longest(list, text, at);
    if (end > at) found.push({ start: at, end });
    at = Math.max(end, at + 1);
  }
  return found;
}

export const standard: Vocabulary = vocabulary();
