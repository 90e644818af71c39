/** A half-open range of UTF-16 code units, the unit of JavaScript strings and of LSP. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The same span seen from a text in which this one's text begins at `by`. */
export const shift = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });

/** Whether an offset lies within a character that takes two code units (𠮷). */
export const cutsCharacter = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** The span with the whole of each character that it holds a half of. */
export const wholeCharacters = (text: string, { start, end }: Span): Span => ({
  start: cutsCharacter(text, start) ? start - 1 : start,
  end: cutsCharacter(text, end) ? end + 1 : end,
});

/** The beginning of a text, of so many code units at most; it ends in no half of a character. */
export const beginning = (text: string, most: number): string =>
  text.slice(0, cutsCharacter(text, most) ? most - 1 : most);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
