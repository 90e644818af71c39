import type { Paragraph } from "../../../report/paragraph.ts";
import { tokensOf } from "../../../statements/tokens.ts";
import type { Span } from "../../../text/span.ts";
import { dictionary } from "../../../words/dictionary.ts";
import type { Token } from "../../../words/lexer.ts";

/**
 * Whether a place of a paragraph keeps to the borders of words: there is no 己经 in 悦己经济 and no 业创 in 产业创业创新.
 * A word that it holds a word of does no harm, as 委托书 does none to 受权委托; and what is long does not come about by chance.
 */
export const keepsWords =
  (paragraph: Paragraph) =>
  ({ start, end }: Span): boolean => {
    if (end - start > LONGEST) return true;
    const [first, last] = [wordAround(paragraph, start), wordAround(paragraph, end)];
    return (
      (!first || isWord(paragraph, start, Math.min(first.end, end))) &&
      (!last || isWord(paragraph, Math.max(last.start, start), end))
    );
  };

const LONGEST = 4;

const isWord = ({ folded }: Paragraph, start: number, end: number): boolean =>
  end - start > 1 && dictionary().has(folded.slice(start, end));

/** The word that an offset lies inside of. */
function wordAround(paragraph: Paragraph, at: number): Token | null {
  const tokens = tokensOf(paragraph);
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tokens[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  const token = tokens[low];
  return token && token.figure < 0 && token.start < at && at < token.end ? token : null;
}
