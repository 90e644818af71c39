import type { Direction, Figure } from "../figures/figure.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { memo } from "../text/memo.ts";
import { bit } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import { calledAs, calledBy, rowFrom } from "./called.ts";
import { directionOf, type Standing, standingOf } from "./standing.ts";
import { isStopAt } from "./stops.ts";
import { tokensOf } from "./tokens.ts";

/**
 * One figure with what the words around it say. Statements of one `group` stand side by side: in the running text, or in
 * one pair of brackets. Spans of tokens are UTF-16 offsets into the paragraph's text.
 */
export interface Statement {
  readonly paragraph: Paragraph;
  readonly figure: Figure;
  /** Its place among the paragraph's statements. */
  readonly index: number;
  readonly group: number;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** The statement right before the bracket that it stands in. */
  readonly owner: Statement | null;
  /** The one before it in its group. */
  readonly previous: Statement | null;
  /** Numbered through the paragraph, up to 。, up to ； and up to ，: a bracket is of the sentence and segment it stands in, a clause of its own. */
  readonly sentence: number;
  readonly segment: number;
  readonly clause: number;
  /** The mark before its own words; empty where it follows the one before without any. */
  readonly mark: string;
  /** The words since the statement before, and those of them behind the last mark. */
  readonly gap: readonly Token[];
  readonly own: readonly Token[];
  /** The words after it, up to a mark or the next statement. */
  readonly tail: readonly Token[];
  /** For the first in a bracket, the words right before it that the bracket explains: 应督察单位 of 应督察单位（52家）; in a row, those of its own. */
  readonly label: readonly Token[];
  /** What the words of `gap`, of `own` and of `tail` do, as bits of the table of classes. */
  readonly gapClasses: number;
  readonly ownClasses: number;
  readonly tailClasses: number;
  /** The year that its own words, or those before them in its clause, name. */
  readonly year: number | null;
  readonly standing: Standing;
  readonly direction: Direction | null;
}

type Draft = { -readonly [K in keyof Statement]: Statement[K] };

interface Level {
  readonly group: number;
  readonly depth: number;
  readonly owner: Draft | null;
  previous: Draft | null;
  sentence: number;
  segment: number;
  clause: number;
  gap: Token[];
  own: number;
  mark: string;
  open: boolean;
  label: readonly Token[];
}

const PAUSES = new Set([",", "、", ";", ":"]);

/** The statements of a paragraph in the order of the text. One pass over its tokens. */
export const statementsOf = memo((paragraph: Paragraph): readonly Statement[] => {
  const statements: Draft[] = [];
  // Most paragraphs state no figure, and need not be cut into words.
  if (!paragraph.figures.some((figure) => isStatistic(figure, paragraph.folded))) return statements;
  const tokens = tokensOf(paragraph);
  const partners = brackets(tokens);
  let groups = 0;
  let numbers = 0;
  const enter = (owner: Draft | null, around: Level | null, label: readonly Token[]): Level => {
    const clause = ++numbers;
    const { sentence, segment, depth } = around ?? { sentence: clause, segment: clause, depth: -1 };
    return {
      group: groups++,
      depth: depth + 1,
      owner,
      previous: null,
      sentence,
      segment,
      clause,
      gap: [],
      own: 0,
      mark: "",
      open: false,
      label,
    };
  };
  let level = enter(null, null, []);
  const outer: { level: Level; end: number }[] = [];

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const { text } = token;
    const figure = token.figure < 0 ? null : paragraph.figures[token.figure]!;
    if (figure && isStatistic(figure, paragraph.folded)) {
      const own = level.gap.slice(level.own);
      const statement: Draft = {
        paragraph,
        figure,
        index: statements.length,
        group: level.group,
        depth: level.depth,
        owner: level.owner,
        previous: level.previous,
        sentence: level.sentence,
        segment: level.segment,
        clause: level.clause,
        mark: level.mark,
        gap: level.gap,
        own,
        tail: [],
        label: level.label,
        gapClasses: together(level.gap),
        ownClasses: together(own),
        tailClasses: 0,
        year: yearIn(own) ?? (goesOn(level, figure, own) ? level.previous!.year : null),
        standing: "level",
        direction: null,
      };
      statements.push(statement);
      level.previous = statement;
      level.gap = [];
      level.own = 0;
      level.mark = "";
      level.open = true;
      level.label = [];
    } else if (partners.has(at)) {
      outer.push({ level, end: partners.get(at)! });
      const label = level.gap.slice(level.own);
      level = enter(level.gap.length === 0 || level.open ? level.previous : null, level, label);
    } else if (outer.at(-1)?.end === at) {
      level = outer.pop()!.level;
    } else if (token.pos === "mark" && (PAUSES.has(text) || isStopAt(paragraph.folded, token.start))) {
      const stops = !PAUSES.has(text);
      level.open = false;
      if (stops) level.gap = [];
      if (text !== ":") level.own = level.gap.length;
      level.mark = stops ? "。" : text;
      if (text !== "、") level.clause = ++numbers;
      if (text === ";" || stops) level.segment = level.clause;
      if (stops) level.sentence = level.clause;
    } else if (token.pos !== "mark") {
      level.gap.push(token);
      if (level.open) (level.previous!.tail as Token[]).push(token);
    }
  }
  shareYears(statements);
  shareNames(statements);
  for (const statement of statements) {
    statement.tailClasses = together(statement.tail);
    statement.standing = standingOf(statement, statements[statement.index + 1] ?? null);
    statement.direction = directionOf(statement);
  }
  return statements;
});

const together = (tokens: readonly Token[]): number => tokens.reduce((bits, { classes }) => bits | classes, 0);

/** Statistics, and the places in an order that some of them tell of: 第7位. */
const isStatistic = ({ kind, value, span, unit, bound }: Figure, text: string): boolean =>
  value !== null &&
  // 60岁以上 says which people are counted.
  !(unit === "岁" && bound !== null) &&
  (kind === "quantity" ||
    kind === "rate" ||
    kind === "change" ||
    kind === "ratio" ||
    (kind === "ordinal" && text[span.start - 1] === "第" && isPlace(text, span.start - 2, span.end)));

/** 第2位, 位列第2. */
const isPlace = (text: string, before: number, after: number): boolean =>
  text[after] === "位" ||
  text[after] === "名" ||
  ("列居排名".includes(text[before] ?? " ") && ",。;、)".includes(text[after] ?? "。"));

/** 2023年和2024年分别为443件和822件: each of a row has its own year. */
function shareYears(statements: readonly Draft[]): void {
  for (const [i, first] of statements.entries()) {
    const years = first.gap.filter(({ figure }) => figure >= 0).flatMap((token) => yearIn([token]) ?? []);
    if (years.length < 2 || !does(first.gapClasses, "each")) continue;
    const row = statements.slice(i, i + years.length);
    if (
      row.length === years.length &&
      row.every(({ sentence, group }) => sentence === first.sentence && group === first.group)
    )
      for (const [j, statement] of row.entries()) statement.year = years[j]!;
  }
}

/** 甲镇、乙镇和丙镇依次为5家、6家和7家: each of a row has its own name. */
function shareNames(statements: readonly Draft[]): void {
  for (const first of statements) {
    if (!does(first.gapClasses, "each")) continue;
    const row = rowFrom(statements, first);
    const names = calledBy(first, row.length) ?? calledAs(statements, first, row.length);
    if (names) for (const [i, statement] of row.entries()) (statement as Draft).label = names[i]!;
  }
}

/** Whether a figure is of the time of the one before: 2023年为16笔、1.20亿元; a rate, of the counts of its segment. */
const goesOn = ({ previous, segment, mark }: Level, { unit }: Figure, own: readonly Token[]): boolean =>
  previous !== null &&
  previous.segment === segment &&
  ((own.length <= 1 && mark !== ",") || unit === "%" || mark === "、");

const RANGES = ["至", "到", "-", "—", "–", "~"];

/** The year of the last date among some words. */
function yearIn(tokens: readonly Token[]): number | null {
  const date = tokens.findLast(({ figure, text }) => figure >= 0 && text.includes("年"));
  if (date && RANGES.some((mark) => date.text.includes(mark))) return null;
  const text = date?.text.replaceAll(" ", "") ?? "";
  const year = date ? Number.parseInt(text.slice(text.indexOf("年") - 4), 10) : Number.NaN;
  return year >= 1900 && year < 2200 ? year : null;
}

/** Where each opening bracket that is closed again has its partner, by their places among the tokens. */
function brackets(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { pos, text } = tokens[at]!;
    if (pos !== "mark") continue;
    if (text === "(") open.push(at);
    else if (text === ")" && open.length) pairs.set(open.pop()!, at);
  }
  return pairs;
}

/** What the words of a statement do; a second column (87户264人) takes them over from the first. */
export const cuesOf = ({ own, ownClasses, previous, clause }: Statement): number =>
  own.length === 0 && previous?.clause === clause ? previous.ownClasses : ownClasses;

/** The words that say of a count what it is; of a second column, those of the first. */
export const wordsOf = ({ own, previous, clause }: Statement): readonly Token[] =>
  own.length === 0 && previous?.clause === clause ? previous.own : own;

/** Whether words do one of some things. */
export function does(classes: number, ...names: Parameters<typeof bit>[0][]): boolean {
  if (classes === 0) return false;
  for (let i = 0; i < names.length; i++) if ((classes & bit(names[i]!)) !== 0) return true;
  return false;
}
