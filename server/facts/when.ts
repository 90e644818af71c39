import { formatPeriod, type Period, previousPeriod } from "../grammar/period.ts";
import type { Mention } from "./mention.ts";
import { EARLIER } from "./standing.ts";

const CUT_OFF = /截[至止]到?(?:(20\d\d)年)?(\d{1,2})月(?:份?底|末|(\d{1,2})日)?/;
const YEAR = /(20\d\d)年(?:度|全年)?/;
const HALF = /上半年|下半年/;

/**
 * The time that a figure is said of: 2024, 2023H1, or the day it was counted up to, 2023-06-30.
 * @param words what precedes the figure, nearest last: its clause, its sentence, its paragraph
 * @param report the report's own period, which holds where the words name none
 */
export function periodOf(mention: Mention, words: string, report: Period | null): string | null {
  if (mention.standing === "base") {
    const stated = YEAR.exec(mention.before)?.[1];
    if (stated) return stated;
    return report && EARLIER.test(mention.before) ? formatPeriod(previousPeriod(report)) : null;
  }
  const cut = last(CUT_OFF, words);
  const year = cut?.[1] ?? (report ? String(report.year) : null);
  if (cut)
    return year
      ? `${year}-${cut[2]!.padStart(2, "0")}-${(cut[3] ?? lastDay(Number(year), Number(cut[2]))).toString().padStart(2, "0")}`
      : null;
  const stated = last(YEAR, words);
  const half = last(HALF, words);
  if (half) {
    const of = stated?.[1] ?? (report ? String(report.year) : null);
    return of ? `${of}H${half[0] === "上半年" ? 1 : 2}` : null;
  }
  if (stated) return stated[1]!;
  return report ? formatPeriod(report) : null;
}

const last = (pattern: RegExp, words: string): RegExpExecArray | null =>
  [...words.matchAll(new RegExp(pattern, "g"))].at(-1) ?? null;

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
