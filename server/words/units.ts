import { once } from "../text/memo.ts";

/** What a code unit is: of a Chinese character all or, of one beyond the first plane, its first or second half. */
export const HAN = 0;
export const DIGIT = 1;
export const LETTER = 2;
export const SIGN = 3;
export const HIGH = 4;
export const LOW = 5;

export type UnitClass = typeof HAN | typeof DIGIT | typeof LETTER | typeof SIGN | typeof HIGH | typeof LOW;

/** By first code unit, ascending: the class from there up to the next row. Digits and letters are also those of full width. */
const RANGES: readonly (readonly [from: number, is: UnitClass])[] = [
  [0x30, DIGIT],
  [0x3a, SIGN],
  [0x41, LETTER],
  [0x5b, SIGN],
  [0x61, LETTER],
  [0x7b, SIGN],
  [0xc0, LETTER],
  [0xd7, SIGN],
  [0xd8, LETTER],
  [0xf7, SIGN],
  [0xf8, LETTER],
  [0x250, SIGN],
  [0x370, LETTER],
  [0x530, SIGN],
  // Roman numerals: Ⅱ类
  [0x2160, LETTER],
  [0x2189, SIGN],
  [0x3005, HAN],
  [0x3006, SIGN],
  [0x3007, HAN],
  [0x3008, SIGN],
  [0x3041, LETTER],
  [0x3097, SIGN],
  [0x30a1, LETTER],
  [0x30fb, SIGN],
  [0x30fc, LETTER],
  [0x3100, SIGN],
  [0x3400, HAN],
  [0x4dc0, SIGN],
  [0x4e00, HAN],
  [0xa000, SIGN],
  [0xac00, LETTER],
  [0xd7a4, SIGN],
  [0xd800, HIGH],
  [0xdc00, LOW],
  [0xe000, SIGN],
  [0xf900, HAN],
  [0xfb00, SIGN],
  [0xff10, DIGIT],
  [0xff1a, SIGN],
  [0xff21, LETTER],
  [0xff3b, SIGN],
  [0xff41, LETTER],
  [0xff5b, SIGN],
];

/** The class of every code unit, by code unit. */
export const unitClasses = once(() =>
  RANGES.reduce((all, [from, is]) => all.fill(is, from), new Uint8Array(0x10000).fill(SIGN)),
);
