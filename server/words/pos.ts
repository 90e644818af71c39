/**
 * Coarse parts of speech, in jieba's letters; a word's place in this list is its tag in the dictionary's bytes.
 * x is what none of them fits, and Latin letters; mark is punctuation, a blank or a symbol.
 */
export const POS = [
  "x", // other
  "n", // noun
  "v", // verb
  "vn", // verb used as a noun: 工作 发展
  "a", // adjective
  "d", // adverb
  "m", // numeral
  "q", // measure word
  "p", // preposition
  "c", // conjunction
  "u", // particle
  "t", // time
  "f", // locative
  "ns", // place
  "nr", // person
  "nt", // organisation
  "r", // pronoun
  "b", // what only qualifies a noun: 国有 大型
  "l", // set phrase
  "mark",
] as const;

export type Pos = (typeof POS)[number];

/** The tag of a part of speech: an index into `POS`. */
export const tagOf = (pos: Pos): number => POS.indexOf(pos);
