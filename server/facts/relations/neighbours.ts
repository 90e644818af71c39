import type { Figure } from "../../figures/figure.ts";
import { memo } from "../../text/memo.ts";
import type { Mention } from "../mention.ts";
import { mentionsOf } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";

/** How many mentions away two figures may stand and still be related: it keeps every search within linear time. */
export const REACH = 12;

/** How many parts of one whole are looked for. */
export const MOST = 64;

/** The mentions that stand side by side, in the running text and in each pair of brackets. */
export const groupsOf = memo((paragraph: Paragraph): readonly (readonly Mention[])[] => {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentionsOf(paragraph)) {
    const group = groups.get(mention.group);
    if (group) group.push(mention);
    else groups.set(mention.group, [mention]);
  }
  return [...groups.values()];
});

const KINDS = ["件起宗例案", "人名位", "个家所处", "场次", "元", "份件"];

/** Whether two figures count in the same unit, or in measure words that writers use for one another. */
export const sameUnit = (a: Figure, b: Figure): boolean => a.unit === b.unit || alike(a.unit, b.unit);

const alike = (a: string | null, b: string | null): boolean =>
  a !== null &&
  b !== null &&
  a.length === 1 &&
  b.length === 1 &&
  KINDS.some((kind) => kind.includes(a) && kind.includes(b));

/** The mentions before one in its group, nearest first; for the first of a bracket, its owner and those before that. */
export function* preceding(mention: Mention): Generator<Mention> {
  let at: Mention | null = mention.previous ?? mention.owner;
  for (let steps = 0; at && steps < REACH; steps++) {
    yield at;
    at = at.previous ?? at.owner;
  }
}

/** The mentions of the bracket that follows a mention directly. */
export const bracketed = memo((paragraph: Paragraph): ReadonlyMap<Mention, readonly Mention[]> => {
  const owned = new Map<Mention, Mention[]>();
  for (const mention of mentionsOf(paragraph)) {
    if (!mention.owner) continue;
    const inside = owned.get(mention.owner);
    if (inside) inside.push(mention);
    else owned.set(mention.owner, [mention]);
  }
  return owned;
});
