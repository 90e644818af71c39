import type { Span } from "../text/span.ts";
import type { Direction, Figure } from "./figure.ts";
import { isOneOf, lineBefore, type Place } from "./place.ts";

const VERB = {
  up: "增长|上升|增加|提高|提升|上涨|升高|攀升|上浮|扩大|增多|递增|加快|提速|延长|净增|多增|回升|反弹|跃升|激增|猛增|上调|好转|改善|优化|翻了?",
  down: "下降|减少|降低|回落|下滑|下跌|下浮|(?<!从轻、)减轻|缩短|压缩|压减|压降|精简|缩减|缩小|缩水|递减|收窄|放缓|减缓|锐减|收缩|下调|走低|降价",
} as const;
/** Words that say a direction only where a comparison stands before them. */
const SHORT = {
  up: "(?<!新)增|升|涨|多[\\u4e00-\\u9fff]?|高|快",
  down: "减|降|跌|少[\\u4e00-\\u9fff]?|低|慢|缩",
} as const;
const REACHING = "(?:了|出|近|约|超|达|逾)?(?:了|近|约)?";
const either = (words: { readonly up: string; readonly down: string }) =>
  `(?:(?<up>${words.up})|(?<down>${words.down}))`;

/** 同比增长⟦36.32%⟧ */
const DIRECT = new RegExp(`${either(VERB)}${REACHING}$`);
/** 比上年多⟦12件⟧ */
const COMPARED = new RegExp(`${either(SHORT)}${REACHING}$`);
/** 增幅达⟦12%⟧, 下降率为⟦3%⟧ */
const NOUN =
  /(?:(?<down>降幅|跌幅|减幅|(?:下降|减少|降低|压减|压降|压缩|缩短)(?:率|幅度))|(?<up>增速|增幅|涨幅|升幅|(?:增长|上升|提升|提高|增加|上涨)(?:率|速度|幅度)))(?:分别|均|约|平均)?(?:为|达到|达|是|至|在|:)?(?:了|近|约|超)?$/;
/** 同比增收⟦12%⟧: any verb between a comparison and a percentage. */
const BY_PERCENT = /(?:同比|环比|比上年|较上年|比去年|较去年)(?<up>[\u4e00-\u9fff]{0,3})$/;
/** 压减办理时限⟦60%⟧ */
const OBJECT = new RegExp(
  `${either({ up: "增长|增加|提高|提升|扩大", down: "下降|减少|降低|压减|压降|压缩|缩短|精简|缩减|节约|节省" })}(?<object>[\\u4e00-\\u9fff“”]{2,10})$`,
);
/** The last characters of what DIRECT and NOUN tell, and a character of what COMPARED tells. */
const TOLD = "长升加高涨浮大多增快速弹调转善化翻了降少低落滑跌轻短缩减简小水窄缓价出近约超达逾";
const NAMED = "幅速率度别均约为到达是至在:了近超";
const SHORTLY = /[增升涨多高快减降跌少低慢缩]/;
/** As far as COMPARED reaches back from its end: 多办理了约. */
const FAR = 5;
const LEVEL = /(?:[至到为达占比度面]|(?<!效)率|比重|[实体]现|分别|完成|目标|其中|的)$/;
const REACHES = /[至到达为占超]|完成|目标|实现/;
const COMPARISON =
  /(?:同比|环比|[比较与](?:上|去|前|同|往|20|19|年初|期初|计划|预算|目标|同期|原|全|整改前|改革前)|年均|[上去]年同期|[高低多少快慢好]于|相比)/;
const INTRANSITIVE = /(?:增长|上升|下降|下滑|回落|上涨|下跌|翻了?|缩短)(?:了|近|约|超)?$/;
const CLOSED = /^(?:[,。;、!?)\n]|和|及|与|$)/;
/** ⟦12%⟧的增长, ⟦10%以上⟧增长 */
const FOLLOWED =
  /^(?:的[\u4e00-\u9fff]{0,3}?)?(?:(?<up>增长|增速|增幅|涨幅|升幅)|(?<down>下降|降幅|跌幅|下滑))(?![到至为达了约近\d])/;
const SIGN = / ?[+↑−↓-]$/;
const MINUS = /[−↓-]/;
/** 同比-5.6%, (+1.2个百分点) */
const SIGNED = /(?:同比|环比|[(]) ?[+↑−↓-]$/;
const LIST = /^(?:[、和及与]|以及)(?:约|近)?$/;
const UPWARD = /[高多升增快涨超优好]|扩大|延长/g;
const DOWNWARD = /[低少降减慢跌缩落窄]/g;

const POINTS = new Set(["个百分点", "百分点", "个基点", "基点"]);
const PARTS = new Set(["%", "‰", "‱", "成", "倍"]);

/**
 * Which way a figure says that something changed; null where it states a level.
 * @param span where the figure stands, with its words of approximation.
 */
export function change({ text, from, previous }: Place, unit: string | null, { start, end }: Span): Direction | null {
  if (unit === null) return null;
  const line = lineBefore(text, start);
  const after = text.slice(end, end + 8);
  const between = text.slice(from, Math.min(start, from + 8));
  const tail = line.slice(clauseStart(line));
  const sign = isOneOf("+↑−↓-", tail, tail.length - 1) ? SIGN.exec(tail)![0] : "";
  const clause = tail.slice(0, tail.length - sign.length);
  const falls = MINUS.test(sign);
  const way = (found: RegExpExecArray): Direction => ((found.groups!.up === undefined) === falls ? "up" : "down");
  const named = isOneOf(NAMED, clause, clause.length - 1) ? NOUN.exec(clause) : null;
  const compared = (): boolean => COMPARISON.test(clause);
  const stated =
    named ??
    (isOneOf(TOLD, clause, clause.length - 1) ? DIRECT.exec(clause) : null) ??
    (SHORTLY.test(clause.slice(-FAR)) && compared() ? COMPARED.exec(clause) : null);
  if (POINTS.has(unit) || PARTS.has(unit)) {
    if (stated) return way(stated);
    if (SIGNED.test(line)) return falls ? "down" : "up";
    const along = listed(previous, unit, between);
    if (POINTS.has(unit)) return along ?? trend(clause);
    const found = (LEVEL.test(clause) ? null : (reaching(clause) ?? BY_PERCENT.exec(clause))) ?? FOLLOWED.exec(after);
    return found ? way(found) : along;
  }
  if (unit === "番") return "up";
  if (!stated || named) return null;
  const changed = compared() || INTRANSITIVE.test(clause) || CLOSED.test(after);
  return changed ? way(stated) : null;
}

/** Where the clause begins that a line ends in. */
function clauseStart(line: string): number {
  let start = line.length;
  while (start > 0 && !isOneOf("(,。;", line, start - 1)) start--;
  return start;
}

/** 增长12%、8%和5%: what follows a change in a list is one. */
const listed = (previous: Figure | null, unit: string, between: string): Direction | null =>
  previous?.kind === "change" && previous.unit === unit && LIST.test(between) ? previous.direction : null;

function reaching(clause: string): RegExpExecArray | null {
  const found = OBJECT.exec(clause);
  return found && !REACHES.test(found.groups!.object!) ? found : null;
}

/** The last word of direction in a clause: 低于控制目标⟦0.5个百分点⟧. */
function trend(clause: string): Direction {
  const last = (words: RegExp) => [...clause.matchAll(words)].at(-1)?.index ?? -1;
  return last(DOWNWARD) > last(UPWARD) ? "down" : "up";
}
