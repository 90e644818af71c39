import type { Report } from "../report/report.ts";
import type { Block, Placed } from "../syntax/block.ts";
import { type Hash, hash, hex } from "../text/hash.ts";
import { memo } from "../text/memo.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * A name for each finding of a report that stays as long as its paragraph does, wherever that stands, and changes with
 * the paragraph: rule, the paragraph's words, the words found, and which of several equal ones it is.
 * @returns 16 hexadecimal digits for each diagnostic, in their order
 */
export function fingerprints({ text, blocks }: Report, diagnostics: readonly Diagnostic[]): readonly string[] {
  const known = new Map<string, Map<string, Begun>>();
  return diagnostics.map(({ rule, span }) => {
    const placed = blockAt(blocks, span.start);
    const paragraph = placed ? wordsOf(placed.block) : "";
    const rules = known.get(paragraph) ?? new Map<string, Begun>();
    known.set(paragraph, rules);
    const { begun, seen } = rules.get(rule) ?? {
      begun: hash(`[${JSON.stringify(rule)},${JSON.stringify(paragraph)},`),
      seen: new Map<string, number>(),
    };
    rules.set(rule, { begun, seen });
    const words = text.slice(span.start, span.end);
    const count = seen.get(words) ?? 0;
    seen.set(words, count + 1);
    return hex(hash(`${JSON.stringify(words)}]${count}`, begun));
  });
}

/** What the names of one rule’s findings in one paragraph begin with: a long one is gone through once. */
interface Begun {
  readonly begun: Hash;
  /** How often some words were found. */
  readonly seen: Map<string, number>;
}

const wordsOf = memo(({ text }: Block) => text.trim());

function blockAt(blocks: readonly Placed[], offset: number): Placed | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}
