import type { Figure } from "./figure.ts";
import { matchAt, type Place, plain, type Reading } from "./place.ts";
import { longest } from "./vocabulary.ts";

const DOCUMENT_NUMBER = /(?:19|20)\d\d[〕\])】][\u4e00-\u9fff\d第 ]{0,12}?\d{1,6} ?号/y;
const NUMBERED = /\d{1,12} ?号(?:-\d{1,3}(?!\d))?/y;

/** Document numbers (〔2024〕12号, （2024）沪01民终3号) and whatever else is called by 号: 3号线, 1号文件. */
export const documentNumber: Reading = (place) => {
  const { text, at } = place;
  const bracketed = /[〔[(【]$/.test(place.line) ? matchAt(DOCUMENT_NUMBER, text, at) : null;
  const found = bracketed ?? matchAt(NUMBERED, text, at);
  return found && plain(/第 ?$/.test(place.line) ? "ordinal" : "name", place, at + found[0].length);
};

const TOKEN = /[A-Za-z0-9_@#&./×·-]{0,200}[A-Za-z0-9_]/y;
const DECIMAL = /\d{1,12}(?:\.\d{1,12})?/y;
const DASHED = /\d{1,24}(?:[-/]\d{1,24}){1,8}/y;
const DOTTED = /\d{1,6}(?:\.\d{1,6}){2,8}/y;

/** Codes of digits with letters or marks: 5G, PM2.5, GB/T 9704, 0571-85123456, 2018cxghj.png, 91330100MA27…, 10.1.2.3. */
export const code: Reading = (place) => {
  const { text, at } = place;
  const end = Math.max(place.end, at + (matchAt(DECIMAL, text, at)?.[0].length ?? 0));
  if (!lettered(place, end) && !isLong(place) && !isDashed(text, at) && !matchAt(DOTTED, text, at)) return null;
  const token = matchAt(TOKEN, text, at);
  return plain("name", place, Math.max(end, at + (token?.[0].length ?? 0)));
};

const isLong = ({ at, end }: Place): boolean => end - at >= 12;

/** Whether a number without a unit is a code by its length alone. */
export const isCode = ({ at, end }: Place): boolean => end - at >= 8;

/** Telephone and file numbers: a leading zero, seven digits in a row, or three parts. */
function isDashed(text: string, at: number): boolean {
  const dashed = matchAt(DASHED, text, at)?.[0];
  return dashed !== undefined && /^0\d|\d{7}|[-/]\d+[-/]/.test(dashed);
}

/** GDP, LED; but PM2.5 and CO2 are names, whatever follows. */
const ABBREVIATION = /[A-Z]{2}(?<!PM|CO|NO|SO)$/;

/** Letters touch the number, and they are neither its unit nor an abbreviation that it counts (GDP1200亿元). */
function lettered({ text, line, vocabulary }: Place, end: number): boolean {
  const unit = longest(vocabulary.units, text, end);
  const counted = unit > end || /[万亿]/.test(text[end] ?? "");
  if (/[A-Za-z_@]$/.test(line)) return !(counted && ABBREVIATION.test(line) && !/[A-Z]/.test(text[end] ?? ""));
  if (/[A-Z][-/ ]$|[a-z]\/$/.test(line)) return !counted;
  return /[A-Za-z_]/.test(text[end] ?? "") && (unit === end || /[A-Za-z0-9]/.test(text[unit] ?? ""));
}

const CALLED =
  /(?:\d转|电话|热线|邮编|邮政编码|邮箱|编号|证号|账号|卡号|代码|信箱|传真|QQ群?|微信|手机|索引号|文号|专线|号码|拨打|致电|接听|联系)(?:为|是)?[ :]{0,3}$/;

/** A number said to be one to call or write to: 邮编310000, 电话：85123456. */
export const address: Reading = (place) => {
  const { text, end, line, vocabulary } = place;
  const counted = longest(vocabulary.units, text, end) > end || /[万亿余多%.]/.test(text[end] ?? "");
  return CALLED.test(line) && !counted ? plain("name", place, end) : null;
};

const COMPOUND = /\d{1,6}[A-Za-z]{0,4}(?:[+×*][\dA-Za-z]{1,8}){1,12}(?![%.\d])/y;
/** 1名法律顾问+N名法律明白人 */
const SUMMAND = /\d{1,4}[\u4e00-\u9fff()“”]{1,16}\+(?=[\dN])/y;
const WITH_WORDS = /\d[+×](?=[\u4e00-\u9fff])/y;

/** Slogans made of numbers: 1+4+N, 7×24小时, N+1, 党建+1. */
export const compound: Reading = (place): Figure | null => {
  const { text, at, end, line, vocabulary } = place;
  const found = matchAt(COMPOUND, text, at);
  if (found) return plain("name", place, at + found[0].length);
  if (matchAt(SUMMAND, text, at)) return plain("name", place, end);
  const words = matchAt(WITH_WORDS, text, at);
  if (words && longest(vocabulary.units, text, end + 1) === end + 1) return plain("name", place, end);
  return /[+×]$/.test(line) && !/[%.]/.test(text[end] ?? "") ? plain("name", place, end) : null;
};
