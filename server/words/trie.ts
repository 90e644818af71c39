/**
 * Words as a tree of code units, in arrays that are views on the bytes of a file. The file, little-endian:
 *
 *     u32 × 5   magic, version, nodes n, families f, checksum of all that follows
 *     u32 × n   nodes, see `Trie`
 *     u16 × f   how many children the nodes have that have `MANY` or more
 *
 * filled up to 4 bytes. Nodes stand breadth first, the root at 0, siblings ascending by code unit: so where a node's
 * children begin need not be stored.
 */
export interface Trie {
  /**
   * By node, in one number so that a look-up touches little memory: from bit 0 the cost of the word that ends there, 0 where
   * none does; from `POS_AT` its part of speech; from `CHILDREN_AT` how many children the node has, but no more than
   * `MANY`; from `UNIT_AT` the code unit that leads to it.
   */
  readonly nodes: Uint32Array;
  /** By node, and one more: its children are the nodes from `children[node]` up to `children[node + 1]`. */
  readonly children: Uint32Array;
  /** By code unit: the child of the root, 0 where there is none. */
  readonly roots: Uint16Array;
}

export const MAGIC = 0x44574752;
export const VERSION = 2;
export const HEADER = 20;
export const COST = 0xff;
export const POS_AT = 8;
export const POS_MASK = 0x1f;
export const CHILDREN_AT = 13;
export const MANY = 7;
export const UNIT_AT = 16;

/** Where the second part of a file begins, and how long it is, in bytes. */
export function layoutOf(nodes: number, families: number) {
  const counts = HEADER + 4 * nodes;
  return { counts, size: 4 * Math.ceil((counts + 2 * families) / 4) };
}

/** A sum of a file's bytes behind its header. A change within any one of their 32-bit words always changes it. */
export function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + HEADER, (bytes.byteLength - HEADER) >> 2);
  const { length } = words;
  let sum = 0;
  // It runs once, so by the interpreter: for each word only what that does fast.
  for (let i = 0; i < length; ) {
    for (const end = Math.min(i + 16, length); i < end; i++) sum = (sum << 5) ^ (sum >>> 27) ^ words[i]!;
    sum = Math.imul(sum, 0x9e3779b1);
  }
  return sum >>> 0;
}

/** The words in a file's bytes, which must not change afterwards. Throws an Error if they are not, in full, what was written. */
export function readTrie(file: Uint8Array): Trie {
  const bytes = file.byteOffset % 4 === 0 ? file : Uint8Array.from(file);
  if (bytes.byteLength < HEADER) throw new Error("words: the dictionary is cut short");
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER >> 2);
  const [magic, version, nodes, families, sum] = header as unknown as [number, number, number, number, number];
  if (magic !== MAGIC) throw new Error("words: not a dictionary, or one of the other byte order");
  if (version !== VERSION) throw new Error(`words: version ${version} of the dictionary, ${VERSION} is needed`);
  const { counts, size } = layoutOf(nodes, families);
  if (bytes.byteLength !== size) throw new Error("words: the dictionary is of another length than it says");
  if (checksum(bytes) !== sum) throw new Error("words: the dictionary is damaged");
  const { buffer, byteOffset } = bytes;
  return linked(
    new Uint32Array(buffer, byteOffset + HEADER, nodes),
    new Uint16Array(buffer, byteOffset + counts, families),
  );
}

/** The tree with its links, which follow from the numbers of children. */
function linked(nodes: Uint32Array, counts: Uint16Array): Trie {
  const { length } = nodes;
  const children = new Uint32Array(length + 1);
  let next = 1;
  let family = 0;
  for (let node = 0; node < length; node++) {
    children[node] = next;
    const count = (nodes[node]! >> CHILDREN_AT) & MANY;
    next += count < MANY ? count : counts[family++]!;
  }
  children[length] = next;
  const roots = new Uint16Array(0x10000);
  for (let node = 1, end = children[1]!; node < end; node++) roots[nodes[node]! >>> UNIT_AT] = node;
  return { nodes, children, roots };
}

/** The child of a node by a code unit, 0 where there is none. */
export function childOf({ nodes, children }: Trie, node: number, unit: number): number {
  let low = children[node]!;
  let high = children[node + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = nodes[middle]! >>> UNIT_AT;
    if (found === unit) return middle;
    if (found < unit) low = middle + 1;
    else high = middle;
  }
  return 0;
}
