import type { Figure } from "../figures/figure.ts";
import { scan } from "../figures/scan.ts";
import type { Vocabulary } from "../figures/vocabulary.ts";
import { type Body, foldedOf, type Heading } from "../syntax/block.ts";
import { memo } from "../text/memo.ts";

/** A heading or a stretch of body text with all that can be read from it alone. Spans are offsets into `text`. */
export interface Paragraph {
  readonly block: Heading | Body;
  readonly text: string;
  /** `text` with full-width ASCII folded to half-width, offset for offset; patterns are written against it. */
  readonly folded: string;
  readonly figures: readonly Figure[];
  /** What it was read with, and is read with again where a repair is tried on it. */
  readonly vocabulary: Vocabulary;
}

/** Reads blocks with the units, names and terms of a vocabulary; the same block gives the same paragraph. */
export const paragraphsIn = memo((vocabulary: Vocabulary) =>
  memo((block: Heading | Body): Paragraph => {
    const folded = foldedOf(block);
    return { block, text: block.text, folded, figures: scan(folded, vocabulary), vocabulary };
  }),
);
