import { indicatorOf, likeness } from "../indicator.ts";
import type { Mention } from "../mention.ts";
import { EARLIER, GROWTH_NAME, MOVE, REACHED } from "../standing.ts";
import { preceding, REACH, sameUnit } from "./neighbours.ts";

/** The two values that a change lies between, and their difference, as far as the text states them. */
export interface Sides {
  readonly current: Mention | null;
  readonly base: Mention | null;
  readonly delta: Mention | null;
}

/** What there is to find them in. */
export interface Surroundings {
  readonly mentions: readonly Mention[];
  /** The mentions of the bracket that follows a mention. */
  readonly inside: ReadonlyMap<Mention, readonly Mention[]>;
}

const YEARS = /(20\d\d)年/g;
const TIME = /20\d\d年|季度|\d{1,2}月|[上下]半年|上[年期月周]|去年|前年/;
/** Of what was carried over nothing is said to grow. */
const CARRIED = /结转|遗留|旧存|积存|含/;
const FROM = /(?:由|从|自)/;
const LEVELS: ReadonlySet<string> = new Set(["level", "rate", "target"]);

/** The readings of a change, likeliest first: of what it is said, what that is compared with, and the difference. */
export function sidesOf(claim: Mention, around: Surroundings): readonly Sides[] {
  const candidates = currents(claim, around.mentions);
  return (candidates.length ? candidates : [null]).map((current) => ({
    current,
    base: baseOf(claim, current, around),
    delta: claim.standing === "delta" ? claim : deltaOf(claim, current, around),
  }));
}

const FILLING =
  /同比|环比|比例|分别|累计|均|都|也|又|大幅|明显|持续|稳步|净|翻|总量|总数|数量|数|量|相比|相较|幅度|有所|其中|其|较|(?<!占)比(?!重)|与|和|的|了|而|且|[,、;:。\s]/g;
const TIMES =
  /20\d\d年(?:度|同期)?|全年|[上下]半年|今年|目前|第?[一二三四]季度|\d{1,2}月份?|按[^,;:。]{0,10}(?:计算|口径)|同口径|不变价|(?:近|前|过去)?[两二三四五六七八九十]年(?:间|来|内)?/g;
/** What it is compared with, which is not its subject: 较上年同期, 与去年相比. */
const REFERENCE = /(?:(?<![占同环对可])(?:较|比(?![重例率值较]))|[高低多少]于|与|同(?=[^,;:。]{1,12}相比))([^,;:。]*)$/;

/** Values that a time before says nothing of: 高于全市平均水平1.1个百分点. */
const FOREIGN = /平均|均值|全[国省市区县州盟球]|同类|同行|周边|兄弟|预期|目标|任务|计划|序时|要求|标准/;

/** Whether a difference is told to something else than an earlier time. */
export function isForeign(claim: Mention): boolean {
  const reference = REFERENCE.exec(headOf(claim))?.[1] ?? "";
  return FOREIGN.test(reference) && !EARLIER.test(reference) && !/20\d\d年/.test(reference);
}

/** The subject that a change names itself: 审结案件数量 of 审结案件数量较上年同期增长72.1%. */
export function subjectOf(claim: Mention): string {
  return headOf(claim)
    .replace(REFERENCE, "")
    .replace(new RegExp(EARLIER, "g"), "")
    .replace(TIMES, "")
    .replace(FILLING, "");
}

const headOf = ({ before }: Mention): string =>
  before
    .slice(-60)
    .replace(/同比|环比/g, "")
    .slice(0, movedAt(before.slice(-60).replace(/同比|环比/g, "")));

const movedAt = (words: string): number => (MOVE.exec(words) ?? GROWTH_NAME.exec(words))?.index ?? words.length;

const GIVEN_NEXT =
  /^(?:[,、]?(?:共|总数|总量|累计)?(?:达到|达|至|到|为|共计|增至|升至|增加到|增加至|上升至|上升到|降至|下降至|减至|减少至|突破|完成|(?!分别)[^,;。]{0,8}(?:达到|达|增至|降至|为)))$/;
/** 办结率98%, and not 完成任务的98%. */
const NAMED_RATE = /(?:率|比重|占比|比例|满意度|知晓度)(?:[为是达至到约均已高仅:\s]){0,4}$|[至到]$/;

/** The levels that a change may be of, likeliest first. */
function currents(claim: Mention, mentions: readonly Mention[]): readonly Mention[] {
  const list = parallel(claim, mentions);
  if (list) return list;
  const ahead = bothAhead(claim, mentions);
  if (ahead) return [ahead];
  const wanted =
    claim.standing === "points" ? ["rate", "share"] : claim.standing === "delta" ? ["level"] : ["level", "rate"];
  const fits = (m: Mention): boolean =>
    wanted.includes(m.standing) &&
    (m.standing !== "rate" || claim.standing === "points" || NAMED_RATE.test(m.before)) &&
    !(m.figure.kind === "quantity" && m.figure.hanzi && m.figure.value! < 20) &&
    (claim.standing !== "delta" || sameUnit(m.figure, claim.figure));
  const near = [...preceding(claim)].filter(
    (m) =>
      fits(m) &&
      (m.sentence === claim.sentence ||
        m === claim.owner ||
        m.sentence === claim.owner?.sentence ||
        m.sentence === claim.previous?.sentence),
  );
  const after = given(claim, mentions).filter(fits);
  const subject = subjectOf(claim);
  if (subject.length < 2) {
    const same = near.filter((m) => inReach(m, claim));
    return same.length ? ambiguous(same, claim) : after;
  }
  // 5家企业产值同比增长: the words after a count are no name of it.
  const named = near.filter((m) => matches(subject, m) && !(m === claim.previous && claim.mark === ""));
  const nearer = named[0]?.sentence === claim.sentence || !after.length ? named : after;
  return nearer.slice(0, 1);
}

/** 同比增长17%，达920件 and 同比下降25%，由240起减少到180起: the level follows. */
function given(claim: Mention, mentions: readonly Mention[]): readonly Mention[] {
  const next = nextIn(claim, mentions);
  if (next?.sentence !== claim.sentence) return [];
  if (GIVEN_NEXT.test(next.gap)) return [next];
  const reached = nextIn(next, mentions);
  return /^(?:总数|数量|总量)?[由从自]/.test(next.before) && reached?.mark === "" && REACHED.test(reached.before)
    ? [reached]
    : [];
}

/** 同比下降20%，全年立案80件，上年同期立案100件: what opens a paragraph may be told of the two values that follow. */
function bothAhead(claim: Mention, mentions: readonly Mention[]): Mention | null {
  const current = nextIn(claim, mentions);
  const base = current && nextIn(current, mentions);
  if (claim.owner || claim.previous || subjectOf(claim).length > 1) return null;
  if (current?.standing !== "level" || base?.standing !== "base" || base.sentence !== claim.sentence) return null;
  return sameUnit(current.figure, base.figure) && !/其中/.test(current.gap) ? current : null;
}

/** 同比 after a list of parts may be said of the last part or of their whole; of two years, it is said of the later. */
function ambiguous(levels: readonly Mention[], claim: Mention): readonly Mention[] {
  const [first, second] = levels as [Mention, Mention | undefined];
  if (first.standing === "rate" || claim.owner === first) return [first];
  // 罚款752万元，较上年的92起下降: what it is compared with tells which of two counts is meant.
  const compared = claim.previous?.standing === "base" && claim.mark === "" ? claim.previous : null;
  if (compared) return levels.filter((m) => sameUnit(m.figure, compared.figure)).slice(0, 1);
  if (second && sameUnit(first.figure, second.figure)) {
    if (yearBefore(first, second)) return [second];
    if (yearBefore(second, first)) return [first];
  }
  const listed = first.mark === "、" || /和|及/.test(first.gap.slice(0, 2)) || /其中|包括|含/.test(first.gap);
  return listed ? levels.filter((m) => m.standing === "level") : [first];
}

/** A change without a subject of its own goes on from its own sentence, or opens the next one. */
const inReach = (m: Mention, claim: Mention): boolean =>
  m.sentence === claim.sentence ||
  m === claim.owner ||
  m.sentence === claim.owner?.sentence ||
  /^[^,;:。]*[。]/.test(claim.gap);

const DEED = /受理|办结|审结|结案|新收|调解|化解|破获|立案|查处|收到|办理|接待/;

/** The change's own words speak of the mention. */
function matches(subject: string, m: Mention): boolean {
  const { verb, noun, words } = indicatorOf(m);
  const whole = words.includes(noun) ? words : words + noun;
  const like = likeness(subject, whole);
  if (verb && DEED.test(subject) && !subject.includes(verb)) return like >= 0.75;
  const sameDeed = verb.length > 1 && subject.includes(verb);
  return like >= 0.5 || (sameDeed && (noun === "" || likeness(subject, noun) > 0 || subject.length <= verb.length + 1));
}

const JOINED = /^(?:、|和|与|及|以及|,)$/;

/** The changes that 分别 tells side by side, 增长5%、8%; null where a change is told alone. */
function rowOf(claim: Mention, mentions: readonly Mention[]): readonly Mention[] | null {
  const row = [claim];
  for (let at = claim; at.previous && row.length < REACH; at = at.previous) {
    if (at.previous.figure.unit !== claim.figure.unit || !JOINED.test(at.gap)) break;
    row.unshift(at.previous);
  }
  if (!/分别|各(?:自|占|增|升|上升|降|下降|减|提)/.test(row[0]!.before)) return null;
  for (let at = nextIn(claim, mentions); at && row.length < REACH; at = nextIn(at, mentions)) {
    if (at.figure.unit !== claim.figure.unit || !JOINED.test(at.gap)) break;
    row.push(at);
  }
  return row;
}

/** 受理、办结分别为100件、90件，同比分别增长5%、8%: the i-th change is of the i-th level. Null where the words say no such thing. */
export function parallel(claim: Mention, mentions: readonly Mention[]): readonly Mention[] | null {
  const row = rowOf(claim, mentions);
  if (!row) return null;
  const levels: Mention[] = [];
  for (const at of preceding(row[0]!)) {
    if (at.sentence !== claim.sentence) break;
    if (at.standing === "level" || at.standing === "rate") levels.unshift(at);
  }
  const own = row.length < 2 || levels.length < row.length ? undefined : levels.slice(-row.length)[row.indexOf(claim)];
  return own ? [own] : [];
}

/** 分别下降20%、25%（上年40起、16人）: as many bases as changes, in the bracket behind them or right after. */
function basesOf(
  row: readonly Mention[],
  inside: Surroundings["inside"],
  mentions: readonly Mention[],
): readonly Mention[] {
  const last = row.at(-1)!;
  const bases: Mention[] = [];
  for (let at = inside.get(last)?.[0] ?? nextIn(last, mentions); at?.standing === "base"; at = nextIn(at, mentions)) {
    if (bases.length > row.length) break;
    bases.push(at);
  }
  return row.length > 1 && bases.length === row.length ? bases : [];
}

/** The mention that follows in the same group. */
export function nextIn(mention: Mention, mentions: readonly Mention[]): Mention | null {
  for (let at = mention.index + 1; at < mentions.length && at <= mention.index + REACH; at++)
    if (mentions[at]!.group === mention.group) return mentions[at]!;
  return null;
}

/** What the current value is compared with, where the text states it: nearest and most closely bound first. */
function baseOf(claim: Mention, current: Mention | null, { mentions, inside }: Surroundings): Mention | null {
  const fits = (m: Mention): boolean => m !== current && (current === null || sameUnit(m.figure, current.figure));
  const isBase = (m: Mention): boolean => fits(m) && m.standing === "base";
  const origin = current && /累计/.test(claim.before) ? chained(claim, current) : null;
  if (origin) return origin;
  const row = rowOf(claim, mentions);
  const beside = row && current && basesOf(row, inside, mentions)[row.indexOf(claim)];
  if (beside && sameUnit(beside.figure, current.figure)) return beside;
  const own = inside.get(claim) ?? [];
  const currents = (current && inside.get(current)) ?? [];
  const bracketed =
    [...own, ...currents].find(isBase) ??
    [...own, ...currents].find((m) => fits(m) && m.standing === "level" && TIME.test(m.gap) && !CARRIED.test(m.gap)) ??
    (compared(claim) ? [own, currents].find((inner) => inner.length === 1 && fits(inner[0]!))?.[0] : undefined) ??
    currents.find((m) => current !== null && isBare(m, current));
  if (bracketed) return bracketed;
  const ranked = current && rankedBase(current, mentions);
  if (ranked) return ranked;
  for (const m of preceding(claim)) {
    if (m === current || (m.sentence !== claim.sentence && m.sentence !== current?.sentence && m !== claim.owner))
      break;
    if (isBase(m) || (current && m.standing === "level" && fits(m) && yearBefore(m, current))) return m;
    if (m.standing === "level") break;
  }
  for (let m = nextIn(claim, mentions); m && m !== current && m.sentence === claim.sentence; m = nextIn(m, mentions)) {
    if (isBase(m)) return m;
    if (LEVELS.has(m.standing) || m.standing === claim.standing) break;
  }
  if (!current) return null;
  const before = current.previous?.sentence === current.sentence ? current.previous : null;
  if (before && isBase(before)) return before;
  if (before && fits(before)) {
    if (/期末/.test(current.before) && /期初/.test(before.before)) return before;
    if (
      current.mark === "" &&
      (REACHED.test(current.before) || /[至到为]$/.test(current.before)) &&
      FROM.test(before.before)
    )
      return before;
    if (yearBefore(before, current)) return before;
  }
  return named(claim, current, mentions) ?? referred(claim, current);
}

/** 676件（上年：404）: a number without a unit, of the size of what it is compared with. */
function isBare({ figure, gap }: Mention, current: Mention): boolean {
  const times = figure.value! / current.figure.value!;
  const timed = /^(?:上年|去年|20\d\d年)(?:同期|度)?[:为]?$/.test(gap);
  return timed && figure.kind === "quantity" && figure.unit === null && times > 0.1 && times < 10;
}

/** 立案969件、结案1201件，上年分别为778件、723件: the i-th base is of the i-th level. */
function rankedBase(current: Mention, mentions: readonly Mention[]): Mention | null {
  const levels = [current];
  let first = nextIn(current, mentions);
  for (; first?.standing === "level" && levels.length < REACH; first = nextIn(first, mentions)) levels.push(first);
  if (first?.standing !== "base" || first.sentence !== current.sentence || !/分别/.test(first.before)) return null;
  let size = 1;
  for (let at = nextIn(first, mentions); at?.standing === "base" && size < REACH; at = nextIn(at, mentions)) size++;
  let base: Mention | null = first;
  for (let skip = size - levels.length; skip > 0 && base; skip--) base = nextIn(base, mentions);
  return size >= levels.length && base && sameUnit(base.figure, current.figure) ? base : null;
}

/** 由120件降至96件，再降至72件，两年累计下降40%: the way is measured from where the steps began. */
function chained(claim: Mention, current: Mention): Mention | null {
  let first = current;
  for (let steps = 0; steps < REACH; steps++) {
    const before = first.previous;
    if (before?.sentence !== claim.sentence || !sameUnit(before.figure, current.figure)) break;
    if (!/[至到为](?:20\d\d年的?)?$/.test(first.before)) break;
    first = before;
  }
  return first === current ? null : first;
}

/** 较2023年（647件）: the comparison stands in the claim's words, the value in the bracket between. */
const compared = (claim: Mention): boolean => {
  const reference = REFERENCE.exec(headOf(claim));
  return reference !== null && (TIME.test(reference[1]!) || EARLIER.test(reference[1]!));
};

const yearBefore = (a: Mention, b: Mention): boolean =>
  (yearOf(a) + 1 === yearOf(b) && !/结转|遗留|积存|转入/.test(a.before)) ||
  (b.index < a.index && YEAR_ALONE.test(a.before) && Number.isNaN(yearOf(b)));

/** 全年事故104起，2023年为76起: a year and nothing else goes back to what was told before. */
const YEAR_ALONE = /^而?20\d\d年(?:度|全年|同期)?(?:为|是|共)?$/;

/** The year that a count's own words name, in whichever clause of its sentence: 2023年、2024年分别为443件、822件. */
function yearOf(mention: Mention): number {
  let first = mention;
  let rank = 0;
  for (; JOINED.test(first.gap) && first.previous && rank < REACH; rank++) first = first.previous;
  const years = [...first.gap.replace(/^.*[。!?\n]/s, "").matchAll(YEARS)].map(([, year]) => Number(year));
  if (rank > 0 && years.length <= rank) return Number.NaN;
  return (years.length > 1 && /分别/.test(first.gap) ? years[rank] : years.at(-1)) ?? Number.NaN;
}

/** A base further on in the sentence, which names the same deed again: …；上年同期受理647件. */
function named(claim: Mention, current: Mention, mentions: readonly Mention[]): Mention | null {
  const { verb, noun } = indicatorOf(current);
  for (let m = nextIn(claim, mentions); m && m.sentence === claim.sentence; m = nextIn(m, mentions)) {
    if (m.standing === "growth" || m.standing === "points") return null;
    if (m.standing !== "base" || !sameUnit(m.figure, current.figure)) continue;
    const own = indicatorOf(m);
    return (verb !== "" && own.verb === verb) || (noun.length > 1 && m.before.includes(noun)) ? m : null;
  }
  return null;
}

/** 下半年较上半年增长: an earlier figure of the sentence bears the name that this one is compared with. */
function referred(claim: Mention, current: Mention): Mention | null {
  const name = REFERENCE.exec(headOf(claim))?.[1]?.replace(/(?:的|相比|同期)+$/, "") ?? "";
  if (name.length < 2) return null;
  for (const m of preceding(claim)) {
    if (m.sentence !== claim.sentence) return null;
    if (m !== current && m.standing === "level" && sameUnit(m.figure, current.figure) && m.before.includes(name))
      return m;
  }
  return null;
}

function deltaOf(claim: Mention, current: Mention | null, { mentions }: Surroundings): Mention | null {
  if (claim.standing !== "growth" || !current) return null;
  for (const m of preceding(claim)) {
    if (m === current || (m.sentence !== claim.sentence && m.sentence !== current.sentence)) break;
    if (m.standing === "delta" && sameUnit(m.figure, current.figure)) return m;
    if (LEVELS.has(m.standing)) break;
  }
  const next = nextIn(claim, mentions);
  const follows =
    next?.standing === "delta" && next.sentence === claim.sentence && sameUnit(next.figure, current.figure);
  return follows && subjectOf(next).length < 2 ? next : null;
}
