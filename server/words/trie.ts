/**
 * Words as a tree of code units, in arrays that are views on the bytes of a file. The file, little-endian:
 *
 *     u32 × 5   magic, version, nodes n, families f, checksum of all that follows
 *     u16 × n   code unit by which a node is reached
 *     u16 × f   how many children the nodes have that have `MANY` or more
 *     u8  × n   cost of the word that ends at a node, 0 where none ends
 *     u8  × n   tag of its part of speech, and above it how many children the node has, but no more than `MANY`
 *
 * filled up to 4 bytes. Nodes stand breadth first, the root at 0, siblings ascending by code unit: so where a node's
 * children begin need not be stored.
 */
export interface Trie {
  /** By node: the code unit that leads to it. */
  readonly units: Uint16Array;
  /** By node: the cost of the word that ends there, 0 where none does. */
  readonly costs: Uint8Array;
  /** By node: the part of speech of that word, in the bits of `TAG`. */
  readonly tags: Uint8Array;
  /** By node, and one more: its children are the nodes from `children[node]` up to `children[node + 1]`. */
  readonly children: Uint32Array;
  /** By code unit: the child of the root, 0 where there is none. */
  readonly roots: Uint32Array;
}

export const MAGIC = 0x44574752;
export const VERSION = 1;
export const HEADER = 20;
/** The bits of a tag that hold the part of speech. */
export const TAG = 0x1f;
/** How far up in a tag the number of children stands. */
export const CHILDREN = 5;
export const MANY = 7;

/** Where the parts of a file begin, and how long it is, in bytes. */
export function layoutOf(nodes: number, families: number) {
  const units = HEADER;
  const counts = units + 2 * nodes;
  const costs = counts + 2 * families;
  const tags = costs + nodes;
  return { units, counts, costs, tags, size: 4 * Math.ceil((tags + nodes) / 4) };
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
  const { units, counts, costs, tags, size } = layoutOf(nodes, families);
  if (bytes.byteLength !== size) throw new Error("words: the dictionary is of another length than it says");
  if (checksum(bytes) !== sum) throw new Error("words: the dictionary is damaged");
  const { buffer, byteOffset } = bytes;
  return linked(
    {
      units: new Uint16Array(buffer, byteOffset + units, nodes),
      costs: new Uint8Array(buffer, byteOffset + costs, nodes),
      tags: new Uint8Array(buffer, byteOffset + tags, nodes),
    },
    new Uint16Array(buffer, byteOffset + counts, families),
  );
}

/** The tree with its links, which follow from the numbers of children. */
function linked({ units, costs, tags }: Pick<Trie, "units" | "costs" | "tags">, counts: Uint16Array): Trie {
  const nodes = tags.length;
  const children = new Uint32Array(nodes + 1);
  let next = 1;
  let family = 0;
  for (let node = 0; node < nodes; node++) {
    children[node] = next;
    const count = tags[node]! >> CHILDREN;
    next += count < MANY ? count : counts[family++]!;
  }
  children[nodes] = next;
  const roots = new Uint32Array(0x10000);
  for (let node = 1, end = children[1]!; node < end; node++) roots[units[node]!] = node;
  return { units, costs, tags, children, roots };
}

/** The child of a node by a code unit, 0 where there is none. */
export function childOf({ units, children }: Trie, node: number, unit: number): number {
  let low = children[node]!;
  let high = children[node + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = units[middle]!;
    if (found === unit) return middle;
    if (found < unit) low = middle + 1;
    else high = middle;
  }
  return 0;
}
