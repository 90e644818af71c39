import fnv1a from "@sindresorhus/fnv1a";
import type { Report } from "../report/report.ts";
import type { Placed } from "../syntax/block.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * A name for each finding of a report that stays as long as its paragraph does, wherever that stands, and changes with
 * the paragraph: rule, the paragraph's words, the words found, and which of several equal ones it is.
 * @returns 16 hexadecimal digits for each diagnostic, in their order
 */
export function fingerprints({ text, blocks }: Report, diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, span }) => {
    const paragraph = blockAt(blocks, span.start)?.block.text.trim() ?? "";
    const key = JSON.stringify([rule, paragraph, text.slice(span.start, span.end)]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return fnv1a(`${key}${count}`, { size: 64 }).toString(16).padStart(16, "0");
  });
}

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
