import type { Span } from "../text/span.ts";

/** The kinds of figure that are statistics. */
const STATISTICS = ["quantity", "rate", "change", "ratio"] as const;

/**
 * What a numeral states. Dates, ordinals, names (“八五”普法, 1+4+N, 12345热线, document numbers) and residue are no
 * statistics: they are recognised so as to be left alone.
 */
export type FigureKind = (typeof STATISTICS)[number] | "date" | "ordinal" | "name" | "residue";

const statistics: ReadonlySet<FigureKind> = new Set(STATISTICS);

export const isStatistic = ({ kind }: Figure): boolean => statistics.has(kind);

export type Direction = "up" | "down" | "flat";

/** The inexactness said: the figure is a floor (超过, 余, 以上), a ceiling (不足, 近, 以内) or a guess (约, 左右). */
export type Bound = "above" | "below" | "around";

/** One numeral with its reading. Spans are UTF-16 offsets into the text that was scanned. */
export interface Figure {
  readonly kind: FigureKind;
  /** All that belongs to the figure: 约1000余万元; of 同比增长36.32% the percentage without its verb. */
  readonly span: Span;
  /** The numeral alone: 1000, 三百二十; of a range or a ratio its first number. */
  readonly digits: Span;
  /**
   * In the base unit (1000余万元 → 10000000, 36.32% → 36.32); the lower end of a range. A change that falls is positive too:
   * its direction says so. Null for dates, names and residue, and where no number is said (数十家). Always finite.
   */
  readonly value: number | null;
  /** The upper end of a range (3—5件 → 5, 三四个 → 4), in the base unit. */
  readonly upper: number | null;
  /** The measure word or unit without its multiplier: 元 for 亿元, 个百分点, %; null where none is stated or implied. */
  readonly unit: string | null;
  /** Where the unit stands in the text; null where it is missing, implied by the noun before it (人数达…) or left to a neighbour (3、5和8件). */
  readonly unitSpan: Span | null;
  /** What one unit of the last digit place is worth in the base unit: 7.3亿 → 10000000, 36.32% → 0.01. */
  readonly precision: number;
  /** Said to be inexact, by a word (约 余 多 近 超过 左右 以上 +) or by being a range. */
  readonly approximate: boolean;
  readonly bound: Bound | null;
  /** For changes: which way. */
  readonly direction: Direction | null;
  /** Written in 汉字 (三百二十余起) and not in Arabic digits. */
  readonly hanzi: boolean;
}

/** What figures state, whatever they look like: value and unit of each statistic, in order. */
export const stated = (figures: readonly Figure[]): string =>
  figures
    .filter(isStatistic)
    .map(({ value, upper, unit }) => `${value} ${upper} ${unit}`)
    .join("\n");
