import * as z from "zod/mini";
import type { Paragraph } from "../../../facts/paragraph.ts";
import { type Hit, isPhrase, type Phrase, rewrite, type Search } from "../../../text/lexicon.ts";
import { say } from "../../../text/message.ts";
import type { Basis, Finding, Severity } from "../../rule.ts";

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

/** The findings of a table in one paragraph. */
export function* findingsIn({ text, folded }: Paragraph, search: Search<Row>): Generator<Finding> {
  for (const hit of search(folded)) yield findingOf(text, hit);
}

function findingOf(text: string, hit: Hit<Row>): Finding {
  const { phrase, span } = hit;
  const found = text.slice(span.start, span.end);
  const written = rewrite(phrase.right, hit, text);
  const must = phrase.basis !== "practice";
  return {
    span,
    message: say(
      `“${found}”${must ? "应为" : "宜写作"}“${written}”。${phrase.why}`,
      `“${found}” ${must ? "should be" : "is better written"} “${written}”.`,
    ),
    fixes: [
      {
        title: say(`改为“${written}”`, `Write “${written}”`),
        safe: must && !/\d/.test(found),
        edits: [{ span, newText: written }],
      },
    ],
    ...(phrase.severity && { severity: phrase.severity }),
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
});

type Words = z.infer<typeof wordList>["words"];

/** The rows that a project's own words make. */
export const ownRows = (words: Words): Row[] =>
  words.map(({ unless, ...word }) => ({ ...word, ...(unless && { unless }), basis: "house", bad: "" }));
