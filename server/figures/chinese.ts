import type { Numeral } from "./numeral.ts";
import { scaled } from "./numeral.ts";
import { isOneOf, matchAt } from "./place.ts";

const DIGIT: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** No count of a report needs more characters. */
const LONGEST = 24;
/** 三点 is more often three points than a decimal, so a multiplier or 百分之 must vouch for it. */
const DECIMALS =
  /点(?<places>[〇零一二三四五六七八九]{1,6})(?:(?=[万亿倍成]|个百分点)|(?<=之[〇零一二三四五六七八九十百]{1,6}点[〇零一二三四五六七八九]{1,6}))/y;

const NUMERALS = new Set([...Object.keys({ ...DIGIT, ...SMALL, ...LARGE, ...TENS })].map((c) => c.charCodeAt(0)));

/** The end of the run of 汉字 numerals at an offset, which 几 or 数 may lead; the offset itself where there is none. */
export function chineseEnd(text: string, at: number): number {
  const from = isOneOf("几数", text, at) ? at + 1 : at;
  let end = from;
  while (NUMERALS.has(text.charCodeAt(end))) end++;
  return end === from ? at : end;
}

/**
 * The 汉字 numeral that starts at an offset and takes in the whole run: 三百二十, 两千零六, 二〇二四, 三万五, 三四十, 三点五(亿).
 * @returns null where the run is no numeral (一三百, 百十).
 */
export function chineseAt(text: string, at: number): Numeral | null {
  const end = chineseEnd(text, at);
  if (end === at || end - at > LONGEST) return null;
  const run = text.slice(at, end);
  const read =
    run.length === 1 ? byPlaces(run) : (byDigits(run) ?? indefinite(run) ?? neighbours(run) ?? byPlaces(run));
  if (!read) return null;
  const decimals = text[end] === "点" ? matchAt(DECIMALS, text, end)?.groups?.places : undefined;
  if (decimals === undefined || read.value === null || read.upper !== null)
    return { start: at, end, hanzi: true, ...read };
  const places = [...decimals].map((c) => DIGIT[c]).join("");
  return {
    start: at,
    end: end + 1 + decimals.length,
    hanzi: true,
    value: Number(`${read.value}.${places}`),
    upper: null,
    step: scaled(1, -places.length)!,
  };
}

type Read = Pick<Numeral, "value" | "step" | "upper">;

/** 二〇二四: digits read off one by one. */
function byDigits(run: string): Read | null {
  const digits = [...run].map((c) => (c === "两" ? undefined : DIGIT[c]));
  return digits.length < 3 || digits.includes(undefined)
    ? null
    : { value: Number(digits.join("")), step: 1, upper: null };
}

/** 数十 and 几百 name no number. */
const indefinite = (run: string): Read | null =>
  /^[几数][十百千万亿]+$/.test(run) ? { value: null, step: 1, upper: null } : null;

/** 三四, 五六十, 十七八, 七八百: two neighbouring numbers said in one breath. */
function neighbours(run: string): Read | null {
  const m = /^(十?)([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]{0,4})$/.exec(run);
  if (!m || DIGIT[m[3]!] !== DIGIT[m[2]!]! + 1) return null;
  const low = byPlaces(m[1]! + m[2]! + m[4]!);
  const high = byPlaces(m[1]! + m[3]! + m[4]!);
  return low && high && { value: low.value, step: low.step, upper: high.value };
}

/** 三百二十, 一万二千零五, 三万五 (35000), 十二亿, 一万亿. */
function byPlaces(run: string): Read | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let zero = false;
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  let last = 1;
  for (const c of run) {
    if (c in DIGIT) {
      if (digit) return null;
      digit = DIGIT[c]!;
      zero ||= digit === 0;
    } else if (c in TENS) {
      if (digit || small <= 10) return null;
      section += TENS[c]!;
      small = last = 10;
    } else if (c in SMALL) {
      const place = SMALL[c]!;
      if (place >= small || (digit === 0 && place > 10)) return null;
      section += (digit || 1) * place;
      digit = null;
      zero = false;
      small = last = place;
    } else if (c in LARGE) {
      const place = LARGE[c]!;
      section += digit ?? 0;
      if (place < large) total += (section || (total === 0 ? 1 : 0)) * place;
      else if (place > large && section === 0) total *= place;
      else if (place > large) total = (total + section) * place;
      else return null;
      section = 0;
      digit = null;
      zero = false;
      small = Number.POSITIVE_INFINITY;
      large = last = place;
    } else return null;
  }
  // 三万五 is 35000 and 两百五 is 250; 三万零五 is 30005.
  const place = digit && !zero && last >= 100 ? last / 10 : 1;
  return { value: total + section + (digit ?? 0) * place, step: digit === null ? last : place, upper: null };
}
