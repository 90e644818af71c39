import { fold } from "../text/fold.ts";
import { memo } from "../text/memo.ts";
import type { Span } from "../text/span.ts";
import type { Label } from "./label.ts";

/** A section heading: its label, its title, and the stop and line end that follow it. */
export interface Heading {
  readonly kind: "heading";
  /** The exact text, label and line end included. */
  readonly text: string;
  /** Absent in a Markdown heading that bears no number. */
  readonly label: Label | null;
  /** Depth asked for by the form of the label; see `Label.level`. */
  readonly level: number;
  /** Where the title stands in `text`, without label, closing stop and blanks. */
  readonly title: Span;
  /** Whether body text follows on the same line (`（一）提升能力。正文…`). */
  readonly runIn: boolean;
}

/** A stretch of running text: a paragraph, or what of it follows a run-in heading. */
export interface Body {
  readonly kind: "body";
  readonly text: string;
}

/** A row of a table; its numbers take their units from the table's head. */
export interface Row {
  readonly kind: "row";
  readonly text: string;
}

/** What is no part of the report: page furniture, paywall marks, table pipes. */
export interface Residue {
  readonly kind: "residue";
  readonly text: string;
}

/** An empty line, or one that holds only blanks. */
export interface Blank {
  readonly kind: "blank";
  readonly text: string;
}

/**
 * A piece of a draft. It holds its text and not its position, so that parsing an edited text can hand back
 * the very same object for every piece that did not change.
 */
export type Block = Heading | Body | Row | Residue | Blank;

/** A block and the UTF-16 offset at which it stands. */
export interface Placed<B extends Block = Block> {
  readonly block: B;
  readonly start: number;
}

/** The text of a block with full-width ASCII as half-width; see `fold`. */
export const foldedOf = memo(({ text }: Block): string => fold(text));

/** Where what is no label begins in the text of a block. */
export const labelEnd = (block: Block): number => (block.kind === "heading" ? (block.label?.span.end ?? 0) : 0);

/** Where the words behind a label begin, and behind the marks that follow it as though they were of it: 一是，. */
export function wordsStart(block: Block): number {
  const label = labelEnd(block);
  return label === 0 ? 0 : label + /^[,、:.]*/.exec(foldedOf(block).slice(label))![0].length;
}

export const end = ({ block, start }: Placed): number => start + block.text.length;
