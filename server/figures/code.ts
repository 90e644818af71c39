import { type Clued, digitsEnd, isDigit, isOneOf, LETTERS, lineBefore, matchAt, type Place, plain } from "./place.ts";
import { longest } from "./vocabulary.ts";

const DOCUMENT_NUMBER = /(?:19|20)\d\d[〕\])】][\u4e00-\u9fff\d第 ]{0,12}?\d{1,6} ?号/y;
const NUMBERED = /\d{1,12} ?号(?:-\d{1,3}(?!\d))?/y;

/** Document numbers (〔2024〕12号, （2024）沪01民终3号) and whatever else is called by 号: 3号线, 1号文件. */
export const documentNumber: Clued = {
  after: "〕])】号",
  read(place) {
    const { text, at, before } = place;
    const bracketed = "〔[(【".includes(before) ? matchAt(DOCUMENT_NUMBER, text, at) : null;
    const found = bracketed ?? matchAt(NUMBERED, text, at);
    return found && plain(/第 ?$/.test(lineBefore(text, at)) ? "ordinal" : "name", place, at + found[0].length);
  },
};

const TOKEN = /[A-Za-z0-9_@#&./×·-]{0,200}[A-Za-z0-9_]/y;
const DASHED = /\d{1,24}(?:[-/]\d{1,24}){1,8}/y;
const DOTTED = /\d{1,6}(?:\.\d{1,6}){2,8}/y;

/** Codes of digits with letters or marks: 5G, PM2.5, GB/T 9704, 0571-85123456, 2018cxghj.png, 91330100MA27…, 10.1.2.3. */
export const code: Clued = {
  before: `${LETTERS}_@-/`,
  after: `${LETTERS}_-/.`,
  read(place) {
    const { text, at, end: digits } = place;
    const end = decimalEnd(place);
    if (
      !lettered(place, end) &&
      !isLong(place) &&
      !isDashed(place) &&
      !(text[digits] === "." && matchAt(DOTTED, text, at))
    )
      return null;
    const token = matchAt(TOKEN, text, at);
    return plain("name", place, Math.max(end, at + (token?.[0].length ?? 0)));
  },
};

const PLACES = 12;

/** Where the digits end with their decimals, if they are as few as a number has. */
function decimalEnd({ text, at, end }: Place): number {
  if (!isDigit(text, at) || end - at > PLACES || text[end] !== "." || !isDigit(text, end + 1)) return end;
  return Math.min(digitsEnd(text, end + 1), end + 1 + PLACES);
}

const isLong = ({ at, end }: Place): boolean => end - at >= PLACES;

/** Whether a number without a unit is a code by its length alone. */
export const isCode = ({ at, end }: Place): boolean => end - at >= 8;

/** Telephone and file numbers: a leading zero, seven digits in a row, or three parts. */
function isDashed({ text, at, end }: Place): boolean {
  const dashed = isOneOf("-/", text, end) ? matchAt(DASHED, text, at)?.[0] : undefined;
  return dashed !== undefined && /^0\d|\d{7}|[-/]\d+[-/]/.test(dashed);
}

/** GDP, LED; but PM2.5 and CO2 are names, whatever follows. */
const ABBREVIATION = /[A-Z]{2}(?<!PM|CO|NO|SO)$/;

const NEXT = `${LETTERS}_`;
const LAST = `${NEXT}@-/ `;

/** Letters touch the number, and they are neither its unit nor an abbreviation that it counts (GDP1200亿元). */
function lettered({ text, at, before, vocabulary }: Place, end: number): boolean {
  if (!isOneOf(NEXT, text, end) && !LAST.includes(before)) return false;
  const line = lineBefore(text, at);
  const unit = longest(vocabulary.units, text, end);
  const counted = unit > end || /[万亿]/.test(text[end] ?? "");
  if (/[A-Za-z_@]$/.test(line)) return !(counted && ABBREVIATION.test(line) && !/[A-Z]/.test(text[end] ?? ""));
  if (/[A-Z][-/ ]$|[a-z]\/$/.test(line)) return !counted;
  return /[A-Za-z_]/.test(text[end] ?? "") && (unit === end || /[A-Za-z0-9]/.test(text[unit] ?? ""));
}

const CALLED =
  /(?:\d转|电话|热线|邮编|邮政编码|邮箱|编号|证号|账号|卡号|代码|信箱|传真|QQ群?|微信|手机|索引号|文号|专线|号码|拨打|致电|接听|联系)(?:为|是)?[ :]{0,3}$/;

/** A number said to be one to call or write to: 邮编310000, 电话：85123456. */
export const address: Clued = {
  before: "转话线编码箱号真Q群信机打电听系为是: ",
  read(place) {
    const { text, at, end, vocabulary } = place;
    const counted = longest(vocabulary.units, text, end) > end || isOneOf("万亿余多%.", text, end);
    return !counted && CALLED.test(lineBefore(text, at)) ? plain("name", place, end) : null;
  },
};

const COMPOUND = /\d{1,6}[A-Za-z]{0,4}(?:[+×*][\dA-Za-z]{1,8}){1,12}(?![%.\d])/y;
/** 1名法律顾问+N名法律明白人 */
const SUMMAND = /\d{1,4}[\u4e00-\u9fff()“”]{1,16}\+(?=[\dN])/y;
const WITH_WORDS = /\d[+×](?=[\u4e00-\u9fff])/y;

/** Slogans made of numbers: 1+4+N, 7×24小时, N+1, 党建+1. */
export const compound: Clued = {
  within: "+×*",
  read(place) {
    const { text, at, end, before, vocabulary } = place;
    const found = matchAt(COMPOUND, text, at);
    if (found) return plain("name", place, at + found[0].length);
    if (matchAt(SUMMAND, text, at)) return plain("name", place, end);
    const words = matchAt(WITH_WORDS, text, at);
    if (words && longest(vocabulary.units, text, end + 1) === end + 1) return plain("name", place, end);
    return "+×".includes(before) && !isOneOf("%.", text, end) ? plain("name", place, end) : null;
  },
};
