import { memo } from "../../text/memo.ts";
import { isExact, slack } from "../arithmetic.ts";
import { indicatorOf, NAMING } from "../indicator.ts";
import type { Mention } from "../mention.ts";
import type { Paragraph } from "../paragraph.ts";
import { opposed } from "./balance.ts";
import { groupsOf, preceding, REACH, sameUnit } from "./neighbours.ts";
import { follows } from "./order.ts";

/** A whole and the parts that the text says it has. */
export interface Total {
  readonly kind: "total";
  readonly whole: Mention;
  readonly parts: readonly Mention[];
  readonly sum: number;
  /** Whether the words leave no room for further parts: `closed`, `listed` (其中 may choose), `open` (等, 主要, 余). */
  readonly list: "closed" | "listed" | "open";
  readonly verdict: "holds" | "exceeds" | "short" | "unknown";
}

interface Opening {
  readonly words: RegExp;
  readonly list: Total["list"];
  readonly acrossSentences: boolean;
  /** By what factor the parts may miss the whole before they are taken for counts of something else. */
  readonly near?: number;
}

/** Words between a whole and the first of its parts. */
const OPENINGS: readonly Opening[] = [
  { words: /(?:^|[,;:。、])?其中[^,;:。]{0,6}?(?:主要|重点|仅|比较|占比较|较)/, list: "open", acrossSentences: true },
  { words: /其中/, list: "listed", acrossSentences: true },
  { words: /主要(?:包括|包含|有|是|为|涉及|集中)/, list: "open", acrossSentences: false },
  {
    words: /(?:^|[,;:。])(?:按照?|从|以)[^,;:。]{1,14}(?:分|看|划分|区分|来看|统计|分类)[,:]/,
    list: "listed",
    acrossSentences: true,
  },
  { words: /^[^;]*分别(?:为|是|有|系)?/, list: "closed", acrossSentences: false, near: 2 },
  { words: /分为|划分为|细分为/, list: "closed", acrossSentences: false },
  {
    words:
      /(?:^|[,;:。、])(?:[^,;:。、]{0,2}|[^,;:。、]{0,6}(?:类型|种类|类别|来源))(?:包括|包含|涵盖|囊括|(?<![饱蕴])含)/,
    list: "listed",
    acrossSentences: false,
  },
  { words: /^[^,;:。]{0,12}中[,:]/, list: "listed", acrossSentences: false },
  { words: /^[^,;:。]{0,8}:/, list: "listed", acrossSentences: false },
];

const CLOSED: Opening = { words: /(?:)/, list: "closed", acrossSentences: false };
const LISTED: Opening = { ...CLOSED, list: "listed" };

const NESTED = /其中|包括|包含|涵盖|含/;
const RESET =
  /(?:^|[,;:。、])(?:另外|另(?!有|外有)|此外|同时|并|全年|上半年|截至|累计|合计|共计|总计|总共|一共|共|全[市区县省镇]|新增|[^,;:。、]{0,6}(?:合计|共计|总计|总共))/;
const REST = /(?:其余|其他|其它|剩余|余下|剩下|另有|另外)/;
const OPEN_END = /等(?!级|于|额|次|候|待|高|学)|主要|之多|为主/;
/** Deeds that a sum may be of, whatever its parts are called. */
const GENERAL = /^(?:举办|开展|组织|办理|受理|完成|建成|审理|处理|登记)$/;
/** A new sentence that sums up the one before. */
const SUMMING = /[。](?:以上)?(?:[两二三四五六七八九十各上]+[项类者种])?(?:合计|共计|总计)$/;
/** 共 closes a list only where it opens its clause: 求助类共21570件 is one of several. */
const CLOSING =
  /(?:合计|总计|合起来|^(?:以上|全部|两者|三者|各[类项]|全年|[上下]半年|年内|总体|[两二三四五六七八九十][类项种][\u4e00-\u9fff]{0,4})?(?:共计|总共|一共|总数|总量|累计|共(?![享同建治用]))|^全年(?=[\u4e00-\u9fff]{2,6}$))(?:为|是|达|达到|有)?/;

/** Ways to divide people or cases that cut across one another, so that their counts need not add up. */
const DIMENSIONS = [
  /[男女]/,
  /岁|老年|青年|未成年|少年/,
  /学历|本科|大专|硕士|博士|研究生/,
  /党员|团员/,
  /民族|[蒙回藏维满壮苗]族/,
  /职称|高级|中级|初级/,
  /残疾|低保|脱贫|困难|特困|五保/,
  /新[增建招]/,
];

const deedOf = (mention: Mention): string => {
  const { verb } = indicatorOf(mention);
  return NAMING.test(verb) ? "" : verb;
};

const MOST = 64;

/** The wholes and parts of a paragraph. */
export const totalsOf = memo((paragraph: Paragraph): readonly Total[] => {
  const found: Total[] = [];
  for (const group of groupsOf(paragraph)) {
    group.forEach((_, at) => {
      found.push(...opened(group, at));
      const total = closed(group, at);
      if (total) found.push(total);
    });
  }
  return found;
});

/** 920件，其中民事437件、刑事483件: the whole comes first. Each part may count in two units: 1210户1860人. */
function opened(group: readonly Mention[], at: number): Total[] {
  const first = group[at]!;
  const opening = first.standing === "level" && openingOf(group, at);
  if (!opening) return [];
  const second = group[at + 1];
  const paired = second?.standing === "level" && second.mark === "" && second.gap.length < 2;
  const firsts = paired && !sameUnit(first.figure, second.figure) ? [at, at + 1] : [at];
  return firsts.flatMap((from) => partition(group, from, first, opening) ?? []);
}

function partition(group: readonly Mention[], at: number, anchor: Mention, opening: Opening): Total | null {
  const first = group[at]!;
  const wholes = [...preceding(anchor)].filter(
    (m) => m.standing === "level" && sameUnit(m.figure, first.figure) && near(m, anchor),
  );
  const nearest = wholes[0];
  if (!nearest) return null;
  const { sure, further, open, rest } = collect(group, at, deedOf(nearest));
  if (!sure.length) return null;
  // Of two counts before 其中, a single part may be of either.
  const single = sure.length === 1 && wholes.find((m) => m.figure.value! >= first.figure.value!);
  const whole = single || nearest;
  const list = rest && !open ? "closed" : open ? "open" : opening.list;
  const parts = [...sure, ...further];
  for (const candidate of wholes) {
    let sum = 0;
    for (let count = 0; count < parts.length; count++) {
      sum += parts[count]!.figure.value!;
      const taken = parts.slice(0, count + 1);
      if (count && Math.abs(sum - candidate.figure.value!) <= tolerance(candidate, taken))
        return { kind: "total", whole: candidate, parts: taken, sum, list, verdict: "holds" };
    }
  }
  const total = judged(whole, sure, list);
  const all = whole.figure.value!;
  return opening.near && (total.sum > all * opening.near || total.sum * opening.near < all) ? null : total;
}

function openingOf(group: readonly Mention[], at: number): Opening | null {
  const first = group[at]!;
  const inBracket = !first.previous && first.owner !== null;
  const words = first.gap.slice(-120);
  const stop = words.search(/[。!?\n][^。!?\n]*$/);
  if (!first.previous && !inBracket) return null;
  if (/20\d\d年|同期|上年|去年|目标|计划/.test(words.slice(-16)) && inBracket) return null;
  for (const opening of OPENINGS) {
    const found = opening.words.exec(words.slice(stop + 1));
    // In a new sentence only its very first words go back to the one before.
    if (found && (stop < 0 || (opening.acrossSentences && found.index < 2))) return opening;
  }
  const second = group[at + 1];
  if (
    inBracket &&
    second?.standing === "level" &&
    sameUnit(second.figure, first.figure) &&
    !/[/:]|[至到]$/.test(second.gap)
  )
    return CLOSED;
  const composed = /(?:^|[,;:。])由$|(?:^|[,;:。])由[^,;:。]{0,12}$/.test(first.before);
  return composed && group.slice(at, at + MOST).some((m) => /组成|构成/.test(m.after))
    ? CLOSED
    : remainder(group, at)
      ? CLOSED
      : (complements(group, at) ?? (summed(group, at) ? LISTED : null));
}

/** 受理1280件，上半年610件，下半年670件: names that together leave nothing over. */
function complements(group: readonly Mention[], at: number): Opening | null {
  const first = group[at]!;
  const whole = first.previous;
  if (whole?.standing !== "level" || whole.sentence !== first.sentence || !sameUnit(whole.figure, first.figure))
    return null;
  const names: string[] = [];
  for (const m of group.slice(at, at + REACH)) {
    if (m.sentence !== first.sentence || m.standing !== "level" || !sameUnit(m.figure, first.figure)) break;
    names.push(m.before);
  }
  const [a = "", b = ""] = names;
  if (a.length > 1 && b.replace(/不予|未予|[不未非]/, "") === a && a !== b) return CLOSED;
  for (const set of PARTITIONS) {
    if (set.some((word) => whole.before.includes(word))) continue;
    const told = names.filter((name) => set.some((word) => name.startsWith(word))).length;
    if (told > 1 && told === names.length) return told === set.length ? CLOSED : LISTED;
  }
  return null;
}

const PARTITIONS: readonly (readonly string[])[] = [
  ["上半年", "下半年"],
  ["一季度", "二季度", "三季度", "四季度"],
  ["城镇", "农村"],
  ["城市", "农村"],
  ["男", "女"],
  ["线上", "线下"],
  ["予以", "不予"],
  ["准予", "不予"],
  ["一审", "二审", "再审"],
  ["民事", "刑事", "行政", "执行"],
];

/** 案件总数920件，民事437件，刑事483件: a total said to be one, and things without deeds of their own after it. */
function summed(group: readonly Mention[], at: number): boolean {
  const [first, second] = [group[at]!, group[at + 1]];
  const whole = first.previous;
  if (whole?.standing !== "level" || whole.sentence !== first.sentence || second?.sentence !== first.sentence)
    return false;
  return /总[数量额]|合计|总计/.test(whole.before) && [first, second].every((m) => m.before !== "" && deedOf(m) === "");
}

/** 排查2311处，已整改2298处，其余13处正在整改: what is left over makes a list of it. */
function remainder(group: readonly Mention[], at: number): boolean {
  const first = group[at]!;
  const whole = first.previous;
  if (whole?.standing !== "level" || whole.sentence !== first.sentence || first.mark !== ",") return false;
  if ([...preceding(whole)].some((m) => m.sentence === whole.sentence && sameUnit(m.figure, whole.figure)))
    return false;
  for (const m of group.slice(at + 1, at + 5)) {
    if (m.sentence !== first.sentence) return false;
    if (/^(?:其余|剩余|余下|剩下)/.test(m.before) && sameUnit(m.figure, first.figure)) return true;
  }
  return false;
}

const near = (whole: Mention, first: Mention): boolean =>
  whole.sentence === (first.previous ?? first.owner)?.sentence || whole === first.owner;

interface Parts {
  /** What is surely in the list. */
  readonly sure: readonly Mention[];
  /** What may still belong to it. */
  readonly further: readonly Mention[];
  readonly open: boolean;
  readonly rest: boolean;
}

function collect(group: readonly Mention[], at: number, doing: string): Parts {
  const first = group[at]!;
  const sure: Mention[] = [];
  const further: Mention[] = [];
  const verb = deedOf(first);
  let open = OPEN_END.test(first.before);
  let rest = false;
  let ended = false;
  let nested = false;
  let marks = "";
  let since = "";
  for (let i = at; i < group.length && i < at + MOST; i++) {
    const mention = group[i]!;
    if (i > at) {
      if (mention.sentence !== first.sentence || RESET.test(mention.gap)) break;
      since += mention.gap;
      if (NESTED.test(mention.gap)) nested = true;
      else if (nested && /;/.test(mention.gap)) nested = false;
    }
    if (!ended && sure.length && OPEN_END.test(group[i - 1]!.after + mention.gap.replace(/.*[,;:]/, ""))) open = true;
    if (nested || mention.standing !== "level" || !sameUnit(mention.figure, first.figure)) continue;
    const isRest = REST.test(mention.before);
    if (sure.length && !ended && !isRest) {
      const own = deedOf(mention);
      const mark = /;/.test(since) ? ";" : /[,:]/.test(since) ? "," : "、";
      const widens =
        (mark === "," && marks.includes("、")) || (mark === ";" && sure.length > 1 && !marks.includes(";"));
      const turns = mark !== "、" && own !== "" && own !== verb && (verb === "" || own === doing);
      if (widens || turns) ended = true;
      else marks += mark;
    }
    if (isRest && !ended) rest = true;
    (ended ? further : sure).push(mention);
    since = "";
  }
  if (at + MOST < group.length && sure.length + further.length === MOST) open = true;
  const last = sure.at(-1);
  if (last && OPEN_END.test(last.after)) open = true;
  return { sure, further, open, rest };
}

/** 民事437件、刑事483件，合计920件: the whole comes last. */
function closed(group: readonly Mention[], at: number): Total | null {
  const whole = group[at]!;
  const closing = CLOSING.exec(whole.before);
  if (whole.standing !== "level" || !closing || !(/[,;:、和]/.test(whole.gap) || SUMMING.test(whole.gap))) return null;
  const parts: Mention[] = [];
  const verb = deedOf(whole);
  let from = at;
  for (let i = at - 1; i >= at - MOST && i >= 0; i--) {
    const part = group[i]!;
    if (part.sentence !== whole.sentence && !(SUMMING.test(whole.gap) && part.sentence === whole.previous?.sentence))
      break;
    if (part.standing !== "level" || !sameUnit(part.figure, whole.figure)) continue;
    parts.unshift(part);
    from = i;
    const sum = parts.reduce((all, { figure }) => all + figure.value!, 0);
    if (parts.length > 1 && Math.abs(sum - whole.figure.value!) <= tolerance(whole, parts))
      return { kind: "total", whole, parts, sum, list: "closed", verdict: "holds" };
    if (
      NESTED.test(part.gap) ||
      (CLOSING.test(part.before) && i < at - 1 && parts.length > 1 && !/[,;]/.test(group[i + 1]!.mark))
    )
      break;
  }
  if (parts.length < 2) return null;
  const doing = deedOf(parts[0]!);
  const remainder = whole.before.slice(closing.index + closing[0].length);
  if (verb && verb !== doing && doing) return null;
  if (/^(?:共|累计)/.test(closing[0]) && remainder && verb !== doing && !(doing === "" && GENERAL.test(verb)))
    return null;
  if (/^全年/.test(closing[0]) && !parts.every(({ gap }) => /季度|半年|\d月/.test(gap))) return null;
  const turns = parts.slice(1).some((part) => ![doing, ""].includes(deedOf(part)));
  const adjoining = remainder === "" && at - from === parts.length;
  if (turns && !adjoining) return null;
  if (parts.some((part, i) => i > 0 && (NESTED.test(part.gap) || RESET.test(part.gap)))) return null;
  return judged(whole, parts, parts.some((p) => OPEN_END.test(p.after)) ? "open" : "closed");
}

function judged(whole: Mention, parts: readonly Mention[], list: Total["list"]): Total {
  const sum = parts.reduce((all, { figure }) => all + figure.value!, 0);
  const base = { kind: "total", whole, parts, sum, list } as const;
  const exact = [whole, ...parts].every(({ figure }) => isExact(figure));
  if (!exact || crosses(parts) || successive(parts)) return { ...base, verdict: "unknown" };
  if (sum > whole.figure.value! + tolerance(whole, parts)) return { ...base, verdict: "exceeds" };
  if (parts.length < 2 || list === "open") return { ...base, verdict: "unknown" };
  return { ...base, verdict: "short" };
}

/**
 * How far a sum may be out: half of the last place for every figure, nothing where all count wholes. Of figures of one
 * scale the finest place holds for all: 0.5亿 beside 3.45亿 is 0.50亿.
 */
function tolerance(whole: Mention, parts: readonly Mention[]): number {
  const rooms = [whole, ...parts].map(({ figure }) => slack(figure));
  const least = Math.min(...rooms);
  const alike = least > 0 && Math.max(...rooms) <= least * 11;
  return rooms.reduce((all, room) => all + (alike ? least : room), 0) + Math.abs(whole.figure.value!) * 1e-12;
}

/** Counts of people by sex, age and schooling overlap, unless all parts go by the same. */
const crosses = (parts: readonly Mention[]): boolean => {
  const people = parts.filter(({ figure, before }) => /^[人名位户口]/.test(figure.unit ?? "") && !REST.test(before));
  return DIMENSIONS.some((dimension) => {
    const told = people.filter(({ before, after }) => dimension.test(before + after)).length;
    return told > 0 && told < people.length;
  });
};

/** Parts that are steps of one course (受理, 办结) are not parts of a sum. */
const successive = (parts: readonly Mention[]): boolean =>
  parts.some((part, i) => i > 0 && (follows(parts[i - 1]!, part) || opposed(parts[i - 1]!, part)));
