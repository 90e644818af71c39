/** A half-open range of UTF-16 code units, the unit of JavaScript strings and of LSP. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The same span seen from a text in which this one's text begins at `by`. */
export const shift = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
