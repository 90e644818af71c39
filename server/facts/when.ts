import { formatPeriod, type Period, previousPeriod } from "../grammar/period.ts";
import type { Mention } from "./mention.ts";
import { EARLIER } from "./standing.ts";

const CUT_OFF = /截[至止]到?(?:(20\d\d)年)?(1[0-2]|0?[1-9])月(?:份?底|末|(\d{1,2})日)?/;
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
  const [cut, half, stated] = [last(CUT_OFF, words), last(HALF, words), last(YEAR, words)];
  const year = stated?.[1] ?? (report ? String(report.year) : null);
  // The nearest words hold; the year that 截至 or 上半年 comes with is no time of its own.
  const nearest = [cut, half].reduce((a, b) => ((b?.index ?? -1) > (a?.index ?? -1) ? b : a), null);
  if (nearest && (stated?.index ?? -1) <= nearest.index + 2) {
    if (nearest === half) return year && `${year}H${half[0] === "上半年" ? 1 : 2}`;
    return (cut![1] ?? year) && day(cut![1] ?? year!, cut!);
  }
  return stated && Number(stated[1]) !== report?.year ? stated[1]! : report && formatPeriod(report);
}

/** 截至6月 and 截至6月底 are its last day. */
const day = (year: string, [, , month, date]: RegExpExecArray): string =>
  [year, month!.padStart(2, "0"), (date ?? String(lastDay(Number(year), Number(month)))).padStart(2, "0")].join("-");

const last = (pattern: RegExp, words: string): RegExpExecArray | null =>
  [...words.matchAll(new RegExp(pattern, "g"))].at(-1) ?? null;

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
