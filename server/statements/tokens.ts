import type { Paragraph } from "../report/paragraph.ts";
import { memo } from "../text/memo.ts";
import { classes } from "../words/classes.ts";
import { type Dictionary, dictionary, withWords } from "../words/dictionary.ts";
import { lex, type Token } from "../words/lexer.ts";

let words: Dictionary | undefined;

/** The built-in dictionary with every word that has a class, whether it knows it or not. */
function known(): Dictionary {
  const base = dictionary();
  words ??= withWords(
    base,
    [...classes.keys()].filter((word) => word.length > 1 && !base.has(word)).map((word) => ({ word })),
  );
  return words;
}

/** The words that are known where a project has terms of its own. */
const knownWith = memo(
  (terms: readonly string[]): Dictionary =>
    withWords(
      known(),
      terms.map((word) => ({ word })),
    ),
);

/** The words, marks and figures of a paragraph; `figure` of a token is its place among the paragraph's figures. */
export const tokensOf = memo(({ folded, figures, vocabulary: { terms } }: Paragraph): readonly Token[] =>
  lex(
    folded,
    figures.map(({ span }) => span),
    terms.length > 0 ? knownWith(terms) : known(),
  ),
);
