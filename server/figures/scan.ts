import { fold } from "../text/fold.ts";
import { bareYear, date, isoDate } from "./date.ts";
import type { Figure } from "./figure.ts";
import { hanzi, skipTo } from "./hanzi.ts";
import { type Lexicon, standard } from "./lexicon.ts";
import { code, compound, documentNumber, named, ordinal, quoted, residue } from "./name.ts";
import type { Place } from "./place.ts";
import { quantity } from "./quantity.ts";
import { ratio } from "./ratio.ts";
import { type Zone, zones } from "./zone.ts";

/** What an Arabic numeral may be, asked in this order: what is certain to be no statistic comes first. */
const READINGS: readonly ((place: Place) => Figure | null)[] = [
  residue,
  isoDate,
  code,
  documentNumber,
  date,
  compound,
  ordinal,
  quoted,
  named,
  ratio,
  bareQuantity,
];

/**
 * All figures of a text, in order and without overlap. Every run of Arabic digits is covered by exactly one;
 * numerals in 汉字 are figures where they state a quantity or a date. Linear in the length of the text.
 * @param text a block's text or a whole report. Spans are UTF-16 offsets into it.
 */
export function scan(text: string, lexicon: Lexicon = standard): readonly Figure[] {
  const folded = fold(text);
  const surrounding = nesting(zones(folded));
  const figures: Figure[] = [];
  const candidate = /\d|\.\d|[〇零一二两三四五六七八九十百千万亿廿卅几数]/g;
  let from = 0;
  for (let found = candidate.exec(folded); found; found = candidate.exec(folded)) {
    const at = found.index;
    const previous = figures.at(-1) ?? null;
    const place: Place = { text: folded, at, from, previous, lexicon, ...surrounding(at) };
    const figure = /[\d.]/.test(found[0]) ? arabic(place) : hanzi(place);
    if (figure) {
      figures.push(figure);
      from = candidate.lastIndex = figure.span.end;
    } else candidate.lastIndex = /[\d.]/.test(found[0]) ? at + 1 : skipTo(place);
  }
  return figures;
}

function arabic(place: Place): Figure | null {
  const { text, at } = place;
  if (text[at] === "." && /[\dA-Za-z.]/.test(text[at - 1] ?? "")) return null;
  for (const read of READINGS) {
    const figure = read(place);
    if (figure) return figure;
  }
  return null;
}

/** A number without a unit may be a year that lost its 年. */
function bareQuantity(place: Place): Figure | null {
  const figure = quantity(place);
  return figure?.unit === null ? (bareYear(place) ?? figure) : figure;
}

/** The zones around an offset; offsets must be asked in rising order. */
function nesting(all: readonly Zone[]): (at: number) => Pick<Place, "quotation" | "inTitle"> {
  const open: Zone[] = [];
  let next = 0;
  return (at) => {
    for (; next < all.length && all[next]!.start < at; next++) {
      while (open.length > 0 && open.at(-1)!.end <= all[next]!.start) open.pop();
      open.push(all[next]!);
    }
    while (open.length > 0 && open.at(-1)!.end <= at) open.pop();
    return {
      quotation: open.findLast((zone) => zone.kind === "quotation") ?? null,
      inTitle: open.some((zone) => zone.kind === "title"),
    };
  };
}
