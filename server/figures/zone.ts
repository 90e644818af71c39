import type { Span } from "../text/span.ts";

/** What stands between a pair of marks, marks included: a quotation “…”, or the title of a document 《…》. */
interface Zone extends Span {
  readonly kind: "quotation" | "title";
}

/** A title is longer than this only where its mark was lost. */
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

/** All quotations and titles in order of their start. They nest and never cross; a mark without its partner on the line opens none. */
function zones(text: string): readonly Zone[] {
  const found: Zone[] = [];
  let open: { mark: string; start: number }[] = [];
  const waiting = new Map<string, number>();
  const close = (mark: string, end: number) => {
    for (let left = waiting.get(mark) ?? 0; left > 0; ) {
      const last = open.pop()!;
      waiting.set(last.mark, waiting.get(last.mark)! - 1);
      if (last.mark !== mark) continue;
      const kind = TITLE.has(mark) ? "title" : "quotation";
      if (kind === "quotation" || end - last.start <= LONGEST_TITLE) found.push({ kind, start: last.start, end });
      left = 0;
    }
  };
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const partner = mark === '"' && waiting.get(mark) ? mark : OPENED_BY[mark];
    if (mark === "\n" || mark === "\r") {
      open = [];
      waiting.clear();
    } else if (partner) close(partner, index + 1);
    else {
      open.push({ mark, start: index });
      waiting.set(mark, (waiting.get(mark) ?? 0) + 1);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What stands around an offset of the text. Offsets must be asked in rising order. */
export function surroundings(text: string): (at: number) => { quotation: Span | null; inTitle: boolean } {
  const all = zones(text);
  const open: Readonly<Record<Zone["kind"], Zone[]>> = { quotation: [], title: [] };
  let next = 0;
  const leave = (at: number) => {
    for (const stack of [open.quotation, open.title]) while (stack.length > 0 && stack.at(-1)!.end <= at) stack.pop();
  };
  return (at) => {
    for (; next < all.length && all[next]!.start < at; next++) {
      leave(all[next]!.start);
      open[all[next]!.kind].push(all[next]!);
    }
    leave(at);
    return { quotation: open.quotation.at(-1) ?? null, inTitle: open.title.length > 0 };
  };
}
