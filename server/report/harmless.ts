import { stated } from "../figures/figure.ts";
import { scan } from "../figures/scan.ts";
import { applyEdits, type Edit } from "../text/edit.ts";
import { fold } from "../text/fold.ts";
import { type Span, span } from "../text/span.ts";
import { repetitions } from "../text/twice.ts";
import type { Paragraph } from "./paragraph.ts";

/**
 * The edits of a paragraph, in the order of their places, that leave what stands around them as it is: the figures state
 * the same, as they would not with 三成分 for 三成份, and nothing comes to stand twice (截至，截止), of which one is for
 * the writer to take out. Of two that overlap the first is asked. Takes time linear in the length of the paragraph.
 */
export function harmless(paragraph: Paragraph, edits: readonly Edit[]): ReadonlySet<Edit> {
  if (edits.length === 0) return new Set();
  const { folded, figures, vocabulary } = paragraph;
  const { text, places } = applied(folded, edits);
  const keepFigures = stated(scan(text, vocabulary)) === stated(figures);
  const [before, after] = [repetitions(folded), repetitions(text)];
  const harmless = [...places].filter(
    ([edit, place]) => (keepFigures || keepsFigures(paragraph, edit)) && after(place) <= before(edit.span),
  );
  return new Set(harmless.map(([edit]) => edit));
}

/** A text with edits made, and where each then stands. */
function applied(text: string, edits: readonly Edit[]): { text: string; places: ReadonlyMap<Edit, Span> } {
  const places = new Map<Edit, Span>();
  let end = 0;
  let by = 0;
  for (const edit of edits) {
    if (edit.span.start < end) continue;
    const start = edit.span.start + by;
    places.set(edit, span(start, start + edit.newText.length));
    end = edit.span.end;
    by += edit.newText.length - (end - edit.span.start);
  }
  return { text: fold(applyEdits(text, [...places.keys()])), places };
}

/** As much of the text on either side of a word as may say how a figure is read, in code units. */
const NEAR = 40;

/** Whether one edit alone leaves the figures near it as they are. */
function keepsFigures({ folded, vocabulary }: Paragraph, { span: { start, end }, newText }: Edit): boolean {
  const figuresWith = (words: string) =>
    stated(scan(folded.slice(Math.max(0, start - NEAR), start) + words + folded.slice(end, end + NEAR), vocabulary));
  return figuresWith(newText) === figuresWith(folded.slice(start, end));
}
