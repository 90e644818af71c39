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

/** Compiles phrases, when they are first needed, into a search that takes time linear in the text. */
export function lexicon<P extends Phrase>(phrases: readonly P[]): Search<P> {
  let compiled: Map<string, Compiled<P>[]> | undefined;
  return function* search(folded) {
    compiled ??= byHead(phrases);
    for (let at = 0; at < folded.length; ) {
      const hit = hitAt(folded, at, compiled.get(folded[at]!) ?? []);
      if (hit) yield hit;
      at = hit ? hit.span.end : at + 1;
    }
  };
}

/** Whether a text is a phrase that `lexicon` can read: choices closed and not nested, no more than two gaps. */
export const isPhrase = (text: string): boolean =>
  /^(?:[^()|]|\([^()]{1,200}\)){1,100}$/.test(text) &&
  !/^[…#(]?$/.test(text) &&
  text.split("…").length <= 3 &&
  !text.startsWith("…");

/** A correction with the groups of what was found filled in for $1, $2 … */
export const rewrite = (right: string, { groups }: Pick<Hit<Phrase>, "groups">, text: string): string =>
  right.replace(/\$(\d)/g, (_, n) => {
    const group = groups[Number(n) - 1];
    return group ? text.slice(group.start, group.end) : "";
  });

interface Compiled<P> {
  readonly phrase: P;
  readonly pattern: RegExp;
  readonly unless: RegExp | null;
}

function byHead<P extends Phrase>(phrases: readonly P[]): Map<string, Compiled<P>[]> {
  const heads = new Map<string, Compiled<P>[]>();
  for (const phrase of [...phrases].sort((a, b) => b.wrong.length - a.wrong.length)) {
    const compiled = compile(phrase);
    for (const head of headsOf(fold(phrase.wrong))) heads.set(head, [...(heads.get(head) ?? []), compiled]);
  }
  return heads;
}

function compile<P extends Phrase>(phrase: P): Compiled<P> {
  const before = phrase.before === undefined ? "" : `(?<=${source(phrase.before)})`;
  const after = phrase.after === undefined ? "" : `(?=${source(phrase.after)})`;
  return {
    phrase,
    pattern: new RegExp(before + source(phrase.wrong) + after, "dyu"),
    unless: phrase.unless?.length ? new RegExp(phrase.unless.map(source).join("|"), "gu") : null,
  };
}

const SENTENCE_START = "(?:^|[。;:!?\\n]\\s{0,4})";
const CLAUSE_END = "(?![\\p{L}\\p{N}“‘《(])";
const MEANING: Record<string, string> = {
  "…": "([^,。;:!?、\\n]{1,18}?)",
  "#": "(\\d+(?:\\.\\d+)?)",
  "(": "(",
  "|": "|",
  ")": ")",
  "^": SENTENCE_START,
  $: CLAUSE_END,
};

const source = (phrase: string): string =>
  [...fold(phrase)].map((c) => MEANING[c] ?? c.replace(/[.*+?[\]{}\\/]/, "\\$&")).join("");

/** The characters that a phrase can begin with. */
function headsOf(wrong: string): ReadonlySet<string> {
  if (wrong.startsWith("#")) return new Set("0123456789");
  if (!wrong.startsWith("(")) return new Set(wrong[0]);
  const close = wrong.indexOf(")");
  const rest = wrong.slice(close + 1);
  return new Set(
    wrong
      .slice(1, close)
      .split("|")
      .flatMap((choice) => [...headsOf(choice || rest)]),
  );
}

function hitAt<P extends Phrase>(folded: string, at: number, candidates: readonly Compiled<P>[]): Hit<P> | null {
  for (const { phrase, pattern, unless } of candidates) {
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
