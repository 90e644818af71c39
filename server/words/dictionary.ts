import { once } from "../text/memo.ts";
import { data } from "./data.ts";
import { encode } from "./encode.ts";
import { POS, type Pos } from "./pos.ts";
import { COST, childOf, POS_AT, POS_MASK, readTrie, type Trie } from "./trie.ts";

/**
 * Words with what each costs and its part of speech. A cost is the negative logarithm of the word's share among all
 * words of running text, in sixteenths: the likelier, the cheaper.
 */
export interface Dictionary {
  /** The trees that its words stand in; of a word that stands in several the last says what it is. */
  readonly tries: readonly Trie[];
  has(word: string): boolean;
  /** The word's part of speech, undefined for what is no word of the dictionary. */
  pos(word: string): Pos | undefined;
}

/** As many code units as a word has at the most, so that a text takes time linear in its length. */
export const LONGEST = 64;
/** What a word costs that somebody lists by hand: less than any two words together, about as much as 负责人. */
const LISTED = 155;

/** The dictionary in bytes made by `scripts/dictionary.mjs`. Throws an Error where they are damaged. */
export const load = (bytes: Uint8Array): Dictionary => over([readTrie(bytes)]);

/** The dictionary that is built in, read when it is first asked for. */
export const dictionary = once(() => load(bytesOf(data)));

/**
 * A dictionary with words on top of another's, which stays as it is. A word that does not say its part of speech keeps
 * the one that it has there, and is a noun if it is new. Empty words and those longer than `LONGEST` are left out.
 */
export function withWords(base: Dictionary, words: readonly { word: string; pos?: Pos }[]): Dictionary {
  const entries = words
    .filter(({ word }) => word.length <= LONGEST)
    .map(({ word, pos = base.pos(word) ?? "n" }) => ({ word, pos, cost: LISTED }));
  return entries.length === 0 ? base : over([...base.tries, readTrie(encode(entries))]);
}

/** A dictionary of some trees, the lowest first. */
function over(tries: readonly Trie[]): Dictionary {
  const pos = (word: string): Pos | undefined => {
    for (let i = tries.length - 1; i >= 0; i--) {
      const { nodes } = tries[i]!;
      const node = nodes[nodeOf(tries[i]!, word)]!;
      if ((node & COST) !== 0) return POS[(node >> POS_AT) & POS_MASK];
    }
    return undefined;
  };
  return { tries, has: (word) => pos(word) !== undefined, pos };
}

/** The node that a word leads to, 0 where it leads nowhere. */
function nodeOf(trie: Trie, word: string): number {
  let node = word === "" ? 0 : trie.roots[word.charCodeAt(0)]!;
  for (let i = 1; i < word.length && node !== 0; i++) node = childOf(trie, node, word.charCodeAt(i));
  return node;
}

/** Bytes from base64: by Node's own decoder where there is one, by a browser's elsewhere. */
function bytesOf(base64: string): Uint8Array {
  if (typeof Buffer === "function") return Buffer.from(base64, "base64");
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
