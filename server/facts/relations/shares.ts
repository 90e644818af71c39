import { memo } from "../../text/memo.ts";
import { isExact } from "../arithmetic.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { cutAcross } from "./sum.ts";

/** Shares of one whole, told one after another, that come to more than all of it. */
export interface Excess {
  readonly shares: readonly Mention[];
  readonly sum: number;
}

/** What a share is taken of, in its own words; empty where it goes without saying. */
const WHOLE = /占(?:比|到|了|去)?([^占]*?)(?:的?(?:比例|比重|份额)|的|为|是|达到|达|约)*$/;

/** Sets of shares above 100%. The same words of the whole, in one sentence and group, make a set. */
export const excessesOf = memo((paragraph: Paragraph): readonly Excess[] => {
  const sets = new Map<string, Mention[]>();
  for (const mention of mentionsOf(paragraph)) {
    if (mention.standing !== "share" || mention.figure.unit !== "%" || !isExact(mention.figure)) continue;
    const key = `${mention.group} ${mention.sentence} ${WHOLE.exec(mention.before)?.[1] ?? ""}`;
    const set = sets.get(key);
    if (set) set.push(mention);
    else sets.set(key, [mention]);
  }
  return [...sets.values()].flatMap((shares) => {
    const sum = shares.reduce((all, { figure }) => all + figure.value!, 0);
    const room = shares.reduce((all, { figure }) => all + figure.precision / 2, 0);
    const listed = shares.slice(1).every(({ gap }) => /[、,;]/.test(gap) && !/其中|包括|含|同比|上年|去年/.test(gap));
    return shares.length > 1 &&
      listed &&
      sum > 100 + room + 1e-9 &&
      !cutAcross(shares.map(({ gap, previous }) => (previous?.before ?? "") + gap.slice(-40)))
      ? [{ shares, sum }]
      : [];
  });
});
