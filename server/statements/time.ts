import { nextPeriod, type Period } from "../grammar/period.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { memo } from "../text/memo.ts";
import type { Token } from "../words/lexer.ts";
import { type Statement, statementsOf } from "./statement.ts";
import { tokensOf } from "./tokens.ts";

/**
 * How a figure stands to its time: counted through it, up to its end or as it began; since some day, over several years, or one of
 * a row of them.
 */
type At = "in" | "end" | "start" | "since" | "span" | "series";

/** A time as words name it. A year is said outright (`year`, of a row its first) or against the report's own (`shift`: −1 for 上年). */
export interface Time {
  readonly year: number | null;
  /** The last year of a row of them. */
  readonly to?: number;
  readonly shift: number | null;
  /** Which part of the year: H1, Q1, 9 for September, 9.30 for a day of it; empty for all of it, `so far` for as much as the report covers. */
  readonly part: string;
  readonly at: At;
}

const SO_FAR = "so far";

type Meaning = readonly [shift: number | null, part: string, at: At];

/** Words that name a time: its year against the report's, its part and how it is meant. */
const WORDS = new Map<string, Meaning>([
  ...rows("今年 本年 本年度 年内 当年 本期 一年来 报告期内 全年以来", [0, SO_FAR, "in"]),
  ...rows("全年", [0, "", "in"]),
  ...rows("上年 去年 上年度 上一年 上一年度 上年同期 去年同期 同期", [-1, SO_FAR, "in"]),
  ...rows("上年末 上年底 去年底 去年末 年初 期初", [0, SO_FAR, "start"]),
  ...rows("年末 年底 期末 目前 现有 现 当前 至今 岁末 如今 截至 截止 截至目前 现在", [0, SO_FAR, "end"]),
  ...rows("上半年", [null, "H1", "in"]),
  ...rows("下半年", [null, "H2", "in"]),
  ...rows("明年 次年 下年 来年 下一年 下年度", [1, "", "in"]),
  ...rows("当月 本月 上月 上个月 月末 当日 当天 当季 本季度 上季度", [null, "month", "in"]),
  ...rows("近年来 五年来 三年来 近年 历年 期间 十四五 十三五 十五五", [null, "", "span"]),
]);

function rows(words: string, meaning: Meaning): (readonly [string, Meaning])[] {
  return words.split(" ").map((word) => [word, meaning] as const);
}

const PARTS = new Map(
  Object.entries({
    "1-6": "H1",
    "7-12": "H2",
    "1-12": "",
    "1-3": "Q1",
    "4-6": "Q2",
    "7-9": "Q3",
    "10-12": "Q4",
    第一季度: "Q1",
    一季度: "Q1",
    二季度: "Q2",
    三季度: "Q3",
    四季度: "Q4",
  }),
);

const PARTS_OF_YEAR: ReadonlySet<string> = new Set([
  ...[...PARTS.keys()].filter((word) => word.endsWith("季度")),
  ..."上半年 下半年 前三季度 前两个月 前五个月".split(" "),
]);

/** Whether a word names a part of the year: 上半年, 二季度. */
export const isPartOfYear = (word: string): boolean => PARTS_OF_YEAR.has(word);

const RANGE = new Set(["-", "—", "–", "~", "至", "到"]);

/** The numbers of a date with the sign that follows each: 2024年6月 → 2024年, 6月. */
function numbersIn(text: string): readonly { readonly value: number; readonly unit: string }[] {
  const found: { value: number; unit: string }[] = [];
  let digits = "";
  for (const char of `${text} `) {
    if (char >= "0" && char <= "9") digits += char;
    else if (digits !== "") {
      found.push({ value: Number(digits), unit: char });
      digits = "";
    }
  }
  return found;
}

/** Reads a date that the scanner found: 2024年, 1—6月, 2021至2024年, 近三年. */
function dated(text: string): Time {
  const numbers = numbersIn(text);
  const isYear = ({ value, unit }: { value: number; unit: string }): boolean =>
    value >= 1900 && value < 2200 && (unit === "年" || RANGE.has(unit));
  const years = numbers.filter(isYear);
  if (years.length > 1) return { year: years[0]!.value, to: years.at(-1)!.value, shift: null, part: "", at: "series" };
  const year = years[0]?.value ?? null;
  const months = numbers
    .filter(({ value, unit }) => value <= 12 && (unit === "月" || RANGE.has(unit)))
    .map(({ value }) => value);
  const day = numbers.find(({ unit }) => unit === "日");
  const part = months.length === 0 ? (PARTS.get(text) ?? "") : `${months.join("-")}${day ? `.${day.value}` : ""}`;
  if (year === null && months.length === 0 && part === "") return SPAN;
  return { year, shift: year === null ? 0 : null, part: PARTS.get(part) ?? part, at: "in" };
}

const STOPS = new Set(["。", "！", "？", "!", "?", "\n"]);

/** A time on its way to the figure that it is said of; `initial` where it begins its clause and so is of what follows too. */
interface Pending {
  readonly time: Time;
  readonly initial: boolean;
}

/** The time of every statement of a paragraph, by its place; null where no word names one. One pass over the tokens. */
export const timesOf = memo((paragraph: Paragraph): readonly (Time | null)[] => {
  const statements = statementsOf(paragraph);
  const times: (Time | null)[] = [];
  let kept: Time | null = null;
  let pending: Pending | null = null;
  let sentence = -1;
  let before: Token | null = null;
  for (const token of tokensOf(paragraph)) {
    const statement = statements[times.length];
    if (token.figure >= 0 && statement && paragraph.figures[token.figure] === statement.figure) {
      const own: Pending | null = pending;
      const backward = statement.standing === "base";
      if (statement.sentence !== sentence && kept && isPassing(kept)) kept = null;
      sentence = statement.sentence;
      times.push(own?.time ?? (backward ? null : kept));
      if (own?.initial && !backward && statement.standing !== "target") kept = own.time;
      pending = statement.figure.unit === "年" ? { time: SPAN, initial: false } : null;
    } else if (token.pos === "mark" && STOPS.has(token.text)) {
      const last: Pending | null = pending;
      if (last?.initial && !isPassing(last.time)) kept = last.time;
      pending = null;
    } else {
      const named = token.figure >= 0 ? dateAt(paragraph, token) : wordTime(token);
      pending = named ? joined(pending, named, token, before) : pending && bent(pending, token, before);
    }
    before = token;
  }
  for (const [i, time] of times.entries()) if (time?.to && times[i - 1] !== time) deal(statements, times, i, time);
  return times;
});

const UNTIL = new Set(["截至", "截止"]);
const LEADS = new Set(["前", "第"]);

/** The time so far with the one that is named next: 2024年 + 上半年, 截至 + 6月, 前 + 三季度, 春节 + 期间. */
function joined(pending: Pending | null, named: Time, token: Token, before: Token | null): Pending {
  const word = before?.text ?? "";
  const begins = before === null || before.pos === "mark" || LEADS.has(word);
  if (pending && UNTIL.has(word)) return { time: { ...named, at: "end" }, initial: pending.initial };
  if (pending && pending.time.at !== "end" && pending.time.year !== null && named.year === null)
    return { time: { ...named, year: pending.time.year, shift: null }, initial: pending.initial };
  if (word === "前" && named.part.startsWith("Q")) return { time: { ...named, part: `1${named.part}` }, initial: true };
  return { time: token.text === "期间" ? { ...named, part: word } : named, initial: begins };
}

/** The time so far as the word behind it has it: 6月底, 2021年以来, 2023年同期; a date before which something is to be done is none. */
function bent(pending: Pending, { text }: Token, before: Token | null): Pending | null {
  const { time, initial } = pending;
  if (text === "以来")
    return time.shift === 0 && time.part === SO_FAR ? pending : { time: { ...time, at: "since" }, initial };
  if ((text === "底" || text === "末") && before!.figure >= 0) return { time: { ...time, at: "end" }, initial };
  if (text === "前" && time.at === "end") return null;
  return text === "同期" ? { time: { ...time, year: null, shift: -1 }, initial } : pending;
}

/** Gives each year of a row its figure, where there are as many: 2021至2023年依次为90件、120件、150件. */
function deal(statements: readonly Statement[], times: (Time | null)[], from: number, { year, to }: Time): void {
  const count = to! - year! + 1;
  let end = from + 1;
  while (end < statements.length && end - from <= count && goesOn(statements[end]!)) end++;
  if (end - from !== count) return;
  for (let i = from; i < end; i++) times[i] = { year: year! + i - from, shift: null, part: "", at: "in" };
}

const JOINTS = new Set(["和", "及", "与"]);

/** Whether a figure follows the one before it with nothing but a mark or 和 between them. */
const goesOn = ({ own, mark }: Statement): boolean =>
  own.length === 0 ? mark === "、" : mark === "" && own.length === 1 && JOINTS.has(own[0]!.text);

/** The time that a word names, alone or at the head of a longer one that does something to figures: 年初结转, 期末余额. */
function wordTime({ text, classes }: Token): Time | null {
  const row = WORDS.get(text) ?? (classes !== 0 ? WORDS.get(text.slice(0, 2)) : undefined);
  if (!row) return null;
  const [shift, part, at] = row;
  return { year: null, shift, part, at };
}

/** A date, or a number of years: 五年累计, 近三年. */
function dateAt({ figures }: Paragraph, { figure, text }: Token): Time | null {
  const { kind, unit } = figures[figure]!;
  if (kind === "date") return dated(text);
  return unit === "年" && kind === "quantity" ? SPAN : null;
}

const SPAN: Time = { year: null, shift: null, part: "", at: "span" };

/** A time that is not kept beyond its sentence: a month, a day, a row of years. */
const isPassing = ({ at, part }: Time): boolean =>
  at === "series" || at === "span" || at === "since" || (part !== "" && part !== SO_FAR && part[0] !== "H");

/** The words that name a time and nothing else. */
export const isTimeWord = (word: string): boolean => WORDS.has(word);

/** What a report says of all its figures: its period, and whether they stand where it plans. */
export interface Setting {
  readonly period: Period | null;
  readonly plan: boolean;
}

/** The time that a statement's words name; null where none does. */
export const timeOf = ({ paragraph, index }: Statement): Time | null => timesOf(paragraph)[index] ?? null;

interface Resolved {
  readonly year: number | null;
  readonly part: string;
  readonly at: At;
}

function resolve(statement: Statement, { period, plan }: Setting): Resolved | null {
  const time = timeOf(statement);
  const half = period?.half ? `H${period.half}` : "";
  if (time === null) {
    if (statement.standing === "base") return { year: period ? period.year - 1 : null, part: half, at: "in" };
    if (period === null) return null;
    const own = plan ? nextPeriod(period) : period;
    return { year: own.year, part: own.half ? `H${own.half}` : "", at: "in" };
  }
  const ahead = plan && period !== null && period.half === null && time.shift === 0 ? 1 : 0;
  const year =
    time.year ?? (time.shift !== null ? (period ? period.year + time.shift + ahead : null) : (period?.year ?? null));
  const part = time.part === SO_FAR ? half : time.at === "end" && ends(time.part, half) ? half : time.part;
  return { year, part, at: time.at };
}

/** Whether a day is the last of the period: 6月, 6月30日 of the first half. */
const ends = (part: string, half: string): boolean =>
  half === "H1" ? part === "6" || part === "6.30" : part === "12" || part === "12.31" || part === "";

const STEADY = new Set<At>(["in", "end"]);

/** How far two statements are apart in time: 0 where they share it, null where they do not. */
export function apartInTime(a: Statement, b: Statement, at: Setting, bt: Setting): number | null {
  const one = resolve(a, at);
  const two = resolve(b, bt);
  if (one === null && two === null) return 0;
  if (one === null || two === null) {
    const known = (one ?? two)!;
    return STEADY.has(known.at) && (known.part === "" || known.part === SO_FAR) ? 0.5 : null;
  }
  if (one.part !== two.part) return null;
  if (one.year !== two.year && one.year !== null && two.year !== null) return null;
  if (one.at !== two.at && !(STEADY.has(one.at) && STEADY.has(two.at))) return null;
  return one.year === null || two.year === null || one.at !== two.at ? 0.5 : 0;
}
