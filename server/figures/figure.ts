import type { Span } from "../text/span.ts";

/**
 * What a numeral states. Only quantity, rate, change and ratio are statistics; date, ordinal, name
 * (“八五”普法, 1+4+N, 12345热线, document numbers) and residue are recognised so as to be left alone.
 */
export type FigureKind = "quantity" | "rate" | "change" | "ratio" | "date" | "ordinal" | "name" | "residue";

export type Direction = "up" | "down" | "flat";

/** One numeral with its reading. Spans are UTF-16 offsets into the text that was scanned. */
export interface Figure {
  readonly kind: FigureKind;
  /** All that belongs to the figure: 约1000余万元, 同比增长的 “36.32%” without its verb. */
  readonly span: Span;
  /** The numeral alone: 1000, 三百二十. */
  readonly digits: Span;
  /** In the base unit (1000余万元 → 10000000); the lower end of a range; null for name and residue. Always finite. */
  readonly value: number | null;
  /** The upper end of a range (3—5件 → 5), in the base unit. */
  readonly upper: number | null;
  /** The measure word or unit without its multiplier: 元 for 亿元, 个百分点, %; null where none is stated or implied. */
  readonly unit: string | null;
  /** Where the unit stands in the text; null where it is missing or only implied by the noun before it. */
  readonly unitSpan: Span | null;
  /** What one unit of the last digit place is worth in the base unit: 7.3亿 → 10000000, 36.32% → 0.01. */
  readonly precision: number;
  /** Said to be inexact by 约 余 多 近 超过 左右 以上 + … */
  readonly approximate: boolean;
  /** The inexactness said: the figure is a floor (超过, 余, 以上), a ceiling (不足, 近, 以内), around (约, 左右), or null. */
  readonly bound: "above" | "below" | "around" | null;
  /** For changes: which way. */
  readonly direction: Direction | null;
  /** Written in 汉字 (三百二十余起) and not in Arabic digits. */
  readonly hanzi: boolean;
}
