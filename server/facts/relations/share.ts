import { indicatorOf, likeness } from "../indicator.ts";
import type { Mention } from "../mention.ts";
import { preceding, REACH, sameUnit } from "./neighbours.ts";
import { decide, type Rate, type Reading } from "./proportion.ts";
import { nextIn, parallel } from "./sides.ts";

const ELSEWHERE = /全[国省市区县]|同期|同类|上年|去年|比上|本[省市]|辖区/;

/** 分别占16.1%、42.8%: what goes on from a share is one. */
export function isShare(claim: Mention): boolean {
  let at = claim;
  for (let steps = 0; at.standing === "rate" && at.before === "" && at.previous && steps < REACH; steps++)
    at = at.previous;
  const alone = claim.before === "" && claim.owner?.standing === "level" && claim.previous === null;
  return at.standing === "share" || (claim.standing === "rate" && alone);
}

/** What was set out to do may be less than what was done. */
const PLANNED = /计划|目标|任务|预算/;
const ALL = /共|总|累计|全部|合计|受理/;
const WORDS = /占(?:比|到|了|去)?([^占]*)$/;

/** 民事437件，占47.5%: a share, what it counts and what it is taken of. */
export function shared(
  claim: Mention,
  totals: ReadonlyMap<Mention, Mention>,
  mentions: readonly Mention[],
  inside: readonly Mention[],
): Rate | null {
  const part = partOf(claim, mentions, inside);
  if (!part || part.standing === "delta" || !linked(part, claim)) return null;
  const words = WORDS.exec(claim.before)?.[1]?.replace(/(?:比例|比重|份额)?(?:的|为|是|达|达到|约|近)*$/, "") ?? "";
  if (PLANNED.test(words)) {
    const plan = [...preceding(part)].find(
      (m) => m.sentence === part.sentence && sameUnit(m.figure, part.figure) && PLANNED.test(m.before),
    );
    return plan
      ? decide(claim, [{ whole: plan, part, remainder: false }], { whole: plan, part, remainder: false })
      : null;
  }
  const wholes = wholesOf(claim, part, mentions);
  const own = totals.get(part);
  const given = bracketedWhole(claim, part, mentions);
  if (given) return decide(claim, [{ whole: given, part, remainder: false }], { whole: given, part, remainder: false });
  const all = own && !wholes.includes(own) ? [...wholes, own] : wholes;
  const readings = all.map((whole): Reading => ({ whole, part, remainder: false }));
  const generic =
    words === "" || /^(?:全部|总|全年|其|比|案件总|年度)/.test(words) || /总(?:数|量|额|人数|件数)?$/.test(words);
  // Of 分别占16.1%、42.8%, the counts beside the part are parts as well.
  const alone = parallel(claim, mentions) === null;
  const here = alone ? wholes.filter((m) => near(m, claim, part) && (!isApart(m, part) || ALL.test(m.before))) : [];
  // Of several larger counts beside it, one that is said to be all is the whole.
  const nearby = own ?? (here.length > 1 ? (here.find((m) => ALL.test(m.before)) ?? null) : here[0]) ?? undefined;
  const meant = generic
    ? nearby
    : wholes.find((m) => near(m, claim, part) && likeness(words, indicatorOf(m).words + indicatorOf(m).noun) >= 0.5);
  const foreign = ELSEWHERE.test(words) && !(meant && ELSEWHERE.test(meant.gap));
  // Where the sentence has its whole, those of other sentences give the share by chance only.
  const usable =
    generic && nearby ? readings.filter(({ whole }) => whole === nearby || near(whole, claim, part)) : readings;
  return decide(claim, usable, meant && !foreign ? { whole: meant, part, remainder: false } : undefined);
}

/** 312人，占总数（520人）的60%: the whole in the bracket behind its name. */
function bracketedWhole(claim: Mention, part: Mention, mentions: readonly Mention[]): Mention | null {
  if (claim.previous !== part || !/占[^占]{2,}的$/.test(claim.before)) return null;
  const [whole, ...others] = mentions.slice(part.index + 1, claim.index);
  if (!whole || others.length || whole.standing !== "level" || !/^(?:共|总|计|总数|合计)*$/.test(whole.before))
    return null;
  return sameUnit(whole.figure, part.figure) && whole.figure.value! >= part.figure.value! ? whole : null;
}

/** A semicolon stands between a whole and what may be its part. */
function isApart(whole: Mention, part: Mention): boolean {
  for (let at: Mention | null = part, steps = 0; at && at !== whole && steps < REACH; at = at.previous, steps++)
    if (/;/.test(at.gap)) return true;
  return false;
}

const near = (whole: Mention, claim: Mention, part: Mention): boolean =>
  whole.sentence === claim.sentence || whole.sentence === part.sentence || whole.sentence === claim.owner?.sentence;

/** What a share counts: the count in its bracket, right after it, of its own subject, or right before it. */
function partOf(claim: Mention, mentions: readonly Mention[], inside: readonly Mention[]): Mention | undefined {
  const ranked = parallel(claim, mentions);
  if (ranked) return ranked[0];
  if (inside.length === 1) return inside[0];
  const next = nextIn(claim, mentions);
  if (next?.sentence === claim.sentence && /^,?(?:为|共|计|达|即|有)$/.test(next.gap)) return next;
  const levels = [...preceding(claim)].filter((m) => m.standing === "level" || m.standing === "delta");
  const subject =
    /^(.*)占/.exec(claim.before)?.[1]?.replace(/其中|分别|[^\u4e00-\u9fff]|[约共各均已仅也都]/g, "") ?? "";
  if (subject.length < 2) {
    // 504个村中，263个村收入超过10万元，占52.2%: a mark that each of them has to reach is not what is counted.
    const [mark, counted, whole] = levels;
    const counts =
      mark && counted && whole && !sameUnit(mark.figure, counted.figure) && sameUnit(counted.figure, whole.figure);
    return counts && /中$/.test(whole.after) && counted.sentence === claim.sentence ? counted : mark;
  }
  return (
    levels.find((m) => indicatorOf(m).words.startsWith(subject)) ??
    levels.find((m) => isOf(subject, indicatorOf(m).words))
  );
}

/** The larger counts before a share, and the sum after it. */
function wholesOf(claim: Mention, part: Mention, mentions: readonly Mention[]): readonly Mention[] {
  const summing = mentions
    .slice(claim.index + 1, claim.index + REACH)
    .filter(
      (m) =>
        m.group === claim.group && m.sentence === claim.sentence && /^(?:总|一)?共$|合计$|总计$|共计$/.test(m.before),
    );
  return [...new Set([...preceding(part), ...preceding(claim), ...summing])].filter((m) => {
    const next = nextIn(m, mentions);
    // What has a share of its own is a part beside this one.
    const sibling = next !== claim && next?.standing === "share";
    return (
      m !== part &&
      m.standing === "level" &&
      !sibling &&
      sameUnit(m.figure, part.figure) &&
      m.figure.value! >= part.figure.value!
    );
  });
}

/** Nothing but the share's own words stands between it and its part. */
const linked = (part: Mention, claim: Mention): boolean =>
  part.sentence === claim.sentence ||
  part === claim.owner ||
  part.owner === claim ||
  part.sentence === claim.owner?.sentence;

/** 税收 of 税收收入, but not 对邻国出口 of 出口, which is a part of it. */
const isOf = (subject: string, words: string): boolean =>
  subject.length <= words.length + 2 && likeness(subject, words) >= 0.5;
