import type { Span } from "../text/span.ts";

/** The forms a heading number takes: 一、 （一） 1. （1） ① and the run-in 一是 / 首先 of points. */
export type LabelForm = "一、" | "（一）" | "1." | "（1）" | "①" | "一是";

/** A heading number as written, and what it stands for. Spans are offsets into the text that was read. */
export interface Label {
  readonly form: LabelForm;
  /** The number as written, such as `(一)` or `1．`. */
  readonly text: string;
  readonly number: number;
  readonly span: Span;
}
