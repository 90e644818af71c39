import { fold } from "../text/fold.ts";
import { chineseEnd } from "./chinese.ts";
import { address, code, compound, documentNumber, isCode } from "./code.ts";
import { bareYear, date, isoDate } from "./date.ts";
import type { Figure } from "./figure.ts";
import { hanzi } from "./hanzi.ts";
import { known, named, quoted } from "./name.ts";
import { ordinal } from "./ordinal.ts";
import { isArabic, lineBefore, matchAt, type Place, plain, type Reading } from "./place.ts";
import { quantity } from "./quantity.ts";
import { ratio } from "./ratio.ts";
import { residue } from "./residue.ts";
import { series } from "./series.ts";
import { occurrences, standard, type Vocabulary } from "./vocabulary.ts";
import { surroundings } from "./zone.ts";

/** What an Arabic numeral may be. The first that fits is taken: what states no statistic is asked before what does. */
const READINGS: readonly Reading[] = [
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
  counted,
];

const NUMERAL = /\d|(?<![\dA-Za-z.])\.(?=\d)|(?:[几数](?=[十百千万亿])|[〇零一二两三四五六七八九十百千万亿廿卅])/g;

/**
 * All figures of a text, in order and without overlap. Every run of Arabic digits is covered by exactly one;
 * a numeral in 汉字 is a figure where it states a quantity or a date. Takes time linear in the length of the text.
 * @param text a block's text or a whole report. Spans are UTF-16 offsets into it.
 */
export function scan(text: string, vocabulary: Vocabulary = standard): readonly Figure[] {
  const folded = fold(text);
  const around = surroundings(folded, occurrences(vocabulary.names, folded));
  const figures: Figure[] = [];
  const numeral = new RegExp(NUMERAL);
  let from = 0;
  for (let found = numeral.exec(folded); found; found = numeral.exec(folded)) {
    const at = found.index;
    const isDigit = isArabic(folded, at);
    const end = isDigit ? digitsEnd(folded, at) : chineseEnd(folded, at);
    const line = lineBefore(folded, at);
    const previous = figures.at(-1) ?? null;
    const place: Place = { text: folded, at, end, line, from, previous, vocabulary, ...around(at) };
    const figure = isDigit ? arabic(place) : hanzi(place);
    if (figure) figures.push(figure);
    numeral.lastIndex = figure ? figure.span.end : Math.max(at + 1, end);
    from = figure ? figure.span.end : from;
  }
  return series(figures, folded);
}

const DIGITS = /\.?\d+/y;
const digitsEnd = (text: string, at: number): number => at + (matchAt(DIGITS, text, at)?.[0].length ?? 0);

function arabic(place: Place): Figure | null {
  for (const read of READINGS) {
    const figure = read(place);
    if (figure) return figure;
  }
  return null;
}

/** 浙里办2.0 */
const VERSION = /\d{1,2}\.0(?![\d])/y;

/** A number that nothing else explains; without a unit it may be a year, a version or a code. */
function counted(place: Place): Figure | null {
  const figure = quantity(place);
  if (figure?.unit !== null || figure.kind !== "quantity" || figure.bound !== null) return figure;
  const named = isCode(place) || matchAt(VERSION, place.text, place.at) !== null;
  return bareYear(place) ?? (named ? plain("name", place, figure.span.end) : figure);
}
