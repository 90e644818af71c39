import { fold } from "../text/fold.ts";
import { once } from "../text/memo.ts";
import { chineseEnd } from "./chinese.ts";
import { address, code, compound, documentNumber, isCode } from "./code.ts";
import { bareYear, date, isoDate } from "./date.ts";
import type { Figure } from "./figure.ts";
import { hanzi } from "./hanzi.ts";
import { known, named, quoted } from "./name.ts";
import { ordinal } from "./ordinal.ts";
import { type Clued, digitsEnd, isArabic, isDigit, isOneOf, LETTERS, matchAt, type Place, plain } from "./place.ts";
import { quantity } from "./quantity.ts";
import { ratio } from "./ratio.ts";
import { residue } from "./residue.ts";
import { series } from "./series.ts";
import { occurrences, standard, type Vocabulary } from "./vocabulary.ts";
import { surroundings } from "./zone.ts";

/** What an Arabic numeral may be. The first that fits is taken: what states no statistic is asked before what does. */
const READINGS: readonly Clued[] = [
  known,
  residue,
  isoDate,
  code,
  documentNumber,
  date,
  compound,
  ordinal,
  address,
  named,
  quoted,
  ratio,
  { read: counted },
];

/** The readings that a clue speaks for, as a set of their places in READINGS: by the character it is. */
interface Clues {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  /** Those that need none. */
  readonly always: number;
}

const ALL = (1 << READINGS.length) - 1;
/** A numeral so long is something else than a number, whatever stands beside it. */
const LONG = 12;

const clues = once((): Clues => {
  const [before, after] = [new Uint16Array(0x10000), new Uint16Array(0x10000)];
  let always = 0;
  for (const [place, clue] of READINGS.entries()) {
    for (const c of clue.before ?? "") before[c.charCodeAt(0)]! |= 1 << place;
    for (const c of clue.after ?? "") after[c.charCodeAt(0)]! |= 1 << place;
    if (clue.before === undefined && clue.after === undefined && clue.within === undefined) always |= 1 << place;
  }
  return { before, after, always };
});

/** What a text must hold for a reading, a character each, with the reading as a bit. */
const WITHIN = READINGS.flatMap(({ within = "" }, place) => [...within].map((c) => ({ c, reading: 1 << place })));

/** The readings of which a text holds what they need. */
function within(text: string): number {
  let asked = 0;
  for (const { c, reading } of WITHIN) if ((asked & reading) === 0 && text.includes(c)) asked |= reading;
  return asked;
}

const BLANK = 0x20;

/** The readings that may fit the numeral at a place. */
function likely(text: string, at: number, end: number): number {
  if (end - at >= LONG) return ALL;
  const { before, after, always } = clues();
  const [last, next] = [text.charCodeAt(at - 1), text.charCodeAt(end)];
  let asked = always | (before[last] ?? 0) | (after[next] ?? 0);
  if (last === BLANK) asked |= before[text.charCodeAt(at - 2)] ?? 0;
  if (next === BLANK) asked |= after[text.charCodeAt(end + 1)] ?? 0;
  return asked;
}

/** What a character may begin: a numeral in digits, one that begins with a point, one in 汉字, or one led by 几 or 数. */
const [DIGIT, POINT, HANZI, SOME] = [1, 2, 3, 4];
const beginnings = new Uint8Array(0x10000);
for (const [characters, begins] of [
  ["0123456789", DIGIT],
  [".", POINT],
  ["〇零一二两三四五六七八九十百千万亿廿卅", HANZI],
  ["几数", SOME],
] as const)
  for (const c of characters) beginnings[c.charCodeAt(0)] = begins;

const WORD = `${LETTERS}0123456789.`;

/** Whether a numeral begins at an offset; a point right behind a figure is a stop (28件.31件). */
function begins(text: string, at: number, from: number): boolean {
  const begun = beginnings[text.charCodeAt(at)];
  if (begun === POINT) return isDigit(text, at + 1) && !isOneOf(WORD, text, at - 1) && (at === 0 || at > from);
  return begun === SOME ? isOneOf("十百千万亿", text, at + 1) : begun !== 0;
}

/**
 * All figures of a text, in order and without overlap. Every run of Arabic digits is covered by exactly one;
 * a numeral in 汉字 is a figure where it states a quantity or a date. Takes time linear in the length of the text.
 * @param text a block's text or a whole report. Spans are UTF-16 offsets into it.
 */
export function scan(text: string, vocabulary: Vocabulary = standard): readonly Figure[] {
  const folded = fold(text);
  const held = within(folded);
  const around = surroundings(folded, occurrences(vocabulary.names, folded));
  const figures: Figure[] = [];
  let from = 0;
  for (let at = 0; at < folded.length; ) {
    if (!begins(folded, at, from)) {
      at++;
      continue;
    }
    const arabic = isArabic(folded, at);
    const end = arabic ? digitsEnd(folded, at + (folded[at] === "." ? 1 : 0)) : chineseEnd(folded, at);
    const before = at === 0 ? "\n" : folded[at - 1]!;
    const previous = figures.at(-1) ?? null;
    const place: Place = { text: folded, at, end, before, from, previous, vocabulary, ...around(at) };
    const figure = arabic ? read(place, held | likely(folded, at, end)) : whole(hanzi(place), folded);
    if (figure) figures.push(figure);
    at = figure ? figure.span.end : Math.max(at + 1, end);
    from = figure ? figure.span.end : from;
  }
  return series(figures, folded);
}

/** The first of some readings that fits; digits that none of them can take whole are a name. */
function read(place: Place, asked: number): Figure {
  for (let i = 0; i < READINGS.length; i++) {
    const figure = (asked & (1 << i)) === 0 ? null : whole(READINGS[i]!.read(place), place.text);
    if (figure) return figure;
  }
  return plain("name", place, place.end);
}

/** A figure that begins and ends where digits do; a reading looks only so far, and a numeral may go on for ever. */
const whole = (figure: Figure | null, text: string): Figure | null =>
  figure && !isCut(text, figure.span.start) && !isCut(text, figure.span.end) ? figure : null;

const isCut = (text: string, at: number): boolean => isDigit(text, at - 1) && isDigit(text, at);

/** 浙里办2.0 */
const VERSION = /\d{1,2}\.0(?![\d])/y;

/** A number that nothing else explains; without a unit it may be a year, a version or a code. */
function counted(place: Place): Figure | null {
  const figure = quantity(place);
  if (figure?.unit !== null || figure.kind !== "quantity" || figure.bound !== null) return figure;
  const named = isCode(place) || matchAt(VERSION, place.text, place.at) !== null;
  return bareYear(place) ?? (named ? plain("name", place, figure.span.end) : figure);
}
