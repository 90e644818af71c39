import * as z from "zod/mini";
import { harmless } from "../../../report/harmless.ts";
import type { Paragraph } from "../../../report/paragraph.ts";
import type { Edit } from "../../../text/edit.ts";
import { fold } from "../../../text/fold.ts";
import { isPhrase, lexicon, type Phrase, rewrite, type Search } from "../../../text/lexicon.ts";
import { memo } from "../../../text/memo.ts";
import { quoted, say } from "../../../text/message.ts";
import { overlaps, type Span, span } from "../../../text/span.ts";
import type { Basis, Finding, Severity } from "../../rule.ts";
import { keepsWords } from "./borders.ts";

/** A wrong word or phrase, with its own example, which a test proves. */
export interface Row extends Phrase {
  /** The correction; $1, $2 … stand for the groups of `wrong`. */
  readonly right: string;
  /** What is the matter, as a sentence in Chinese; empty where the correction says it all. */
  readonly why: string;
  readonly basis: Basis;
  /** Where custom is divided; otherwise that of the rule. */
  readonly severity?: Severity;
  /** A sentence in which the word is wrong, at ⟦ and ⟧. */
  readonly bad: string;
  /** A sentence in which the same letters are right. */
  readonly good?: string;
}

interface Group {
  readonly basis: Basis;
  readonly severity?: Severity;
  readonly why?: string;
}

interface Guards extends Omit<Phrase, "wrong"> {
  readonly why?: string;
  readonly good?: string;
}

/** Rows that share a basis: wrong, right, an example with ⟦ ⟧, and the contexts in which the word is right. */
export const rows = (
  { why = "", ...group }: Group,
  list: readonly (readonly [wrong: string, right: string, bad: string, guards?: Guards])[],
): Row[] => list.map(([wrong, right, bad, guards]) => ({ wrong, right, bad, why, ...group, ...guards }));

/**
 * The findings of a table, and of a project's own words, in one paragraph.
 * @param options what `wordList` reads
 */
export function findingsIn(paragraph: Paragraph, search: Search<Row>, { words, terms }: WordList): readonly Finding[] {
  const { text, folded } = paragraph;
  const known = search(folded, keepsWords(paragraph));
  const hits = words.length > 0 ? [...known, ...own(words)(folded)] : known;
  if (hits.length === 0) return [];
  const right = terms.flatMap((term) => places(fold(term), folded));
  const wrong = hits
    .filter((hit) => !right.some((place) => overlaps(place, hit.span)))
    .map(
      (hit): Wrong => ({ row: hit.phrase, edit: { span: hit.span, newText: rewrite(hit.phrase.right, hit, text) } }),
    );
  const certain = wrong.filter((one) => isCertain(one, text)).map(({ edit }) => edit);
  const safe = harmless(
    paragraph,
    certain.sort((a, b) => a.span.start - b.span.start),
  );
  return wrong.map((one) => findingOf(text, one, safe.has(one.edit)));
}

/** A wrong word with what puts it right. */
interface Wrong {
  readonly row: Row;
  readonly edit: Edit;
}

const isCertain = ({ row, edit: { span } }: Wrong, text: string): boolean =>
  isMust(row) && !/\d/.test(text.slice(span.start, span.end));

const isMust = ({ basis }: Row): boolean => basis !== "practice";

function places(term: string, folded: string): Span[] {
  const found: Span[] = [];
  for (let at = folded.indexOf(term); term !== "" && at >= 0; at = folded.indexOf(term, at + term.length)) {
    found.push(span(at, at + term.length));
  }
  return found;
}

function findingOf(text: string, { row, edit }: Wrong, safe: boolean): Finding {
  const found = quoted(text.slice(edit.span.start, edit.span.end));
  const written = quoted(edit.newText);
  const must = isMust(row);
  return {
    span: edit.span,
    message: say(
      `${found}${must ? "应为" : "宜写作"}${written}。${row.why}`,
      `${found} ${must ? "should be" : "is better written"} ${written}.`,
    ),
    fixes: [{ title: say(`改为${written}`, `Write ${written}`), safe, edits: [edit] }],
    ...(row.severity && { severity: row.severity }),
  };
}

/** What a project adds to a table: the same templates as the built-in rows. */
export const wordList = z.object({
  words: z._default(
    z.array(
      z.object({
        wrong: z
          .string()
          .check(
            z.refine(isPhrase, { error: "用“…”表示省略（至多两处）、“#”表示数字、“（甲|乙）”表示任选，括号不可嵌套" }),
          ),
        right: z.string(),
        why: z._default(z.string(), ""),
        unless: z.optional(z.array(z.string().check(z.refine(isPhrase)))),
      }),
    ),
    [],
  ),
  /** Names and terms of the project in which nothing is wrong. */
  terms: z._default(z.array(z.string()), []),
});

type WordList = z.infer<typeof wordList>;

/** The search for a project's own words. */
const own = memo((words: WordList["words"]) =>
  lexicon(words.map(({ unless, ...word }): Row => ({ ...word, ...(unless && { unless }), basis: "house", bad: "" }))),
);
