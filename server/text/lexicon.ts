import { finder } from "./finder.ts";
import { fold } from "./fold.ts";
import { once } from "./memo.ts";
import { type Span, span } from "./span.ts";

/**
 * A phrase to look for, written as the writer would see it. In it `…` stands for up to 18 characters of one clause,
 * `#` for a number in digits and `(甲|乙|)` for a choice; each of the three is a group that `rewrite` can name as $1, $2 …
 */
export interface Phrase {
  readonly wrong: string;
  /** What must stand right before; `^` is the beginning of a sentence. */
  readonly before?: string;
  /** What must stand right after; `$` is the end of a clause or an item. */
  readonly after?: string;
  /** Longer phrases in which the same letters are right. */
  readonly unless?: readonly string[];
}

/** A phrase that was found. Offsets are UTF-16 code units into the text searched. */
export interface Hit<P extends Phrase> {
  readonly phrase: P;
  readonly span: Span;
  /** Where the groups of the phrase stand; a choice that took its empty branch is an empty span. */
  readonly groups: readonly Span[];
}

/**
 * Finds all phrases in folded text in one pass, leftmost first and, of two that begin together, the longer one; no two overlap.
 * @param accepts whether a place may be one: of those that may not, nothing is found
 */
export type Search<P extends Phrase> = (folded: string, accepts?: (place: Span) => boolean) => readonly Hit<P>[];

const WINDOW = 24;
const GAP = 18;

/** Makes of phrases a search that takes time linear in the text. */
export function lexicon<P extends Phrase>(phrases: readonly P[]): Search<P> {
  const made = once(() => {
    const entries = entriesOf(phrases);
    return { entries, find: finder(entries.map(({ beginning }) => beginning)) };
  });
  return (folded, accepts = () => true) => {
    const { entries, find } = made();
    const hits: Hit<P>[] = [];
    find(folded, (entry, at) => {
      const hit = hitAt(folded, at, entries[entry]!);
      if (!hit || !accepts(hit.span)) return at;
      hits.push(hit);
      return hit.span.end;
    });
    return hits;
  };
}

/** Whether a text is a phrase that `lexicon` can read: choices closed and not nested, no more than two gaps. */
export function isPhrase(text: string): boolean {
  const folded = fold(text);
  return (
    /^(?:[^()|]|\([^()]{1,200}\)){1,100}$/.test(folded) && !/^[…#]?$|^…/.test(folded) && folded.split("…").length <= 3
  );
}

/** A correction with the groups of what was found filled in for $1, $2 … */
export const rewrite = (right: string, { groups }: Pick<Hit<Phrase>, "groups">, text: string): string =>
  right.replace(/\$(\d)/g, (_, n) => {
    const group = groups[Number(n) - 1];
    return group ? text.slice(group.start, group.end) : "";
  });

interface Entry<P> {
  /** The letters that the phrase begins with here. */
  readonly beginning: string;
  /** The letters that it ends with, and how far behind its beginning they may end; empty where they are not certain. */
  readonly ending: string;
  readonly reach: number;
  readonly phrase: P;
  /** Compiled when its beginning is first met: a text meets few of the hundreds of phrases. */
  readonly patterns: () => Patterns;
}

interface Patterns {
  readonly pattern: RegExp;
  readonly unless: RegExp | null;
}

/** The phrases by what they begin with, the longer before the shorter. */
function entriesOf<P extends Phrase>(phrases: readonly P[]): readonly Entry<P>[] {
  return [...phrases]
    .sort((a, b) => b.wrong.length - a.wrong.length)
    .flatMap((phrase) => {
      const patterns = once(() => compile(phrase));
      const wrong = fold(phrase.wrong);
      const ending = wrong.includes("#")
        ? ""
        : wrong.slice(Math.max(wrong.lastIndexOf("…"), wrong.lastIndexOf(")")) + 1);
      const reach = wrong.length + 2 * GAP;
      return beginningsOf(wrong).map((beginning) => ({ beginning, ending, reach, phrase, patterns }));
    });
}

function compile(phrase: Phrase): Patterns {
  const before = phrase.before === undefined ? "" : `(?<=${source(phrase.before)})`;
  const after = phrase.after === undefined ? "" : `(?=${source(phrase.after)})`;
  return {
    pattern: new RegExp(before + source(phrase.wrong) + after, "dy"),
    unless: phrase.unless?.length ? new RegExp(phrase.unless.map(source).join("|"), "g") : null,
  };
}

const SENTENCE_START = "(?:^|[。;:!?\\n]\\s{0,4})";
// A class spelt out: a Unicode property takes a third of a millisecond to compile, in every phrase that has it.
const CLAUSE_END = "(?![\\w\\u3400-\\u9fff“‘《(])";
const MEANING: Record<string, string> = {
  "…": `([^,。;:!?、\\n]{0,${GAP}}?)`,
  "#": "(\\d{1,20}(?:\\.\\d{1,20})?)",
  "(": "(",
  "|": "|",
  ")": ")",
  "^": SENTENCE_START,
  $: CLAUSE_END,
};

const source = (phrase: string): string =>
  [...fold(phrase)].map((c) => MEANING[c] ?? c.replace(/[.*+?[\]{}\\/]/, "\\$&")).join("");

/** The runs of letters that a phrase can begin with; one may come twice. */
function beginningsOf(wrong: string): readonly string[] {
  if (wrong.startsWith("#")) return [..."0123456789"];
  if (!wrong.startsWith("(")) {
    const end = wrong.search(/[…#(]/);
    return [end < 0 ? wrong : wrong.slice(0, end)];
  }
  const close = wrong.indexOf(")");
  const rest = wrong.slice(close + 1);
  return wrong
    .slice(1, close)
    .split("|")
    .flatMap((choice) => beginningsOf(choice + rest));
}

function hitAt<P extends Phrase>(folded: string, at: number, entry: Entry<P>): Hit<P> | null {
  const { ending, reach, phrase } = entry;
  if (!folded.slice(at, at + reach).includes(ending)) return null;
  const { pattern, unless } = entry.patterns();
  pattern.lastIndex = at;
  const match = pattern.exec(folded);
  if (!match || match[0] === "") return null;
  const found = span(at, at + match[0].length);
  if (unless && isRight(folded, found, unless)) return null;
  const groups = match.indices!.slice(1).map((place) => (place ? span(place[0], place[1]) : span(at, at)));
  return { phrase, span: found, groups };
}

/** Whether one of the phrases in which the letters are right stands over the place. */
function isRight(folded: string, { start, end }: Span, unless: RegExp): boolean {
  const from = Math.max(0, start - WINDOW);
  return [...folded.slice(from, end + WINDOW).matchAll(unless)].some(
    (match) => from + match.index < end && from + match.index + match[0].length > start,
  );
}
