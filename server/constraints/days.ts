import type { Statement } from "../statements/statement.ts";
import type { Constraint, Kind } from "./constraint.ts";
import { isExact } from "./interval.ts";

/** A day of a year that the text need not name. */
interface Day {
  readonly month: number;
  readonly day: number;
}

/** How many days there are from one day to another: 自3月11日进点，至4月19日撤点，历时40天. Either end may be left out of the count. */
export const days: Kind = {
  name: "days",
  family: "count",

  *propose(statements) {
    for (const claim of statements) {
      if (!isLasting(claim)) continue;
      const ends = endsOf(claim);
      if (!ends) continue;
      const [from, to] = ends;
      const form = [from, to].map(({ month, day }) => `${month}月${day}日`).join("至");
      yield { kind: "days", form: `${form} ${apart(from, to)}`, claim, operands: [], cost: 0 } satisfies Constraint;
    }
  },

  value({ form }) {
    const found = Number(form.split(" ")[1]);
    // Of a year that nobody names the last of February may be the 29th.
    const leap = isOverFebruary(form) ? 1 : 0;
    return { low: found, high: found + 1 + leap };
  },

  explain({ form }) {
    const [dates, found] = form.split(" ");
    return `${dates}，首尾都算是${Number(found) + 1}天，只算一头是${found}天`;
  },
};

const UNITS = new Set(["天", "日"]);
const LASTING = new Set(
  "历时 为期 整整 前后 连续 首尾 持续 总共 历经 长达 工期 耗时 用时 闭馆 停摆 停工 停业 停运 停产 停航 停课 封闭 休渔 禁渔".split(
    " ",
  ),
);
const IN_ALL = new Set(["共", "共计", "一共"]);

/** 历时40天; 共40天, and not 共上课24天. */
function isLasting({ figure, own }: Statement): boolean {
  const word = own.at(-1)?.text ?? "";
  return (
    UNITS.has(figure.unit ?? "") && isExact(figure) && (LASTING.has(word) || (own.length === 1 && IN_ALL.has(word)))
  );
}

/** The two days told right before a number of days, from the one to the other, with no other figure between. */
function endsOf({ gap, paragraph: { figures } }: Statement): readonly [Day, Day] | null {
  const dates = gap.filter(({ figure }) => figure >= 0 && figures[figure]!.kind === "date");
  const between = gap.slice(gap.indexOf(dates[0]!) + 1, gap.indexOf(dates.at(-1)!));
  if (dates.length === 0 || between.some(({ text }) => BESIDE.has(text))) return null;
  const words = dates.flatMap(({ text }) => partsOf(text));
  const years = new Set(words.map((word) => numberBefore(word, "年")).filter((year) => year !== undefined));
  const found: Day[] = [];
  for (const word of words) {
    const month = numberBefore(word, "月") ?? found.at(-1)?.month;
    const day = numberBefore(word, "日");
    if (month !== undefined && day !== undefined) found.push({ month, day });
  }
  const [from, to, more] = found;
  return from && to && !more && years.size < 2 ? [from, to] : null;
}

/** Days that are named beside one another: 4月10日和6月12日. */
const BESIDE = new Set(["和", "及", "与", "、"]);

/** Both ends of a range: 3月1日 and 4月9日 of 3月1日至4月9日. */
const partsOf = (text: string): readonly string[] => {
  const sign = [..."至到—－-~"].find((mark) => text.includes(mark));
  return sign === undefined ? [text] : text.split(sign).filter((part) => part !== "");
};

/** The number right before a sign: 11 before 日 of 3月11日. */
function numberBefore(text: string, sign: string): number | undefined {
  const at = text.lastIndexOf(sign);
  let from = at;
  while (from > 0 && text[from - 1]! >= "0" && text[from - 1]! <= "9") from--;
  return at > 0 && from < at ? Number(text.slice(from, at)) : undefined;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR = 365;
const placeOf = ({ month, day }: Day): number =>
  LENGTHS.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day;

/** How many days after one the other comes, in this year or the next. */
const apart = (from: Day, to: Day): number => (placeOf(to) - placeOf(from) + YEAR) % YEAR;

const isOverFebruary = (form: string): boolean => {
  const [from, to] = form.split("至").map((date) => Number(date.split("月")[0]));
  return from! <= 2 ? to! > 2 || to! < from! : to! < from! && to! > 2;
};
