import type { Direction, Figure } from "./figure.ts";

const UP = "增长|上升|增加|提高|提升|上涨|升高|攀升|扩大|多增|增多|递增|加快|净增|增|升|涨|多|高|快|翻了?";
const DOWN = "下降|减少|降低|回落|下滑|下跌|缩短|压缩|压减|精简|缩减|缩小|减轻|递减|收窄|减|降|跌|少|低|慢|缩";
const UP_NOUN = "增速|增幅|涨幅|升幅|增长率|增加值增速|增长幅度|提升幅度|上升幅度|增量占比|增率";
const DOWN_NOUN = "降幅|跌幅|下降率|减幅|下降幅度|减少幅度|降率";
const FILLER = "(?:了|近|约|超过|超|达到|达|逾|将近|为|在|率|值)?";

const DIRECT = new RegExp(`(?:(?<up>${UP})|(?<down>${DOWN}))(?:了|出|近|约|超|达|逾)? ?[+-]?$`);
const NOUN = new RegExp(
  `(?:(?<up>${UP_NOUN})|(?<down>${DOWN_NOUN}))(?:分别|约)?(?:为|达到|达|是|至|在|:)?${FILLER} ?[+-]?$`,
);
const OBJECT =
  /(?:(?<up>增长|增加|提高|提升|扩大)|(?<down>下降|减少|降低|压缩|压减|缩短|精简|缩减))(?<object>[\u4e00-\u9fff“”]{1,10})$/;
const LEVEL = /(?:至|到|达|为|率|度|比|比重|面|化|现|超过|不低于|不少于|分别|其中|完成|占)$/;
const COMPARISON =
  /(?:同比|环比|比上|比去|比前|比同|较上|较去|较前|较同|与上|与去|比20|较20|年均|上年同期|去年同期|高于|低于|多于|少于)/;
const INTRANSITIVE = /(?:增长|上升|下降|下滑|回落|上涨|下跌|翻了?)(?:了|近|约|超)?$/;
const STOP = /^(?:[,。;、)!?\n以左上(]|和|及|$)/;
const AFTER = /^的(?:.{0,4}?)(?:(?<up>增长|增速|增幅|涨幅|升幅|提升|提高)|(?<down>下降|降幅|减少|跌幅|下滑))/;
const SIGNED = /同比 ?[+-]$/;

const isRate = (unit: string | null) => unit === "%" || unit === "‰" || unit === "成";

/**
 * Which way a figure says something changed; null where it states a level.
 * @param line what stands before the figure on its line.
 * @param between what stands between the figure before and this one.
 */
export function change(
  line: string,
  unit: string | null,
  after: string,
  previous: Figure | null,
  between: string,
): Direction | null {
  const clause = line.slice(
    Math.max(line.lastIndexOf(","), line.lastIndexOf("。"), line.lastIndexOf(";"), line.lastIndexOf("(")) + 1,
  );
  const points = unit !== null && /百分点|基点/.test(unit);
  const noun = NOUN.exec(clause);
  if (noun && (unit === null || isRate(unit) || points)) return way(noun);
  const direct = DIRECT.exec(clause);
  if (points) return direct ? way(direct) : /[低少降减慢回落缩][^高多升增]{0,12}$/.test(clause) ? "down" : "up";
  if (unit === "番") return "up";
  if (
    previous?.kind === "change" &&
    (previous.unit === unit || isRate(unit)) &&
    /^(?:[、和及与]|以及|,)(?:约|近)?$/.test(between) &&
    (isRate(unit) || unit === "倍")
  )
    return previous.direction;
  if (isRate(unit) || unit === "倍") {
    if (SIGNED.test(clause)) return clause.endsWith("-") ? "down" : "up";
    if (direct) return way(direct);
    const object = OBJECT.exec(clause);
    if (object && !LEVEL.test(clause) && !/[至到达为占]/.test(object.groups!.object!)) return way(object);
    const followed = AFTER.exec(after);
    return followed ? way(followed) : null;
  }
  if (unit === null || !direct) return null;
  return COMPARISON.test(clause) || INTRANSITIVE.test(clause)
    ? way(direct)
    : STOP.test(after) &&
        clause.length - direct[0].length > 2 &&
        /[^增减]$/.test(clause.slice(0, direct.index)) &&
        /(?:增加|减少|缩短|提高|提升|降低)/.test(direct[0])
      ? way(direct)
      : null;
}

const way = (found: RegExpExecArray): Direction => (found.groups!.up === undefined ? "down" : "up");
