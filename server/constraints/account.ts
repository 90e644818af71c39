import { cuesOf, does, type Statement, wordsOf } from "../statements/statement.ts";

/** What there was before: carried over, or a value of the time before. */
export const isOpening = (s: Statement): boolean => does(s.gapClasses | cuesOf(s), "opening") || s.standing === "base";
/** 新排查, 当年新收: what is new came in. */
export const isInflow = (s: Statement): boolean =>
  !isOpening(s) && (does(cuesOf(s), "inflow") || wordsOf(s).some(({ text }) => text === "新" || text === "新增" || (text.length > 1 && text[0] === "新")));
export const isOutflow = (s: Statement): boolean => does(cuesOf(s), "outflow") || (s.standing === "delta" && s.direction === "down");
export const isClosing = (s: Statement): boolean => does(cuesOf(s), "closing") && !isOpening(s);
