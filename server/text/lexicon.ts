import { fold } from "./fold.ts";
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

/** Finds all phrases in folded text in one pass, leftmost first and, of two that begin together, the longer one; no two overlap. */
export type Search<P extends Phrase> = (folded: string) => Generator<Hit<P>>;

const WINDOW = 24;
const GAP = 18;
const FEW = 4;

/** Makes of phrases a search that takes time linear in the text. */
export function lexicon<P extends Phrase>(phrases: readonly P[]): Search<P> {
  let made: { entries: Map<string, Entry<P>[]>; heads: RegExp } | undefined;
  return function* search(folded) {
    made ??= headed(phrases);
    const { entries, heads } = made;
    if (entries.size <= FEW && !met(entries, folded)) return;
    for (let at = 0; ; ) {
      heads.lastIndex = at;
      if (!heads.test(folded)) return;
      at = heads.lastIndex - 1;
      const hit = hitAt(folded, at, entries.get(folded[at]!)!);
      if (hit) yield hit;
      at = hit ? hit.span.end : at + 1;
    }
  };
}

/** Whether any phrase begins in a text: of a lexicon that is a phrase or two, the answer is mostly no. */
const met = (entries: ReadonlyMap<string, readonly Entry<Phrase>[]>, folded: string): boolean =>
  [...entries.values()].some((list) => list.some(({ beginning }) => folded.includes(beginning)));

/** What the phrases are found by: the characters that they begin with. */
function headed<P extends Phrase>(phrases: readonly P[]) {
  const entries = byHead(phrases);
  const heads = [...entries.keys()].join("").replace(/[\\\]^-]/g, "\\$&");
  return { entries, heads: new RegExp(heads === "" ? "(?!)" : `[${heads}]`, "g") };
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

function byHead<P extends Phrase>(phrases: readonly P[]): Map<string, Entry<P>[]> {
  const heads = new Map<string, Entry<P>[]>();
  for (const phrase of [...phrases].sort((a, b) => b.wrong.length - a.wrong.length)) {
    let known: Patterns | undefined;
    const patterns = () => (known ??= compile(phrase));
    const wrong = fold(phrase.wrong);
    const ending = wrong.includes("#") ? "" : wrong.slice(Math.max(wrong.lastIndexOf("…"), wrong.lastIndexOf(")")) + 1);
    const reach = wrong.length + 2 * GAP;
    for (const beginning of beginningsOf(wrong)) {
      const entry = { beginning, ending, reach, phrase, patterns };
      const others = heads.get(beginning[0]!);
      if (others) others.push(entry);
      else heads.set(beginning[0]!, [entry]);
    }
  }
  return heads;
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
  "#": "(\\d+(?:\\.\\d+)?)",
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

function hitAt<P extends Phrase>(folded: string, at: number, candidates: readonly Entry<P>[]): Hit<P> | null {
  for (const { beginning, ending, reach, phrase, patterns } of candidates) {
    if (!folded.startsWith(beginning, at) || !folded.slice(at, at + reach).includes(ending)) continue;
    const { pattern, unless } = patterns();
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match || match[0] === "") continue;
    const found = span(at, at + match[0].length);
    if (unless && isRight(folded, found, unless)) continue;
    const groups = match.indices!.slice(1).map((place) => (place ? span(...place) : span(at, at)));
    return { phrase, span: found, groups };
  }
  return null;
}

/** Whether one of the phrases in which the letters are right stands over the place. */
function isRight(folded: string, { start, end }: Span, unless: RegExp): boolean {
  const from = Math.max(0, start - WINDOW);
  return [...folded.slice(from, end + WINDOW).matchAll(unless)].some(
    (match) => from + match.index < end && from + match.index + match[0].length > start,
  );
}
