/**
 * The source of a pattern for smileys with some mouths, which are no marks of a sentence. Before 汉字 or another bracket the
 * mouth is a bracket.
 * @param mouths as they stand in a character class
 */
export const smiley = (mouths: string): string => `[:;]-?[${mouths}](?![\\u4e00-\\u9fff(])`;
