import type { Token } from "../words/lexer.ts";

/** Words one after another, as they are read; marks and blanks between them are gone. */
export const said = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join("");
