import { memo } from "../../text/memo.ts";
import { bases, type Interval, interval, isExact, isWhole, slack, states } from "../arithmetic.ts";
import { indicatorOf, likeness } from "../indicator.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../paragraph.ts";
import { directionOf, EARLIER, GROWTH_NAME, MOVE, REACHED } from "../standing.ts";
import { bracketed, preceding, REACH, sameUnit } from "./neighbours.ts";

/** A stated change with what it changes from and to. */
export interface Change {
  readonly kind: "change";
  /** The change itself, or the level reached where only two levels are stated (由647件降至882件). */
  readonly claim: Mention;
  readonly current: Mention | null;
  readonly base: Mention | null;
  /** The difference, where that is stated too. */
  readonly delta: Mention | null;
  /** Whole bases that would give the stated change, the likeliest first, where none is stated. */
  readonly derived: readonly number[];
  /** `direction`: the values go the other way. `impossible`: no whole base gives the change. */
  readonly verdict: "holds" | "fails" | "direction" | "impossible" | "unknown";
}

const FILLING =
  /同比|环比|比例|分别|均|都|也|又|大幅|明显|持续|稳步|净|总量|总数|数量|数|量|相比|相较|幅度|有所|其|较|比|与|和|的|了|而|且|[,、;:。\s]/g;
/** 办结率98%, and not 完成任务的98%. */
const NAMED_RATE = /(?:率|比重|占比|比例|满意度|知晓度)(?:[为是达至到约均已高仅:\s]){0,4}$|[至到]$/;
const PER_ITEM = /分别|各/;

/** The changes of a paragraph. */
export const changesOf = memo((paragraph: Paragraph): readonly Change[] => {
  const mentions = mentionsOf(paragraph);
  const inside = bracketed(paragraph);
  const found: Change[] = [];
  for (const claim of mentions) {
    if (claim.standing === "growth" || claim.standing === "points" || claim.standing === "delta") {
      const change = changeOf(claim, mentions, inside);
      if (change) found.push(change);
    } else if (claim.standing === "level" || claim.standing === "rate") {
      const change = reached(claim);
      if (change) found.push(change);
    }
  }
  return found;
});

function changeOf(
  claim: Mention,
  mentions: readonly Mention[],
  inside: ReadonlyMap<Mention, readonly Mention[]>,
): Change | null {
  const between = (inside.get(claim) ?? []).flatMap((m) => reached(m) ?? [])[0];
  if (between) return verdictOf(claim, { current: between.current, base: between.base, delta: null });
  const candidates = currents(claim, mentions);
  const readings = (candidates.length ? candidates : [null]).map((current) => {
    const base = baseOf(claim, current, mentions, inside);
    const delta = claim.standing === "delta" ? claim : deltaOf(claim, current, mentions);
    return { current, base, delta };
  });
  const judged = readings.map((reading) => verdictOf(claim, reading));
  const best = judged.find(({ verdict }) => verdict === "holds") ?? judged[0]!;
  const doubtful =
    candidates.length > 1 && best.verdict !== "holds" && judged.some(({ verdict }) => verdict === "unknown");
  if (claim.standing === "delta" && best.verdict === "unknown" && !best.current) return null;
  return doubtful ? { ...best, verdict: "unknown" } : best;
}

interface Sides {
  readonly current: Mention | null;
  readonly base: Mention | null;
  readonly delta: Mention | null;
}

function verdictOf(claim: Mention, sides: Sides): Change {
  const { current, base, delta } = sides;
  const change = (verdict: Change["verdict"], derived: readonly number[] = []): Change => ({
    kind: "change",
    claim,
    ...sides,
    derived,
    verdict,
  });
  const direction = directionOf(claim);
  if (!current || !isExact(claim.figure) || !isExact(current.figure) || direction === null || direction === "flat")
    return change("unknown");
  const sign = direction === "up" ? 1 : -1;
  const now = interval(current.figure);
  if (base && isExact(base.figure)) {
    const before = interval(base.figure);
    const difference = { low: now.low - before.high, high: now.high - before.low };
    const stated =
      claim.standing === "growth" ? within(claim, sign, difference, before) : equals(claim, sign, difference);
    if (stated) return change("holds");
    return change(
      sign > 0 ? (difference.high < 0 ? "direction" : "fails") : difference.low > 0 ? "direction" : "fails",
    );
  }
  if (claim.standing !== "growth" || claim.figure.unit === "番") return change("unknown");
  if (delta && delta !== claim && isExact(delta.figure) && sameUnit(delta.figure, current.figure)) {
    const way = directionOf(delta) === "down" ? -1 : 1;
    const moved = {
      low: way * delta.figure.value! - slack(delta.figure),
      high: way * delta.figure.value! + slack(delta.figure),
    };
    const before = { low: now.low - moved.high, high: now.high - moved.low };
    if (!(before.high > 0)) return change("fails");
    if (!(before.low > 0)) return change("unknown");
    return change(within(claim, sign, moved, before) ? "holds" : way !== sign ? "direction" : "fails");
  }
  if (!isWhole(current.figure) || current.figure.unit === "%") return change("unknown");
  const { percent, step } = percentOf(claim);
  const derived = bases(sign * percent, step, current.figure.value!);
  const checkable = current.figure.value! > 0 && sign * percent > -100;
  return change(derived.length || !checkable ? "unknown" : "impossible", derived);
}

const PERCENT: Readonly<Record<string, number>> = { "%": 1, "‰": 0.1, 成: 10, 倍: 100 };

/** The size of a growth in percent, and what its last place is worth. */
export function percentOf({ figure }: Mention): { percent: number; step: number } {
  const scale = PERCENT[figure.unit ?? "%"] ?? 1;
  return { percent: figure.value! * scale, step: figure.precision * scale };
}

function within(claim: Mention, sign: number, difference: Interval, before: Interval): boolean {
  if (!(before.low > 0)) return true;
  const towards = sign > 0 ? difference : { low: -difference.high, high: -difference.low };
  if (claim.figure.unit === "番") {
    const wanted = 2 ** claim.figure.value! - 1;
    return towards.high / before.low >= wanted * 0.95 && towards.low / before.high <= wanted * 1.5;
  }
  const { percent, step } = percentOf(claim);
  const parts = [
    towards.low / before.low,
    towards.low / before.high,
    towards.high / before.low,
    towards.high / before.high,
  ];
  return states(percent, step, { low: Math.min(...parts), high: Math.max(...parts) }) && towards.high >= 0;
}

/** Whether a difference in the indicator's own unit, or in points, is the one stated. */
function equals({ figure }: Mention, sign: number, difference: Interval): boolean {
  const room = slack(figure) + Math.abs(figure.value!) * 1e-9 + figure.precision * 1e-6;
  return difference.low - room <= sign * figure.value! && sign * figure.value! <= difference.high + room;
}

/** 由647件增至882件: two levels and the way between them. */
function reached(claim: Mention): Change | null {
  const found = REACHED.exec(claim.before);
  const base = claim.previous;
  if (!found || !base || base.sentence !== claim.sentence || claim.mark !== "" || !sameUnit(base.figure, claim.figure))
    return null;
  if (!/(?:由|从|自)/.test(base.before) && base.standing !== "base") return null;
  const exact = isExact(base.figure) && isExact(claim.figure);
  const up = claim.figure.value! > base.figure.value!;
  const verdict = !exact
    ? "unknown"
    : claim.figure.value === base.figure.value || up !== Boolean(found[1])
      ? "direction"
      : "holds";
  return { kind: "change", claim, current: claim, base, delta: null, derived: [], verdict };
}

/** The subject that a change names itself: 审结案件数量 of 审结案件数量较上年同期增长72.1%. */
export function subjectOf(claim: Mention): string {
  const { before } = claim;
  const at = (MOVE.exec(before) ?? GROWTH_NAME.exec(before))?.index ?? before.length;
  return before
    .slice(0, at)
    .replace(new RegExp(`(?:与|同|比|较)?(?:20\\d\\d年)?${EARLIER.source}(?:度|的|同期)*`, "g"), "")
    .replace(/20\d\d年(?:同期)?|全年|上半年|今年|目前|同比|环比/g, "")
    .replace(/按[^,;:。]{0,10}(?:计算|口径)|同口径|不变价/g, "")
    .replace(FILLING, "");
}

/** The levels that a change may be of, likeliest first. */
function currents(claim: Mention, mentions: readonly Mention[]): readonly Mention[] {
  const list = parallel(claim, mentions);
  if (list) return list;
  const subject = subjectOf(claim);
  const wanted =
    claim.standing === "points" ? ["rate", "share"] : claim.standing === "delta" ? ["level"] : ["level", "rate"];
  const near = [...preceding(claim)].filter(
    (m) =>
      wanted.includes(m.standing) &&
      (m.standing !== "rate" || claim.standing === "points" || NAMED_RATE.test(m.before)) &&
      (m.sentence === claim.sentence ||
        m === claim.owner ||
        m.sentence === claim.owner?.sentence ||
        m.sentence === claim.previous?.sentence),
  );
  const alike = (m: Mention): boolean => claim.standing !== "delta" || sameUnit(m.figure, claim.figure);
  const next = mentions[claim.index + 1];
  const after =
    next &&
    next.group === claim.group &&
    next.sentence === claim.sentence &&
    wanted.includes(next.standing) &&
    alike(next) &&
    /^(?:[,、]?(?:共|总数|总量|累计)?(?:达到|达|至|到|为|共计|增至|升至|增加到|增加至|上升至|上升到|降至|下降至|减至|减少至|突破|完成|[^,;。]{0,8}(?:达到|达|增至|降至|为)))$/.test(
      next.gap,
    )
      ? [next]
      : [];
  if (subject.length < 2) {
    const same = near.filter((m) => alike(m) && inReach(m, claim));
    return same.length ? ambiguous(same, claim) : after;
  }
  const named = near.filter((m) => alike(m) && matches(subject, m));
  return named.length ? named.slice(0, 1) : after;
}

/** 同比 after a list of parts may be said of the last part or of their whole. */
function ambiguous(levels: readonly Mention[], claim: Mention): readonly Mention[] {
  const first = levels[0]!;
  if (first.standing === "rate" || claim.owner === first) return [first];
  const listed = first.mark === "、" || /和|及/.test(first.gap.slice(0, 2)) || /其中|包括|含/.test(first.gap);
  return listed ? levels.filter((m) => m.standing === "level").slice(0, REACH) : [first];
}

/** A change without a subject of its own goes on from its own sentence, or opens the next one. */
const inReach = (m: Mention, claim: Mention): boolean =>
  m.sentence === claim.sentence ||
  m === claim.owner ||
  m.sentence === claim.owner?.sentence ||
  /^[^,;:。]*[。]/.test(claim.gap);

/** The change's own words speak of the mention. */
function matches(subject: string, m: Mention): boolean {
  const { verb, noun, words } = indicatorOf(m);
  const whole = words.includes(noun) ? words : words + noun;
  if (
    verb &&
    /受理|办结|审结|结案|新收|调解|化解|破获|立案|查处|收到|办理|接待/.test(subject) &&
    !subject.includes(verb)
  ) {
    return likeness(subject, whole) >= 0.75;
  }
  return (
    likeness(subject, whole) >= 0.5 ||
    (verb.length > 1 &&
      subject.includes(verb) &&
      (noun === "" || likeness(subject, noun) > 0 || subject.length <= verb.length + 2))
  );
}

/** 受理、办结分别为100件、90件，同比分别增长5%、8%: the i-th change is of the i-th level. */
function parallel(claim: Mention, mentions: readonly Mention[]): readonly Mention[] | null {
  const run: Mention[] = [claim];
  let first = claim;
  while (
    first.previous &&
    first.previous.standing === claim.standing &&
    /^(?:、|和|与|及|以及|,)$/.test(first.gap) &&
    run.length < REACH
  ) {
    first = first.previous;
    run.unshift(first);
  }
  if (!PER_ITEM.test(first.before)) return null;
  const levels: Mention[] = [];
  for (let at = first.previous; at && levels.length < REACH && at.sentence === first.sentence; at = at.previous) {
    if (at.standing === "level" || at.standing === "rate") levels.unshift(at);
  }
  const rest = following(claim, mentions);
  const size = run.length + rest;
  if (size < 2 || levels.length < size) return [];
  const own = levels.slice(-size)[run.length - 1];
  return own ? [own] : [];
}

/** How many more changes go on in the same list. Only its length matters, so the list is looked up from the far end. */
function following(claim: Mention, mentions: readonly Mention[]): number {
  let count = 0;
  for (let at = nextIn(claim, mentions); at && count < REACH; at = nextIn(at, mentions)) {
    if (at.standing !== claim.standing || !/^(?:、|和|与|及|以及|,)$/.test(at.gap)) break;
    count++;
  }
  return count;
}

function nextIn(mention: Mention, mentions: readonly Mention[]): Mention | null {
  for (let at = mention.index + 1; at < mentions.length && at <= mention.index + REACH; at++)
    if (mentions[at]!.group === mention.group) return mentions[at]!;
  return null;
}

const YEAR = /(20\d\d)年/;
const LEVELS: ReadonlySet<string> = new Set(["level", "rate", "target"]);

/** What the current value is compared with, where the text states it: nearest and most closely bound first. */
function baseOf(
  claim: Mention,
  current: Mention | null,
  mentions: readonly Mention[],
  inside: ReadonlyMap<Mention, readonly Mention[]>,
): Mention | null {
  const fits = (m: Mention): boolean => m !== current && (current === null || sameUnit(m.figure, current.figure));
  const isBase = (m: Mention): boolean => fits(m) && m.standing === "base";
  const dated = (m: Mention): boolean => fits(m) && m.standing === "level" && YEAR.test(m.before);
  const own = [...(inside.get(claim) ?? []), ...((current && inside.get(current)) ?? [])];
  const bracketedBase = own.find(isBase) ?? own.find(dated);
  if (bracketedBase) return bracketedBase;
  for (const m of preceding(claim)) {
    if (m === current) break;
    if (isBase(m)) return m;
    if (m.standing === "level") break;
  }
  for (let m = nextIn(claim, mentions); m && m.sentence === claim.sentence; m = nextIn(m, mentions)) {
    if (isBase(m)) return m;
    if (LEVELS.has(m.standing) || m.standing === claim.standing) break;
  }
  const named = later(claim, current, mentions);
  if (named) return named;
  const before = current?.previous;
  if (!current || !before || before.sentence !== current.sentence) return null;
  if (isBase(before)) return before;
  if (fits(before) && current.mark === "" && /[至到为]$/.test(current.before) && /[由从自]/.test(before.before))
    return before;
  return fits(before) && earlierYear(before, current) ? before : null;
}

/** A base further on in the sentence, which names the same deed again: …；上年同期受理647件. */
function later(claim: Mention, current: Mention | null, mentions: readonly Mention[]): Mention | null {
  if (!current) return null;
  const { verb, noun } = indicatorOf(current);
  for (let m = nextIn(claim, mentions); m && m.sentence === claim.sentence; m = nextIn(m, mentions)) {
    if (m.standing === "growth" || m.standing === "points") return null;
    if (m.standing !== "base" || !sameUnit(m.figure, current.figure)) continue;
    const own = indicatorOf(m);
    return (verb !== "" && own.verb === verb) || (noun.length > 1 && m.before.includes(noun)) ? m : null;
  }
  return null;
}

function earlierYear(before: Mention, current: Mention): boolean {
  const past = YEAR.exec(before.before)?.[1];
  const now = YEAR.exec(current.before)?.[1];
  return past !== undefined && now !== undefined && Number(now) === Number(past) + 1;
}

function deltaOf(claim: Mention, current: Mention | null, mentions: readonly Mention[]): Mention | null {
  if (claim.standing !== "growth" || !current) return null;
  for (const m of preceding(claim)) {
    if (m === current) break;
    if (m.standing === "delta" && sameUnit(m.figure, current.figure)) return m;
    if (LEVELS.has(m.standing)) break;
  }
  const next = nextIn(claim, mentions);
  return next?.standing === "delta" &&
    next.sentence === claim.sentence &&
    sameUnit(next.figure, current.figure) &&
    subjectOf(next).length < 2
    ? next
    : null;
}
