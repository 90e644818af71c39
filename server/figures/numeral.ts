/** A number as it is written, without approximators and unit. Offsets are UTF-16. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** Null where the writing names no number (数十, 几百) or one too large to hold. */
  readonly value: number | null;
  /** What one unit of its last place is worth: 0.01 for 36.32, 10 for 三百二十. */
  readonly step: number;
  readonly hanzi: boolean;
  /** The upper of two neighbouring numbers that stand for a guess (三四个 → 4). */
  readonly upper: number | null;
}

const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y;

/** The Arabic numeral that starts at an offset of a folded text: 1,234.5, 36.32, .5 */
export function arabicAt(text: string, at: number): Numeral | null {
  ARABIC.lastIndex = at;
  const written = ARABIC.exec(text)?.[0];
  if (written === undefined) return null;
  const plain = written.replaceAll(",", "");
  const point = plain.indexOf(".");
  const value = Number(plain);
  const decimals = point < 0 ? 0 : plain.length - point - 1;
  return {
    start: at,
    end: at + written.length,
    value: Number.isFinite(value) ? value : null,
    step: 10 ** -Math.min(decimals, 300),
    hanzi: false,
    upper: null,
  };
}

/** value × 10^exponent without binary rounding noise: scaled(7.3, 8) is 730000000. */
export function scaled(value: number, exponent: number): number | null {
  const [mantissa, own] = String(value).split("e");
  const result = Number(`${mantissa}e${Number(own ?? 0) + exponent}`);
  return Number.isFinite(result) ? result : null;
}

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
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const HANZI = /[〇零一二两三四五六七八九十百千万亿廿卅几数]+/y;

/** The end of the run of 汉字 numerals at an offset; the offset itself where there is none. */
export function hanziEnd(text: string, at: number): number {
  HANZI.lastIndex = at;
  return at + (HANZI.exec(text)?.[0].length ?? 0);
}

/**
 * The 汉字 numeral that starts at an offset and takes in the whole run: 三百二十, 两千零六, 二〇二四, 三万五, 三四十.
 * @returns null where the run is no numeral (一三百, 百十).
 */
export function hanziAt(text: string, at: number): Numeral | null {
  const end = hanziEnd(text, at);
  if (end === at || end - at > 24) return null;
  const run = text.slice(at, end);
  const read = digitwise(run) ?? indefinite(run) ?? neighbours(run) ?? positional(run);
  return read && { start: at, end, hanzi: true, ...read };
}

type Read = Pick<Numeral, "value" | "step" | "upper">;

/** 二〇二四: four or more digits read off one by one. */
function digitwise(run: string): Read | null {
  const digits = [...run].map((c) => (c === "两" ? undefined : DIGIT[c]));
  if (digits.length < 3 || digits.includes(undefined)) return null;
  return { value: Number(digits.join("")), step: 1, upper: null };
}

/** 数十, 几百, 十几, 二十几: no number, or one with an open last place. */
function indefinite(run: string): Read | null {
  const at = run.search(/[几数]/);
  if (at < 0) return null;
  if (run[at] === "几" && at === run.length - 1 && run[at - 1] === "十") return positional(run.slice(0, -1));
  return at === 0 && run.length > 1 && [...run.slice(1)].every((c) => c in SMALL || c in LARGE)
    ? { value: null, step: 1, upper: null }
    : null;
}

/** 三四, 五六十, 十七八, 七八百: two neighbouring numbers said in one breath. */
function neighbours(run: string): Read | null {
  const m = /^(十?)([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/.exec(run);
  if (!m || DIGIT[m[3]!] !== DIGIT[m[2]!]! + 1) return null;
  const low = positional(m[1]! + m[2]! + m[4]!);
  const high = positional(m[1]! + m[3]! + m[4]!);
  return low && high && { value: low.value, step: low.step, upper: high.value };
}

/** 三百二十, 一万二千零五, 三万五 (= 35000), 十二亿. */
function positional(run: string): Read | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let zero = false;
  let lastSmall = 10_000;
  let lastLarge = Number.POSITIVE_INFINITY;
  let lastUnit = 1;
  for (const c of run) {
    if (c in DIGIT) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGIT[c]!;
      if (digit === 0) zero = true;
    } else if (c in TENS) {
      if (digit !== null || lastSmall <= 10) return null;
      section += TENS[c]!;
      lastSmall = lastUnit = 10;
    } else if (c in SMALL) {
      const unit = SMALL[c]!;
      if (unit >= lastSmall || (digit === 0 && unit !== 10)) return null;
      section += (digit || 1) * unit;
      digit = null;
      zero = false;
      lastSmall = lastUnit = unit;
    } else {
      const unit = LARGE[c]!;
      section += digit ?? 0;
      if (unit >= lastLarge) {
        if (unit !== 1e8 || lastLarge !== 1e4) return null;
        total = (total + section) * unit;
      } else total += (section || (total === 0 ? 1 : 0)) * unit;
      section = 0;
      digit = null;
      zero = false;
      lastSmall = 10_000;
      lastLarge = lastUnit = unit;
    }
  }
  const shorthand = digit !== null && digit > 0 && !zero && lastUnit >= 100;
  const step = digit === null ? lastUnit : shorthand ? lastUnit / 10 : 1;
  const value = total + section + (digit ?? 0) * (shorthand ? lastUnit / 10 : 1);
  return { value, step, upper: null };
}
