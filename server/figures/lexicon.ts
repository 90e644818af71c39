import { UNITS } from "./units.ts";

/** The words that the scanner knows, as a trie over the folded text. */
export interface Lexicon {
  readonly units: Node;
  readonly names: Node;
}

interface Node {
  readonly next: Map<string, Node>;
  /** Where a word ends: what must not follow it. */
  word?: RegExp | null;
}

/** A lexicon with a project's own units and names besides the standard ones. */
export function lexicon(own: { readonly units?: readonly string[]; readonly names?: readonly string[] } = {}): Lexicon {
  const rows = Object.values(UNITS).flatMap((row) => row.split(" "));
  return { units: trie([...rows, ...(own.units ?? [])]), names: trie(own.names ?? []) };
}

function trie(rows: readonly string[]): Node {
  const root: Node = { next: new Map() };
  for (const row of rows) {
    const mark = row.indexOf("!");
    const word = mark < 0 ? row : row.slice(0, mark);
    const tails = mark < 0 ? "" : row.slice(mark + 1);
    let node = root;
    for (const c of word) {
      let next = node.next.get(c);
      if (!next) {
        next = { next: new Map() };
        node.next.set(c, next);
      }
      node = next;
    }
    if (node !== root) node.word = tails ? new RegExp(`(?:${tails})`, "y") : null;
  }
  return root;
}

/** The end of the longest word of the trie that starts at an offset; the offset itself where there is none. */
export function longest(words: Node, text: string, at: number): number {
  let end = at;
  let node: Node | undefined = words;
  for (let i = at; node; i++) {
    if (node.word !== undefined && !follows(node.word, text, i)) end = i;
    node = node.next.get(text[i] ?? "");
  }
  return end;
}

function follows(tail: RegExp | null, text: string, at: number): boolean {
  if (!tail) return false;
  tail.lastIndex = at;
  return tail.test(text);
}

export const standard: Lexicon = lexicon();
