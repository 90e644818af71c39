import { among } from "./finder.ts";
import type { Span } from "./span.ts";

/** What stands twice running: from `start` as far as `once` the first time, and both as far as `end`. */
export interface Twice {
  readonly start: number;
  readonly once: number;
  readonly end: number;
}

const HANZI = "\\u4e00-\\u9fff";
/** The lengths of words and phrases that are looked at. */
const SHORTEST = 2;
const LONGEST = 16;
/** 谁公开、谁审查，谁审查、谁负责: each link of such a chain ends in what the next begins with. */
const CHAIN = new RegExp(`(?<=[谁哪][${HANZI}]{1,7}、)([谁哪][${HANZI}]{1,7})[,、]\\1、[谁哪]`, "g");
const mayChain = among(["谁", "哪"]);
/** Function words of one character; the second 了 of 为了了解 and the like belongs to the next word. */
const PARTICLE =
  /(?<!目)的的(?!确|士)|(?<![为除罢受算明终不])了了(?!解|如|事|却|然|结|无|断)|(?<![柔温平祥饱共中缓随协调谐])和和(?![平美睦谐蔼暖解顺])|(?<!以)及及(?!时|早|格)|(?<![合兼吞火归一])并并(?![联购存举轨重列网入行非不案])|(?<![即必行终])将将(?![来军士领近要校])|(?<![存实内潜所现旨好重自健正仍])在在(?![建册校岗职途编库逃训线场])/g;

const mayDouble = among(["的的", "了了", "和和", "及及", "并并", "将将", "在在"]);

/** Where characters or digits are followed by the very same, in order; the shorter of two that begin together first. */
export function doubled(folded: string): readonly Twice[] {
  const found: Twice[] = [];
  for (const { start, length } of doublings(folded)) {
    if (/^\d\d/.test(folded.slice(start - 1, start + 1))) continue;
    const word = folded.slice(start, start + length);
    // 件120件120件: the number and its unit are the word, not the unit and the next number.
    const turned = /^\D\d/.test(word) && folded[start] === folded[start + 2 * length] ? 1 : 0;
    const first = start + turned;
    found.push({ start: first, once: first + length, end: first + 2 * length });
  }
  return found;
}

interface Doubling {
  readonly start: number;
  /** Of the word, which stands twice from `start` on. */
  readonly length: number;
}

const HASH = 0x3ff;
const RING = 0x1f;
/** By a hash of two characters the place where such were last met, and by place, as far as is looked back, the one before it. */
const latest = new Int32Array(HASH + 1);
const earlier = new Int32Array(RING + 1);

/**
 * The doublings in order of their beginning and then of their length, found where two characters come again soon. Of those
 * of one length none begins in the word of another.
 */
function doublings(folded: string): readonly Doubling[] {
  const found: Doubling[] = [];
  const ends = new Int32Array(LONGEST + 1);
  latest.fill(-1);
  let next = folded.charCodeAt(0);
  for (let at = 0; at + 1 < folded.length; at++) {
    const unit = next;
    next = folded.charCodeAt(at + 1);
    const hash = (unit * 31 + next) & HASH;
    for (let start = latest[hash]!; start >= 0 && at - start <= LONGEST; start = earlier[start & RING]!) {
      const length = at - start;
      if (length < SHORTEST || start < ends[length]! || folded.charCodeAt(start) !== unit) continue;
      const word = folded.slice(start, at);
      if (!folded.startsWith(word, at) || !WORD.test(word)) continue;
      ends[length] = at;
      found.push({ start, length });
    }
    earlier[at & RING] = latest[hash]!;
    latest[hash] = at;
  }
  return found.sort((a, b) => a.start - b.start || a.length - b.length);
}

const WORD = new RegExp(`^[${HANZI}\\d]+$`);

/** Sentences, clauses and words that come again behind the mark that ends them. */
export function resumed(folded: string): readonly Twice[] {
  const { read, marks, place } = marked(folded);
  const chained = new Set(mayChain(read) ? [...read.matchAll(CHAIN)].map(({ index }) => index) : []);
  return [
    ...[SENTENCE, CLAUSE].flatMap((stretch) => stretches(read, marks, stretch)),
    ...[RESUMED, LISTED].flatMap((again) => words(read, marks, again)),
  ]
    .filter(({ start }) => !chained.has(start))
    .map(({ start, once, end }) => ({ start: place(start), once: place(once), end: place(end) }));
}

/** A text as it is read once no mark stands twice running: 其中，，其中 is a word written twice, whichever is mended first. */
interface Marked {
  readonly read: string;
  /** Where marks stand in what is read. */
  readonly marks: readonly number[];
  /** The offset into the text of an offset into what is read; behind a run of marks, that of the run's end. */
  readonly place: (at: number) => number;
}

function marked(folded: string): Marked {
  const marks = marksIn(folded);
  const again = new Set(marks.filter((at) => folded[at] !== "\n" && folded[at] === folded[at - 1]));
  if (again.size === 0) return { read: folded, marks, place: (at) => at };
  const places = Array.from({ length: folded.length + 1 }, (_, at) => at).filter((at) => !again.has(at));
  const read = places.map((at) => folded.charAt(at)).join("");
  return { read, marks: marksIn(read), place: (at) => places[at]! };
}

/** Where the marks stand that may end what is written twice, and line ends. */
function marksIn(folded: string): readonly number[] {
  const marks: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (unit < IDEOGRAPHS && MARKS.has(unit)) marks.push(at);
  }
  return marks;
}

const IDEOGRAPHS = 0x4e00;
const MARKS = new Set([..."、,。;:\n"].map((c) => c.charCodeAt(0)));

/** A stretch of text with the mark that ends it. */
interface Stretch {
  readonly stops: string;
  /** What it may not hold, its stops among it. */
  readonly borders: string;
  readonly least: number;
  readonly most: number;
}

const SENTENCE: Stretch = { stops: "。", borders: "。\n", least: 8, most: 200 };
const CLAUSE: Stretch = { stops: ",。;", borders: ",。;:\n", least: 6, most: 60 };

function stretches(folded: string, marks: readonly number[], { stops, borders, least, most }: Stretch): Twice[] {
  const found: Twice[] = [];
  let start = 0;
  for (const at of marks) {
    const mark = folded[at]!;
    if (at < start || !borders.includes(mark)) continue;
    const once = at + 1;
    const fits = start >= 0 && stops.includes(mark) && at - start >= least && at - start <= most;
    if (fits && folded.startsWith(folded.slice(start, once), once)) {
      const end = 2 * once - start;
      found.push({ start, once, end });
      start = end;
    } else start = mark === "\n" ? -1 : once;
  }
  return found;
}

/** A word with a mark between it and itself. */
interface Again {
  readonly mark: string;
  readonly most: number;
  /** What it may not stand behind. */
  readonly behind: RegExp;
  /** What stands behind it the second time; anything if left out. */
  readonly before?: string;
}

/** A word said again behind the comma that followed it, as in 其中，其中. */
const RESUMED: Again = { mark: ",", most: 8, behind: new RegExp(`[${HANZI}\\w]`) };
/** One item twice running in a list. */
const LISTED: Again = { mark: "、", most: 12, behind: new RegExp(`[${HANZI}\\w”》)]`), before: "、,。;等和及与" };

function words(folded: string, marks: readonly number[], { mark, most, behind, before }: Again): Twice[] {
  const found: Twice[] = [];
  let done = 0;
  for (const once of marks) {
    if (folded[once] !== mark) continue;
    let start = once;
    while (start > done && once - start <= most && isHanzi(folded, start - 1)) start--;
    const length = once - start;
    const end = once + 1 + length;
    if (length < SHORTEST || length > most || !folded.startsWith(folded.slice(start, once), once + 1)) continue;
    if (behind.test(folded[start - 1] ?? "") || (before && !before.includes(folded[end] ?? "\n"))) continue;
    found.push({ start, once, end });
    done = end;
  }
  return found;
}

const isHanzi = (text: string, at: number): boolean => text.charCodeAt(at) >= 0x4e00 && text.charCodeAt(at) <= 0x9fff;

/** Function words of one character that stand twice. */
export const particles = (folded: string): readonly Twice[] =>
  mayDouble(folded)
    ? [...folded.matchAll(PARTICLE)].map(({ index }) => ({ start: index, once: index + 1, end: index + 2 }))
    : [];

/** Of any place of a text, how much stands twice that holds it or touches it. It may be right so, as 研究研究 is. */
export function repetitions(folded: string): (place: Span) => number {
  const [begun, ended] = [new Int32Array(folded.length + 2), new Int32Array(folded.length + 2)];
  for (const { start, end } of [doubled, resumed, particles].flatMap((all) => all(folded))) {
    begun[start]!++;
    ended[end + 1]!++;
  }
  for (let at = 1; at < begun.length; at++) {
    begun[at]! += begun[at - 1]!;
    ended[at]! += ended[at - 1]!;
  }
  return ({ start, end }) => begun[end]! - ended[start]!;
}
