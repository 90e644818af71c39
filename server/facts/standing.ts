import type { Direction } from "../figures/figure.ts";
import type { Mention } from "./mention.ts";

/**
 * What a figure states of its indicator: its `level` now; its `base`, what it was before; a `target`; a `delta`, by how
 * much it changed in its own unit; a `growth`, by what part of the base; `points`, by how many percentage points; a
 * `rate` with a name of its own (办结率), or a `share` of a whole (占); or how many `times` another one it is.
 */
export type Standing = "level" | "base" | "target" | "delta" | "growth" | "points" | "rate" | "share" | "times";

const UP = "增长|增加|上升|提高|提升|上涨|扩大|增收|增支|多出|多收|多支|多办|攀升|上浮|净增|增|升|涨|多|高";
const DOWN =
  "下降|减少|降低|回落|下滑|下跌|缩减|压减|压缩|缩短|减收|减支|少了|少收|少支|少办|下调|锐减|净减|减|降|少|低|跌";

/** Words that say which way an indicator went, right before a figure. */
export const MOVE = new RegExp(`(?:(${UP})|(${DOWN}))(?:了|约|近|达到|达|为|超过|超|幅度为|幅度达)?$`);

/** …增至 882: the level that an indicator reached. */
export const REACHED = new RegExp(
  "(?:(增长|增加|上升|提高|提升|扩充|扩大|扩展|扩增|壮大|发展|攀升|增|升|扩|涨)" +
    "|(下降|减少|降低|回落|压减|压缩|缩短|缩减|精简|锐减|减|降|缩|压))(?:了)?(?:到了|至了|到|至|为)(?:了|目前的|现在的|今年的|本期的|每[年月日天周季]|[日月年人]均)?(?:约|近)?$",
);

/** The time that figures are compared with. */
export const EARLIER =
  /(?:上年度?|去年|上一年度?|前年|前一年度?|上期|上一期|上季度|上一季度|上个?月|上周|同期|往年|年初(?!预算|计划|目标|安排)|(?:上|去)年年?底|上届)/;

/** 比去年同期多查64起. */
const MORE = /(?:比|较)[^,;:。]{0,16}(?:(多)|(少))[\u4e00-\u9fff]{1,4}$/;

/** 较2022年的15960元. */
const YEAR_COMPARED =
  /(?:比|较|与)(?:\d{4}年(?:度|同期)?|(?:\d{4}年)?(?:第?[一二三四]季度|[上下]半年|\d{1,2}月份?))的?$/;

const COMPARED = /(?:同比|环比|较|相比|比)/;

const CARRIED = /(?:结转|遗留|旧存|结存|积存|结余|转入|存量|未结|跨年|以来|至今)/;

const TARGET =
  /(?:目标|任务|计划|(?<!公共|基金|经营)预算|指标|定额|应完成)(?:总?数|值|量|任务|指标|目标|总额|安排|额)?(?:是|为|的|共|达)?$/;

const SHARE = /(?:占|占比|占到|占了|占去)(?:[^占]{0,24})$/;

/** 增幅 and its like: a name for a growth where the verb would stand. */
export const GROWTH_NAME =
  /(?:(增幅|涨幅|升幅|增速|增长率|上升率|增长幅度|增长速度)|(降幅|减幅|跌幅|下降率|降低率|减少率|压缩率|压减率|精简率|缩短率))(?:是|为|达到|高达|达|约为|约|近)?$/;

type Words = Pick<Mention, "figure" | "before" | "after" | "gap" | "mark" | "owner" | "previous">;

/** Reads the standing of a figure from the words around it. */
export function standingOf(mention: Words): Standing {
  const { figure, before } = mention;
  const earlier = isEarlier(before);
  if (figure.unit === "个百分点" || figure.unit === "百分点") return "points";
  if (figure.kind === "ratio" || figure.unit === "倍") {
    return figure.kind === "change" && MOVE.test(before) ? "growth" : "times";
  }
  if (figure.unit === "番") return "growth";
  if (figure.kind === "rate" || figure.kind === "change") {
    if (figure.unit !== "%" && figure.unit !== "‰" && figure.unit !== "成") return quantity(mention, earlier);
    if (before === "" && mention.owner?.standing === "delta") return "growth";
    if (/自然增长率[^,;:。]{0,3}$/.test(before)) return "rate";
    if (REACHED.test(before)) return "rate";
    if (earlier && !moves(mention)) return "base";
    if (figure.kind === "change" || GROWTH_NAME.test(before) || (MOVE.exec(before)?.[0].length ?? 0) > 1)
      return "growth";
    return SHARE.test(before) ? "share" : "rate";
  }
  return quantity(mention, earlier);
}

function quantity(mention: Words, earlier: boolean): Standing {
  const { before } = mention;
  if (REACHED.test(before)) return "level";
  if (moves(mention)) return "delta";
  if (earlier) return "base";
  // 上年分别为778件、723件: what goes on from a base is one.
  if (before === "" && mention.mark === "、" && mention.previous?.standing === "base") return "base";
  if (TARGET.test(before) && !/(?:完成|实现|安排)[^,]{0,6}$/.test(before.replace(TARGET, ""))) return "target";
  if (/^的$/.test(mention.after) && TARGET.test(before)) return "target";
  return "level";
}

/** Whether a figure is said of the time before; 上年结转 is said of now. */
function isEarlier(before: string): boolean {
  const found = EARLIER.exec(before);
  return (
    YEAR_COMPARED.test(before) ||
    (found !== null &&
      !CARRIED.test(before.slice(found.index)) &&
      !/(?:今年|本年|本期|现[有在任存])/.test(before.slice(found.index)))
  );
}

/** 增加235件 and 比上年多235件 state a difference; 新增235件 and 增加警力235人 do not. */
function moves({ before, figure }: Words): boolean {
  if (MORE.test(before)) return true;
  const found = MOVE.exec(before);
  if (!found) return false;
  if (figure.kind === "change") return true;
  const rest = before.slice(0, found.index);
  if (/新$/.test(rest)) return /(?:较|比)[^,;:。]{0,10}新$/.test(rest);
  if (/^(?:又|再|还|共|累计|[^\u4e00-\u9fff])*$/.test(rest)) return found[0].length > 1;
  return COMPARED.test(rest) || EARLIER.test(rest);
}

/** Which way a change goes: as scanned, or as its words say. */
export function directionOf({ figure, before, owner }: Pick<Mention, "figure" | "before" | "owner">): Direction | null {
  const found = MOVE.exec(before) ?? GROWTH_NAME.exec(before) ?? REACHED.exec(before) ?? MORE.exec(before);
  if (found) return found[1] ? "up" : "down";
  return figure.direction ?? (before === "" && owner?.standing === "delta" ? directionOf(owner) : null);
}
