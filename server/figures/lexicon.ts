import type { Span } from "../text/span.ts";
import { TAILS, UNITS } from "./units.ts";

/** Words as a trie. */
interface Words {
  readonly next: Map<string, Words>;
  /** Whether a word ends here; a pattern forbids what may not follow it. */
  end: boolean;
  not: RegExp | null;
}

/** The words that the scanner knows: units, and names that hold numerals but state nothing. */
export interface Lexicon {
  readonly units: Words;
  readonly names: Words;
}

/** The standard lexicon with a project's own units and names besides. */
export function lexicon(own: { readonly units?: readonly string[]; readonly names?: readonly string[] } = {}): Lexicon {
  const known = Object.values(UNITS).flatMap((group) => group.split(" "));
  return { units: words([...known, ...(own.units ?? [])]), names: words(own.names ?? []) };
}

function words(list: readonly string[]): Words {
  const root: Words = { next: new Map(), end: false, not: null };
  for (const word of list) {
    let node = root;
    for (const c of word) {
      let next = node.next.get(c);
      if (!next) {
        next = { next: new Map(), end: false, not: null };
        node.next.set(c, next);
      }
      node = next;
    }
    if (node === root) continue;
    node.end = true;
    node.not = TAILS[word] ? new RegExp(`(?:${TAILS[word]})`, "y") : null;
  }
  return root;
}

/** The end of the longest word that starts at an offset; the offset itself where there is none. */
export function longest(list: Words, text: string, at: number): number {
  let end = at;
  let node: Words | undefined = list;
  for (let i = at; node; i++) {
    if (node.end && !forbids(node.not, text, i)) end = i;
    node = node.next.get(text[i] ?? "");
  }
  return end;
}

/** Where words of the list stand in a text: from left to right, the longest at each place. */
export function occurrences(list: Words, text: string): readonly Span[] {
  const found: Span[] = [];
  if (list.next.size === 0) return found;
  for (let at = 0; at < text.length; ) {
    const end = longest(list, text, at);
    if (end > at) found.push({ start: at, end });
    at = Math.max(end, at + 1);
  }
  return found;
}

function forbids(not: RegExp | null, text: string, at: number): boolean {
  if (!not) return false;
  not.lastIndex = at;
  return not.test(text);
}

export const standard: Lexicon = lexicon();
