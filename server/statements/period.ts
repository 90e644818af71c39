import { formatPeriod, nextPeriod, type Period, previousPeriod } from "../grammar/period.ts";
import type { Located, Report } from "../report/report.ts";
import { bit } from "../words/classes.ts";
import type { Standing } from "./standing.ts";
import type { Statement } from "./statement.ts";
import { type Time, timeOf } from "./time.ts";

const EARLIER = bit("earlier");
/** Words that hold a change against another time, which is not its own. */
const AGAINST = bit("compare") & ~bit("compared");
const CHANGES: ReadonlySet<Standing> = new Set<Standing>(["growth", "delta", "points"]);
const HALVES: Readonly<Record<string, Period["half"]>> = { "": null, H1: 1, H2: 2 };

/**
 * The time that a figure is said of: 2024, 2023H1, or the day it was counted up to, 2023-06-30. What the words leave open is of
 * the report's own period, and in a plan of the next one.
 */
export function periodOf(
  statement: Statement,
  { period }: Pick<Report, "period">,
  { role }: Pick<Located, "role">,
): string | null {
  if (statement.standing === "base") return baseTime(statement, period);
  const own = period && role === "plan" ? nextPeriod(period) : period;
  const time = isAgainst(statement) ? null : timeOf(statement);
  return time ? spelled(time, own) : own && formatPeriod(own);
}

/** 比2022年多6个 and 低于上年2个百分点 are of now. */
const isAgainst = ({ standing, own }: Statement): boolean =>
  CHANGES.has(standing) && own.some(({ classes }) => (classes & (EARLIER | AGAINST)) !== 0);

/** The time of what a value is compared with: the year that it names, else the period before; null where its words name none. */
function baseTime(statement: Statement, period: Period | null): string | null {
  let named: Statement = statement;
  // 上年分别为778件、723件: what goes on from a base is of its time.
  while (named.own.length === 0 && named.previous?.standing === "base") named = named.previous;
  if (named.year !== null) return String(named.year);
  return period && named.own.some(({ classes }) => (classes & EARLIER) !== 0)
    ? formatPeriod(previousPeriod(period))
    : null;
}

/** A named time, by the period that is meant where nothing is said; months and quarters are told by their year. */
function spelled({ year, shift, part, at }: Time, own: Period | null): string | null {
  const named = year ?? (own ? own.year + (shift ?? 0) : null);
  if (named === null) return null;
  const [month, day] = part.split(".");
  if (at === "end" && month! >= "1" && month! <= "9")
    return dayOf(named, Number(month), day === undefined ? null : Number(day));
  const half = part in HALVES && part !== "" ? HALVES[part]! : named === own?.year ? own.half : null;
  return formatPeriod({ year: named, half });
}

/** 截至6月 and 截至6月底 are its last day. */
function dayOf(year: number, month: number, day: number | null): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [year, String(month).padStart(2, "0"), String(day ?? last).padStart(2, "0")].join("-");
}
