import { deedOf } from "../indicator.ts";
import type { Mention } from "../mention.ts";
import { opposed } from "./balance.ts";
import { NESTED, REST } from "./list-words.ts";
import { MOST, preceding, REACH, sameUnit } from "./neighbours.ts";
import type { Total } from "./sum.ts";

/** What makes the counts after a whole its parts. */
export interface Opening {
  readonly words: RegExp;
  readonly list: Total["list"];
  readonly acrossSentences: boolean;
  /** By what factor the parts may miss the whole before they are taken for counts of something else. */
  readonly near?: number;
  /** How many parts their names prove to be parts of one whole. */
  readonly proven?: number;
}

/** Words between a whole and the first of its parts. */
const OPENINGS: readonly Opening[] = [
  { words: /(?:^|[,;:。、])?其中[^,;:。]{0,6}?(?:主要|重点|仅|比较|占比较|较)/, list: "open", acrossSentences: true },
  { words: /其中/, list: "listed", acrossSentences: true },
  { words: /主要[^,;。]{0,16}$/, list: "open", acrossSentences: false },
  {
    words:
      /(?:^|[,;:。])(?:按照?|从|以)[^,;:。]{1,14}(?:分|看|划分|区分|来看|统计|分类)[,:]|^(?:具体|分类)(?:来看|情况)[^,:]{0,2}[,:]/,
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

/** How the words before a count make it the first of the parts of a whole; null where they do not. */
export function openingOf(group: readonly Mention[], at: number): Opening | null {
  const first = group[at]!;
  const inBracket = !first.previous && first.owner !== null;
  const words = first.gap.slice(-120);
  const stop = words.search(/[。!?\n][^。!?\n]*$/);
  if (!first.previous && !inBracket) return null;
  if (/20\d\d年|同期|上年|去年|目标|计划/.test(words.slice(-16)) && inBracket) return null;
  for (const opening of OPENINGS) {
    const found = opening.words.exec(words.slice(stop + 1));
    // In a new sentence only its very first words go back to the one before, unless it has a sum of its own.
    if (found && stop >= 0 && sumsUp(group, at)) return null;
    if (found && (stop < 0 || (opening.acrossSentences && found.index < 2)))
      return opening.list === "listed" ? (complements(group, at) ?? opening) : opening;
  }
  if (named(first)) return complements(group, at) ?? LISTED;
  const second = group[at + 1];
  if (
    inBracket &&
    second?.standing === "level" &&
    sameUnit(second.figure, first.figure) &&
    !/[/:]|[至到]$/.test(second.gap) &&
    // 在册390人（累计接收3502人，解除3112人）: what came in and went out over the years is no part of what is left.
    !opposed(first, second)
  )
    return CLOSED;
  const composed = /(?:^|[,;:。])由$|(?:^|[,;:。])由[^,;:。]{0,12}$/.test(first.before);
  return composed && group.slice(at, at + MOST).some((m) => /组成|构成/.test(m.after))
    ? CLOSED
    : remainder(group, at)
      ? CLOSED
      : (complements(group, at) ?? (summed(group, at) ? LISTED : null));
}

/** 省级项目89个、市级项目299个；省级项目中，…: the earlier count that a clause before the parts names. */
export function named(first: Mention): Mention | undefined {
  const name = /(?:^|[,;])([^,;:。]{2,12})中[,:][^,;:。]*$/.exec(first.gap)?.[1];
  if (name === undefined) return undefined;
  return [...preceding(first)].find(
    (m) => m.sentence === first.sentence && sameUnit(m.figure, first.figure) && m.before.endsWith(name),
  );
}

const sumsUp = (group: readonly Mention[], at: number): boolean =>
  group
    .slice(at + 1, at + REACH)
    .some(
      (m) =>
        m.sentence === group[at]!.sentence &&
        /^(?:[两三二四五六]者|[两三四五六]项)?(?:合计|总计|共计|共)/.test(m.before),
    );

/** 受理1280件，上半年610件，下半年670件: names that together leave nothing over. */
function complements(group: readonly Mention[], at: number): Opening | null {
  const first = group[at]!;
  const whole = first.previous;
  if (whole?.standing !== "level" || whole.sentence !== first.sentence || !sameUnit(whole.figure, first.figure))
    return null;
  // What stands in a list itself is no whole of what follows it.
  if (first.mark === "、" || /其中|包括|分别/.test(whole.gap)) return null;
  const names: string[] = [];
  for (const m of group.slice(at, at + REACH)) {
    if (m.sentence !== first.sentence || m.standing !== "level" || !sameUnit(m.figure, first.figure)) break;
    if (names.length && NESTED.test(m.gap)) break;
    names.push(m.before.replace(/^其中:?/, "").replace(/^[已尚]/, ""));
  }
  const [a = "", b = ""] = names;
  if (a.length > 1 && b.replace(/不予|未予|[不未非无]/, "") === a.replace("有", "") && a !== b) return CLOSED;
  if (a.includes("以上") && a.replace("以上", "以下") === b) return CLOSED;
  // 大案12件、一般案件24件: what is called common is all the rest.
  if (names.length > 1 && /^(?:一般|普通)/.test(names.at(-1)!)) return { ...CLOSED, proven: names.length };
  // 复议案件150件，维持90件、撤销25件、终止35件: every one of them came to one end.
  if (names.length > 2 && names.every((name) => OUTCOMES.test(name))) return { ...LISTED, proven: names.length };
  const halves = HALVES.flatMap(([half, quarters]) => (half.test(whole.before) ? [quarters] : []));
  for (const set of [...halves, ...PARTITIONS]) {
    if (set.some((word) => whole.before.includes(word))) continue;
    const own = names.findIndex((name) => !set.some((word) => name.startsWith(word)) && !REST.test(name));
    const run = names.slice(0, own < 0 ? names.length : own);
    const told = set.filter((word) => run.some((name) => name.startsWith(word))).length;
    if (told < 2 || (told < set.length && run.length < names.length)) continue;
    return { ...(told === set.length || run.some((name) => REST.test(name)) ? CLOSED : LISTED), proven: run.length };
  }
  return null;
}

const OUTCOMES = /^(?:其中)?(?:维持|撤销|变更|确认违法|责令履行|驳回|终止|终结|调解|和解|撤回|撤诉|裁决|判决|移送)/;

const HALVES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/上半年/, ["一季度", "二季度"]],
  [/下半年/, ["三季度", "四季度"]],
];

const PARTITIONS: readonly (readonly string[])[] = [
  ["上半年", "下半年"],
  ["一季度", "二季度", "三季度", "四季度"],
  ["城镇", "农村"],
  ["城市", "农村"],
  ["男", "女"],
  ["线上", "线下"],
  ["予以", "不予"],
  ["准予", "不予"],
  ["专职", "兼职"],
  ["在职", "退休"],
  ["公办", "民办"],
  ["境内", "境外"],
  ["竣工", "在建", "未开工"],
  ["优秀", "良好", "合格", "不合格"],
  ["立行立改", "限期整改"],
  ["当场整改", "限期整改"],
  ["一审", "二审", "再审"],
  ["民事", "刑事", "行政", "执行"],
];

/** 案件总数920件，民事437件，刑事483件: a total said to be one, and things without deeds of their own after it. */
function summed(group: readonly Mention[], at: number): boolean {
  const [first, second] = [group[at]!, group[at + 1]];
  const whole = first.previous;
  if (whole?.standing !== "level" || whole.sentence !== first.sentence || second?.sentence !== first.sentence)
    return false;
  return (
    /总[数量额]|合计|总计/.test(whole.before) &&
    [first, second].every(
      (m) => m.standing === "level" && sameUnit(m.figure, whole.figure) && m.mark !== "" && deedOf(m) === "",
    )
  );
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
