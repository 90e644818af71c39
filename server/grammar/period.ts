import { type Message, say } from "../text/message.ts";

/** The time a report speaks of: a year, or one half of it. Written 2024, 2025H1. */
export interface Period {
  readonly year: number;
  readonly half: 1 | 2 | null;
}

export const formatPeriod = ({ year, half }: Period): string => (half ? `${year}H${half}` : `${year}`);

/** The period in the words of a report: 2024年, 2025年上半年. */
export const periodName = (period: Period): Message =>
  say(`${period.year}年${period.half ? ["上半年", "下半年"][period.half - 1] : ""}`, formatPeriod(period));

/** The period that a report's plan is for: the year after, or the second half. */
export const nextPeriod = ({ year, half }: Period): Period =>
  half === 1 ? { year, half: 2 } : half === 2 ? { year: year + 1, half: 1 } : { year: year + 1, half: null };

export const previousPeriod = ({ year, half }: Period): Period => ({ year: year - 1, half });
