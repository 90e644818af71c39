import { memo } from "../../text/memo.ts";
import { interval, isExact, isWhole, numerators, quotient, rounds, states } from "../arithmetic.ts";
import { indicatorOf, likeness, wordsOf } from "../indicator.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../paragraph.ts";
import { bracketed, preceding, REACH, sameUnit } from "./neighbours.ts";
import { NAMED_RATES, QUALIFIED } from "./rate-names.ts";
import { nextIn, parallel } from "./sides.ts";
import { totalsOf } from "./total.ts";

/** A percentage of a whole, with the part where it is stated. */
export interface Rate {
  readonly kind: "rate";
  readonly claim: Mention;
  /** What the percentage is taken of. */
  readonly whole: number;
  readonly wholeMention: Mention;
  /** What it counts; null where only the whole is stated. */
  readonly part: number | null;
  readonly partMention: Mention | null;
  /** The part is what is left of the whole: 不合格8批次，合格率98.4%. */
  readonly remainder: boolean;
  /** `impossible`: no whole number gives this percentage of the whole. */
  readonly verdict: "holds" | "fails" | "impossible" | "unknown";
  /** It holds only if the last place was cut off and not rounded. */
  readonly cut: boolean;
}

interface Reading {
  readonly whole: Mention;
  readonly part: Mention | null;
  readonly remainder: boolean;
}

const RATE_NAME =
  /([\u4e00-\u9fff“”]{0,20}?(?:率|满意度|进度|比例|比重|占比))(?:为|是|达到|达|高达|仅为|仅|约为|保持在|稳定在|在|已达|均为|:|\s)*$/;
const NEGATED = /[不未没无]/;
const OF = /^(?:的|[^,;:。]{1,10}的)$/;
const ELSEWHERE = /全[国省市区县]|同期|同类|上年|去年|比上|本[省市]|辖区/;

/** The percentages of a paragraph that can be set against counts. */
export const ratesOf = memo((paragraph: Paragraph): readonly Rate[] => {
  const found: Rate[] = [];
  const totals = new Map(
    totalsOf(paragraph).flatMap((total) => total.parts.map((part) => [part, total.whole] as const)),
  );
  const mentions = mentionsOf(paragraph);
  for (const claim of mentions) {
    if (claim.figure.unit !== "%" && claim.figure.unit !== "成") continue;
    if (claim.standing !== "rate" && claim.standing !== "share") continue;
    if (!isExact(claim.figure)) continue;
    const inside = (bracketed(paragraph).get(claim) ?? []).filter(
      ({ standing }) => standing === "level" || standing === "target",
    );
    const rate =
      fraction(paragraph, claim, mentions) ??
      ofStated(claim) ??
      (isShare(claim) ? shared(claim, totals, mentions, inside) : named(claim, mentions, inside));
    if (rate) found.push(rate);
  }
  return found;
});

/** 分别占16.1%、42.8%: what goes on from a share is one. */
function isShare(claim: Mention): boolean {
  let at = claim;
  for (let steps = 0; at.standing === "rate" && at.before === "" && at.previous && steps < REACH; steps++)
    at = at.previous;
  const alone = claim.before === "" && claim.owner?.standing === "level" && claim.previous === null;
  return at.standing === "share" || (claim.standing === "rate" && alone);
}

const percentOf = ({ figure }: Mention): { percent: number; step: number } => {
  const scale = figure.unit === "成" ? 10 : 1;
  return { percent: figure.value! * scale, step: figure.precision * scale };
};

function gives(claim: Mention, { whole, part, remainder }: Reading, reads = states): boolean {
  const { percent, step } = percentOf(claim);
  if (!part) return false;
  const all = interval(whole.figure);
  const some = interval(part.figure);
  const range = remainder ? { low: all.low - some.high, high: all.high - some.low } : some;
  const fraction = quotient(range, all);
  return fraction !== null && reads(percent, step, fraction);
}

function relation(claim: Mention, reading: Reading, verdict: Rate["verdict"]): Rate {
  const { whole, part, remainder } = reading;
  const count = part === null ? null : remainder ? whole.figure.value! - part.figure.value! : part.figure.value!;
  return {
    kind: "rate",
    claim,
    whole: whole.figure.value!,
    wholeMention: whole,
    part: count,
    partMention: part,
    remainder,
    verdict,
    cut: verdict === "holds" && !gives(claim, reading, rounds),
  };
}

const sound = ({ whole, part }: Reading): boolean =>
  isExact(whole.figure) && whole.figure.value! > 0 && (part === null || isExact(part.figure));

/** 成功率99.78%（21446/21493）. */
function fraction({ folded }: Paragraph, claim: Mention, mentions: readonly Mention[]): Rate | null {
  const ratio = mentions
    .slice(claim.index + 1, claim.index + 3)
    .find(({ figure }) => figure.kind === "ratio" && figure.span.start <= claim.figure.span.end + 4)?.figure;
  if (!ratio || !/^[(,]/.test(folded.slice(claim.figure.span.end, ratio.span.start))) return null;
  const numbers = /^(\d+)\/(\d+)$/.exec(folded.slice(ratio.span.start, ratio.span.end));
  if (!numbers) return null;
  const part = Number(numbers[1]);
  const whole = Number(numbers[2]);
  if (!(whole > 0)) return null;
  const { percent, step } = percentOf(claim);
  const value = part / whole;
  const mention: Mention = { ...claim, figure: ratio };
  return {
    kind: "rate",
    claim,
    whole,
    wholeMention: mention,
    part,
    partMention: mention,
    remainder: false,
    verdict: states(percent, step, { low: value, high: value }) ? "holds" : "fails",
    cut: !rounds(percent, step, { low: value, high: value }),
  };
}

/** 完成年初预算60999万元的40.4%: the whole stands right before. */
function ofStated(claim: Mention): Rate | null {
  const whole = claim.previous;
  if (
    !whole ||
    claim.mark !== "" ||
    !OF.test(claim.before) ||
    /^占/.test(claim.before) ||
    whole.sentence !== claim.sentence
  )
    return null;
  if (
    whole.standing === "rate" ||
    whole.standing === "share" ||
    whole.standing === "growth" ||
    whole.figure.unit === "%"
  )
    return null;
  const readings = counts(whole, claim)
    .filter((part) => part !== whole)
    .map((part): Reading => ({ whole, part, remainder: false }));
  return decide(claim, readings, readings[0]);
}

/** The counts before a claim in its sentence, nearest first, in the unit of another one. */
function counts(like: Mention, claim: Mention): Mention[] {
  return [...preceding(claim)].filter(
    (m) =>
      m.standing === "level" &&
      sameUnit(m.figure, like.figure) &&
      (m.sentence === claim.sentence || m.sentence === claim.owner?.sentence),
  );
}

function decide(claim: Mention, readings: readonly Reading[], likely: Reading | undefined): Rate | null {
  const usable = readings.filter(sound);
  const match = usable.find((reading) => gives(claim, reading));
  if (match) return relation(claim, match, "holds");
  if (!likely) return null;
  return relation(claim, likely, sound(likely) ? "fails" : "unknown");
}

/** 税收 of 税收收入, but not 对邻国出口 of 出口, which is a part of it. */
const isOf = (subject: string, words: string): boolean =>
  subject.length <= words.length + 2 && likeness(subject, words) >= 0.5;

/** 民事437件，占47.5%. */
function shared(
  claim: Mention,
  totals: ReadonlyMap<Mention, Mention>,
  mentions: readonly Mention[],
  inside: readonly Mention[],
): Rate | null {
  const words =
    /占(?:比|到|了|去)?([^占]*)$/
      .exec(claim.before)?.[1]
      ?.replace(/(?:比例|比重|份额)?(?:的|为|是|达|达到|约|近)*$/, "") ?? "";
  const subject =
    /^(.*)占/.exec(claim.before)?.[1]?.replace(/其中|分别|[^\u4e00-\u9fff]|[约共各均已仅也都]/g, "") ?? "";
  const levels = [...preceding(claim)].filter((m) => m.standing === "level" || m.standing === "delta");
  const next = nextIn(claim, mentions);
  const ranked = parallel(claim, mentions);
  if (ranked && !ranked.length) return null;
  const part = ranked
    ? ranked[0]
    : inside.length === 1
      ? inside[0]
      : next && next.sentence === claim.sentence && /^,?(?:为|共|计|达|即|有)$/.test(next.gap)
        ? next
        : subject.length < 2
          ? levels[0]
          : (levels.find((m) => indicatorOf(m).words.startsWith(subject)) ??
            levels.find((m) => isOf(subject, indicatorOf(m).words)));
  if (!part || part.standing === "delta" || !linked(part, claim)) return null;
  const summing = mentions
    .slice(claim.index + 1, claim.index + REACH)
    .filter(
      (m) =>
        m.group === claim.group && m.sentence === claim.sentence && /^(?:总|一)?共$|合计$|总计$|共计$/.test(m.before),
    );
  const wholes = [...preceding(part), ...preceding(claim), ...summing].filter(
    (m, i, all) =>
      all.indexOf(m) === i &&
      m !== part &&
      m.standing === "level" &&
      // What has a share of its own is a part beside this one.
      (nextIn(m, mentions) === claim || nextIn(m, mentions)?.standing !== "share") &&
      sameUnit(m.figure, part.figure) &&
      m.figure.value! >= part.figure.value!,
  );
  const own = totals.get(part);
  const readings = wholes.map((whole): Reading => ({ whole, part, remainder: false }));
  if (own && !wholes.includes(own)) readings.push({ whole: own, part, remainder: false });
  const generic =
    words === "" || /^(?:全部|总|全年|其|比|案件总|年度)/.test(words) || /总(?:数|量|额|人数|件数)?$/.test(words);
  const likely = own ?? wholes.find((m) => m.sentence === part.sentence || m.sentence === claim.sentence);
  const meant = generic
    ? likely
    : wholes.find((m) => likeness(words, indicatorOf(m).words + indicatorOf(m).noun) >= 0.5);
  const foreign = ELSEWHERE.test(words) && !(meant && ELSEWHERE.test(meant.gap));
  return decide(claim, readings, meant && !foreign ? { whole: meant, part, remainder: false } : undefined);
}

/** Nothing but the share's own words stands between it and its part. */
const linked = (part: Mention, claim: Mention): boolean =>
  part.sentence === claim.sentence ||
  part === claim.owner ||
  part.owner === claim ||
  part.sentence === claim.owner?.sentence;

/** 办结307件，办结率97.8%. */
function named(claim: Mention, mentions: readonly Mention[], inside: readonly Mention[]): Rate | null {
  const name = RATE_NAME.exec(claim.before)?.[1];
  if (!name) return null;
  const known = NAMED_RATES.find((row) => row.name.test(name));
  const stem = name.replace(/(?:率|度|比例|比重|占比)$/, "");
  const counted = known?.part ?? (stem.length >= 2 ? new RegExp(escaped(stem.slice(-2))) : null);
  if (!counted) return null;
  const beside = around(claim, mentions, inside);
  const next = nextIn(claim, mentions);
  // 调解3441起，成功率达98.4%，成功3386起: the count may follow the rate that is made of it.
  const follows = next?.standing === "level" && next.sentence === claim.sentence && counted.test(said(next));
  const levels = follows && !beside.some((m) => counted.test(said(m))) ? [next, ...beside] : beside;
  const here = levels.some((m) => m.sentence === claim.sentence || inside.includes(m));
  // A rate that opens a sentence goes back to the one before only by its own words.
  if (!here && !levels.some((m) => known?.part.test(said(m)))) return null;
  const due = here && levels.some((m) => DUE.test(said(m)));
  const parts = levels.filter(
    (m) =>
      m.standing === "level" &&
      ((counted.test(said(m)) && !/率$/.test(m.before)) || (due && DONE.test(said(m))) || isCount(m, inside)),
  );
  const readings = parts.flatMap((part) =>
    levels
      .filter((whole) => whole !== part && sameUnit(whole.figure, part.figure))
      .filter((whole) => whole.figure.value! >= part.figure.value! || EXCEEDING.test(name))
      .map((whole): Reading => ({ whole, part, remainder: NEGATED.test(said(part)) && !NEGATED.test(name) })),
  );
  const qualified = QUALIFIED.exec(name)?.[0];
  const likely = readings.find(
    ({ whole, part }) =>
      part !== null && fits(known?.whole, whole, part, inside) && (!qualified || said(part).includes(qualified)),
  );
  const decided = decide(claim, readings, likely);
  if (decided) return decided;
  const [later, earlier, ...others] = levels.filter(
    (m) => m.standing === "level" && sameUnit(m.figure, levels[0]!.figure),
  );
  if (here && later && earlier && !others.length) {
    const reading: Reading = { whole: earlier, part: later, remainder: false };
    if (sound(reading) && gives(claim, reading)) return relation(claim, reading, "holds");
    const bound = later.previous === earlier && earlier.figure.value! >= later.figure.value!;
    if (!known && !qualified && bound && speaks(stem, later)) return decide(claim, [reading], reading);
  }
  return parts.length || qualified ? null : attainable(claim, name, stem, levels, known?.whole);
}

/** Whether the words of the later of two counts say that the rate is of them: 已建成, …中，1180个, 参加投票 of 参选率. */
const speaks = (stem: string, later: Mention): boolean =>
  !/绿化|森林|植被|城镇登记/.test(stem) &&
  (/^(?:其中|现?已)/.test(later.before) ||
    /^[^,;:。]{0,12}中,/.test(later.gap) ||
    likeness(stem, wordsOf(later)) > 0 ||
    (stem.length <= 3 &&
      [...stem].some((sign) => !/[办理有化年全人率大]/.test(sign) && later.before.slice(-6).includes(sign))));

const said = ({ before, after }: Mention): string => before.slice(-20) + after.slice(0, 8);

const DUE = /应(?!急|用|诉|对|当|邀|届)[\u4e00-\u9fff]/;
const DONE = /实(?:际|[到有办收缴接参报完])|^已/;
/** Rates of what was set out to do, which may be more than done. */
const EXCEEDING = /完成率|进度|达成率/;

/** 调解成功率91.4%（1700件）: the count alone in the rate's bracket. */
const isCount = (m: Mention, inside: readonly Mention[]): boolean =>
  inside.length === 1 && inside[0] === m && /^(?:其中|即|为)?$/.test(m.before);

/** The counts that a rate may be made of: in its bracket, before it or, where it opens the sentence, after it. */
function around(claim: Mention, mentions: readonly Mention[], inside: readonly Mention[]): readonly Mention[] {
  const before = [...preceding(claim)].filter(
    (m) =>
      (m.standing === "level" || m.standing === "target") &&
      (m.sentence === claim.sentence || m.sentence === claim.owner?.sentence),
  );
  if (before.length || inside.length) return [...inside, ...before];
  const after: Mention[] = [];
  for (let m = nextIn(claim, mentions); m && m.sentence === claim.sentence && after.length < 3; m = nextIn(m, mentions))
    if (m.standing === "level") after.unshift(m);
  return after.length ? after : [...preceding(claim)].filter((m) => m.standing === "level" && nextSentence(m, claim));
}

/** Whether the words of a whole, and its place, make it what the part is taken of. */
function fits(words: RegExp | undefined, whole: Mention, part: Mention, inside: readonly Mention[]): boolean {
  if (DUE.test(said(whole)) || whole.standing === "target") return true;
  if (inside.includes(whole)) return words === undefined ? whole.before !== "" : words.test(said(whole));
  if (whole.index > part.index) return false;
  if (words?.test(said(whole)) || part.previous === whole) return true;
  return inside.includes(part) || (words === undefined && /计划|目标|共有|总/.test(said(whole)));
}

/** Only the whole is stated: 法律意见32份，法律意见采纳率98%. */
function attainable(
  claim: Mention,
  name: string,
  stem: string,
  levels: readonly Mention[],
  words: RegExp | undefined,
): Rate | null {
  const counts = levels.filter((m) => m.standing === "level" && m.sentence === claim.sentence && isWhole(m.figure));
  const whole = counts.find((m) => words?.test(said(m)) || likeness(stem, indicatorOf(m).noun) >= 0.6);
  if (!whole || !sound({ whole, part: null, remainder: false })) return null;
  const subject = stem.length > 2 ? name.replace(words ?? /(?!)/, "") : "";
  const own = indicatorOf(whole).noun;
  if (subject.length > 4 && likeness(stem, own) < 0.3) return null;
  const { percent, step } = percentOf(claim);
  const possible = counts
    .filter((m) => sameUnit(m.figure, whole.figure))
    .some((m) => numerators(percent, step, m.figure.value!).length > 0);
  return relation(claim, { whole, part: null, remainder: false }, possible ? "unknown" : "impossible");
}

/** The sentence before ends in a count, of which no rate has been told yet. */
const nextSentence = (m: Mention, claim: Mention): boolean =>
  claim.previous?.standing === "level" &&
  claim.previous.sentence === m.sentence &&
  claim.previous.sentence !== claim.sentence;

const escaped = (words: string): string => words.replace(/[^\u4e00-\u9fff]/g, "");
