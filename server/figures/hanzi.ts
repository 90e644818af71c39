import { change } from "./change.ts";
import { chineseAt } from "./chinese.ts";
import type { Figure } from "./figure.ts";
import { isIdiom } from "./idiom.ts";
import { isOneOf, lineBefore, matchAt, type Place, plain, type Reading } from "./place.ts";
import { quantity } from "./quantity.ts";
import { longest } from "./vocabulary.ts";

const DIGIT = "[〇零○一二三四五六七八九]";
const COUNT = "[一二三四五六七八九十]{1,3}";
const DATES = [
  new RegExp(`[一二]${DIGIT}{3}年度?(?:${COUNT}月(?:份|${COUNT}日)?)?`, "y"),
  new RegExp(`${COUNT}月(?:${COUNT}日|份)?`, "y"),
  /[一二三四]季度/y,
];

/** What a numeral may not follow if it is to count: 第三名, 这三项, 周三次日, 人大三次会议. */
const NOT_AFTER = /(?:[第初每这那届]|(?<![目此以之])前|(?<!每)周|星期|礼拜|人大|政协|代表大会|全委会)$/;
/** What 一 makes a word with: 统一, 唯一, 逐一, 之一, 另一个, 上一年. */
const ONE_NOT_AFTER = "何再又统唯专同逐之划合归如若某另上下不进万单惟";
/** What follows a date's numeral. */
const DATED = "年月季○";
const QUOTED = 20;
const BARE = /^[百千万亿]+$/;
/** 二 counts, where 两 would be usual, with few words; 二类 and 二期 are the second. */
const TWO = "二";
const TWO_OF = new Set([..."件起人名份台辆家户个宗例笔张只头亩吨米元天成"]);
const ONE = "一";
/** 一 counts only where it closes the phrase (火灾一起，) and the word is not one of these. */
const ONE_OF = new Set([..."批种类体面度方部回番点线手口把级站票边层代年日天条片块"]);
/** 党的二十大, 迎接二十大. */
const CONGRESS = /^(?:十[五六七八九]|二十)$/;
const DOUBLING = new Set(["番", "倍"]);

/** A numeral in 汉字: a date, a share, or a quantity where a measure word follows; null for idioms, names and ordinals. */
export const hanzi: Reading = (place) => {
  const { text, at, end, quotation, inTitle, name } = place;
  if (name) return null;
  if (isOneOf(DATED, text, end))
    for (const pattern of DATES) {
      const found = matchAt(pattern, text, at);
      if (found) return plain("date", place, at + found[0].length);
    }
  if (inTitle || (quotation && quotation.end - quotation.start <= QUOTED)) return null;
  if (text.startsWith("分之", end)) return share(place, end);
  if (!mayCount(place)) return null;
  const figure = quantity(place);
  if (!figure?.unitSpan || figure.unit === null) return null;
  const led = figure.span.start < at;
  if (!led && NOT_AFTER.test(lineBefore(text, at))) return null;
  if (DOUBLING.has(figure.unit) && figure.kind !== "quantity") return figure;
  const run = text.slice(at, end);
  if (figure.unit === "大" && CONGRESS.test(run)) return null;
  if (isIdiom(run, figure.unit, text, figure.unitSpan.end)) return null;
  if (run === TWO && !TWO_OF.has(figure.unit)) return null;
  if (BARE.test(run) && !figure.approximate) return null;
  return run !== ONE || closes(figure, place) ? figure : null;
};

const HANZI = /[\u4e00-\u9fff]/;
const follows = ({ before }: Place): boolean => HANZI.test(before) && !ONE_NOT_AFTER.includes(before);
const CLOSING = ",。;、!?)\n";

const closes = ({ unit, span }: Figure, place: Place): boolean =>
  follows(place) && !ONE_OF.has(unit!) && (span.end >= place.text.length || isOneOf(CLOSING, place.text, span.end));

/** What may stand between a numeral and its unit, or join it with the upper end of a range. */
const GOES_ON = " *余多来几+点个百千万亿-—–~至到";
/** What may stand between the unit and the mark that closes the phrase. */
const OPEN = " /左上以之有余+许多-—–~至到";

/**
 * Whether the numeral at a place may count, told by what stands beside it: mostly it does not, as in 统一, 进一步, 一方面.
 * What it lets pass need not count.
 */
function mayCount(place: Place): boolean {
  const { text, at, end, vocabulary } = place;
  const unitEnd = longest(vocabulary.units, text, end);
  if (unitEnd === end) return isOneOf(GOES_ON, text, end);
  const unit = text.slice(end, unitEnd);
  if (end - at > 1 || text[at] !== ONE || DOUBLING.has(unit) || text[unitEnd] === "/") return true;
  if (isOneOf("点余多来几+", text, end) || text.startsWith("个亿", end)) return true;
  return (
    follows(place) &&
    !ONE_OF.has(unit) &&
    (unitEnd === text.length || isOneOf(CLOSING, text, unitEnd) || isOneOf(OPEN, text, unitEnd))
  );
}

const SHARES: Readonly<Record<string, string>> = { 百: "%", 千: "‰", 万: "‱" };

/** 百分之三点五 is a rate, or a change as 3.5% is; 三分之二 is a ratio. */
function share(place: Place, end: number): Figure | null {
  const { text, at } = place;
  const start = end + 2;
  const unit = SHARES[text.slice(at, end)];
  const above = quantity({ ...place, at: start, from: start });
  const below = chineseAt(text, at);
  if (above?.value == null || !below?.value) return null;
  const figure = plain(unit ? "rate" : "ratio", place, above.digits.end);
  if (!unit) return { ...figure, value: above.value / below.value };
  const direction = change(place, unit, figure.span);
  return {
    ...figure,
    kind: direction ? "change" : "rate",
    direction,
    // 百分之98.4: the numeral is what stands behind.
    digits: above.digits,
    hanzi: above.hanzi,
    value: above.value,
    unit,
    precision: above.precision,
  };
}
