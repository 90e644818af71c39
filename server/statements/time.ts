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
  /** Which part of the year: 上半年 H1, 一季度 Q1, m9 for a month; empty for all of it; `so far` for as much as the report covers. */
  readonly part: string;
  readonly at: At;
}

const SO_FAR = "so far";

/** Words that name a time: its year against the report's, its part and how it is meant. */
const WORDS: Readonly<Record<string, readonly [shift: number | null, part: string, at: At]>> = {
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
};

function rows<V>(words: string, value: V): Record<string, V> {
  return Object.fromEntries(words.split(" ").map((word) => [word, value]));
}

const PARTS: Readonly<Record<string, string>> = {
  "1-6": "H1", "7-12": "H2", "1-12": "", "1-3": "Q1", "4-6": "Q2", "7-9": "Q3", "10-12": "Q4", 第一季度: "Q1", 一季度: "Q1", 二季度: "Q2", 三季度: "Q3", 四季度: "Q4",
};

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
  const isYear = ({ value, unit }: { value: number; unit: string }): boolean => value >= 1900 && value < 2200 && (unit === "年" || RANGE.has(unit));
  const years = numbers.filter(isYear);
  if (years.length > 1) return { year: years[0]!.value, to: years.at(-1)!.value, shift: null, part: "", at: "series" };
  const year = years[0]?.value ?? null;
  const months = numbers.filter(({ value, unit }) => value <= 12 && (unit === "月" || RANGE.has(unit))).map(({ value }) => value);
  const day = numbers.find(({ unit }) => unit === "日");
  const part = months.length === 0 ? (PARTS[text] ?? "") : `${months.join("-")}${day ? `.${day.value}` : ""}`;
  if (year === null && months.length === 0 && part === "") return SPAN;
  return { year, shift: year === null ? 0 : null, part: PARTS[part] ?? part, at: "in" };
}

const STOPS = new Set(["。", "！", "？", "!", "?", "\n"]);

/** The time of every statement of a paragraph, by its place; null where no word names one. One pass over the tokens. */
export const timesOf = memo((paragraph: Paragraph): readonly (Time | null)[] => {
  const statements = statementsOf(paragraph);
  const tokens = tokensOf(paragraph);
  const times: (Time | null)[] = [];
  let kept: Time | null = null;
  let sentence = -1;
  let pending = null as Time | null;
  let initial = false;
  let until = false;
  let next = 0;
  for (const [i, token] of tokens.entries()) {
    const statement = statements[next];
    if (token.figure >= 0 && statement && paragraph.figures[token.figure] === statement.figure) {
      next++;
      if (statement.sentence !== sentence && kept && isPassing(kept)) kept = null;
      sentence = statement.sentence;
      times.push(pending ?? (statement.standing === "base" ? null : kept));
      if (pending && initial && statement.standing !== "base" && statement.standing !== "target") kept = pending;
      pending = statement.figure.unit === "年" ? SPAN : null;
      continue;
    }
    if (token.pos === "mark" && STOPS.has(token.text)) {
      if (pending && initial && !isPassing(pending)) kept = pending;
      pending = null;
      continue;
    }
    const named = token.figure >= 0 ? dateAt(paragraph, token) : WORDS[token.text] ? wordTime(token.text) : null;
    if (named === null) {
      if (pending && token.text === "以来" && !(pending.shift === 0 && pending.part === SO_FAR)) pending = { ...pending, at: "since" };
      else if (pending && (token.text === "底" || token.text === "末") && tokens[i - 1]!.figure >= 0) pending = { ...pending, at: "end" };
      else if (pending && token.text === "前" && pending.at === "end") pending = null;
      else if (pending && token.text === "同期") pending = { ...pending, year: null, shift: -1 };
      continue;
    }
    const period = token.text === "期间" ? { ...named, part: tokens[i - 1]?.text ?? "" } : named;
    const starts = i === 0 || tokens[i - 1]!.pos === "mark";
    const goesOn = until && token.figure >= 0;
    const first: string = tokens[i - 1]?.text ?? "";
    if (pending && pending.at !== "end" && pending.year !== null && named.year === null) pending = { ...named, year: pending.year, shift: null };
    else {
      pending = goesOn ? { ...named, at: "end" } : first === "前" && named.part[0] === "Q" ? { ...named, part: `1${named.part}` } : period;
      initial = goesOn ? initial : starts || first === "前" || first === "第";
    }
    until = token.text === "截至" || token.text === "截止";
  }
  for (const [i, time] of times.entries()) if (time?.to && times[i - 1] !== time) deal(statements, times, i, time);
  return times;
});

/** Gives each year of a row its figure, where there are as many: 2021至2023年依次为98件、124件、162件. */
function deal(statements: readonly Statement[], times: (Time | null)[], from: number, { year, to }: Time): void {
  const count = to! - year! + 1;
  let end = from + 1;
  while (end < statements.length && end - from <= count && goesOn(statements[end]!)) end++;
  if (end - from !== count) return;
  for (let i = from; i < end; i++) times[i] = { year: year! + i - from, shift: null, part: "", at: "in" };
}

const JOINTS = new Set(["和", "及", "与"]);

/** Whether a figure follows the one before it with nothing but a mark or 和 between them. */
const goesOn = ({ own, mark }: Statement): boolean => (own.length === 0 ? mark === "、" : mark === "" && own.length === 1 && JOINTS.has(own[0]!.text));

const wordTime = (word: string): Time => {
  const [shift, part, at] = WORDS[word]!;
  return { year: null, shift, part, at };
};

/** A date, or a number of years: 五年累计, 近三年. */
function dateAt({ figures }: Paragraph, { figure, text }: Token): Time | null {
  const { kind, unit } = figures[figure]!;
  if (kind === "date") return dated(text);
  return unit === "年" && kind === "quantity" ? SPAN : null;
}

const SPAN: Time = { year: null, shift: null, part: "", at: "span" };

/** A time that is not kept beyond its sentence: a month, a day, a row of years. */
const isPassing = ({ at, part }: Time): boolean => at === "series" || at === "span" || at === "since" || (part !== "" && part !== SO_FAR && part[0] !== "H");

/** The words that name a time and nothing else. */
export const isTimeWord = (word: string): boolean => WORDS[word] !== undefined;

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
  const year = time.year ?? (time.shift !== null ? (period ? period.year + time.shift + ahead : null) : (period?.year ?? null));
  const part = time.part === SO_FAR ? half : time.at === "end" && ends(time.part, half) ? half : time.part;
  return { year, part, at: time.at };
}

/** Whether a day is the last of the period: 6月, 6月30日 of the first half. */
const ends = (part: string, half: string): boolean => (half === "H1" ? part === "6" || part === "6.30" : part === "12" || part === "12.31" || part === "");

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
