import type { Span } from "../text/span.ts";
import type { Place } from "./place.ts";

/** A title is longer than this only where one of its marks was lost. */
const LONGEST_TITLE = 120;

const OPENED_BY: Readonly<Record<string, string>> = {
  "”": "“",
  "’": "‘",
  "」": "「",
  "』": "『",
  "》": "《",
  "〉": "〈",
};
const TITLE = new Set(["《", "〈"]);
const MARKS = /[“”‘’「」『』《》〈〉"\n\r]/g;

interface Zones {
  readonly quotations: Span[];
  readonly titles: Span[];
}

/**
 * What stands between a pair of marks, marks included: quotations “…”, and titles of documents 《…》. Each list is in order of
 * its start, and its spans nest and never cross. A mark without its partner on the line opens nothing.
 */
function zones(text: string): Zones {
  const found: Zones = { quotations: [], titles: [] };
  let open: { mark: string; start: number }[] = [];
  const waiting = new Map<string, number>();
  const close = (mark: string, end: number) => {
    for (;;) {
      const last = open.pop()!;
      waiting.set(last.mark, waiting.get(last.mark)! - 1);
      if (last.mark !== mark) continue;
      if (!TITLE.has(mark)) found.quotations.push({ start: last.start, end });
      else if (end - last.start <= LONGEST_TITLE) found.titles.push({ start: last.start, end });
      return;
    }
  };
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const partner = mark === '"' && waiting.get(mark) ? mark : OPENED_BY[mark];
    if (mark === "\n" || mark === "\r") {
      open = [];
      waiting.clear();
    } else if (!partner) {
      open.push({ mark, start: index });
      waiting.set(mark, (waiting.get(mark) ?? 0) + 1);
    } else if (waiting.get(partner)) close(partner, index + 1);
  }
  found.quotations.sort((a, b) => a.start - b.start);
  found.titles.sort((a, b) => a.start - b.start);
  return found;
}

/** The innermost of nested spans around an offset; offsets must be asked in rising order. */
function innermost(spans: readonly Span[]): (at: number) => Span | null {
  const open: Span[] = [];
  let next = 0;
  const leave = (at: number) => {
    while (open.length > 0 && open.at(-1)!.end <= at) open.pop();
  };
  return (at) => {
    for (; next < spans.length && spans[next]!.start <= at; next++) {
      leave(spans[next]!.start);
      open.push(spans[next]!);
    }
    leave(at);
    return open.at(-1) ?? null;
  };
}

/**
 * What stands around an offset of a text; offsets must be asked in rising order.
 * @param names where names of the project's dictionary stand, in order.
 */
export function surroundings(
  text: string,
  names: readonly Span[],
): (at: number) => Pick<Place, "quotation" | "inTitle" | "name"> {
  const { quotations, titles } = zones(text);
  const [quotation, title, name] = [innermost(quotations), innermost(titles), innermost(names)];
  return (at) => ({ quotation: quotation(at), inTitle: title(at) !== null, name: name(at) });
}
