import { type Pos, tagOf } from "./pos.ts";
import { CHILDREN_AT, checksum, HEADER, layoutOf, MAGIC, MANY, POS_AT, UNIT_AT, VERSION } from "./trie.ts";

/** A word to be written. Its cost is a whole number from 1 to 255. */
export interface Entry {
  readonly word: string;
  readonly cost: number;
  readonly pos: Pos;
}

interface Node {
  readonly unit: number;
  readonly children: Map<number, Node>;
  entry?: Entry;
}

const nodeAt = (unit: number): Node => ({ unit, children: new Map() });

/** The bytes that `readTrie` reads. Of entries of one word the last stands; an empty word is left out. */
export function encode(entries: Iterable<Entry>): Uint8Array {
  const nodes = breadthFirst(treeOf(entries));
  const counts = nodes.map(({ children }) => children.size).filter((count) => count >= MANY);
  const layout = layoutOf(nodes.length, counts.length);
  const bytes = new Uint8Array(layout.size);
  new Uint32Array(bytes.buffer, HEADER, nodes.length).set(nodes.map(packed));
  new Uint16Array(bytes.buffer, layout.counts, counts.length).set(counts);
  new Uint32Array(bytes.buffer, 0, 5).set([MAGIC, VERSION, nodes.length, counts.length, checksum(bytes)]);
  return bytes;
}

const packed = ({ unit, entry, children }: Node): number =>
  ((unit << UNIT_AT) |
    (Math.min(children.size, MANY) << CHILDREN_AT) |
    (tagOf(entry?.pos ?? "x") << POS_AT) |
    (entry?.cost ?? 0)) >>>
  0;

function treeOf(entries: Iterable<Entry>): Node {
  const root = nodeAt(0);
  for (const entry of entries) {
    let node = root;
    for (let i = 0; i < entry.word.length; i++) {
      const unit = entry.word.charCodeAt(i);
      const child = node.children.get(unit) ?? nodeAt(unit);
      node.children.set(unit, child);
      node = child;
    }
    if (node !== root) node.entry = entry;
  }
  return root;
}

function breadthFirst(root: Node): readonly Node[] {
  const nodes = [root];
  for (const { children } of nodes) {
    for (const child of [...children.values()].sort((a, b) => a.unit - b.unit)) nodes.push(child);
  }
  return nodes;
}
