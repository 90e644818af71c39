import type { Span } from "../text/span.ts";

/** What stands between a pair of marks: a quotation “…”, or the title of a document 《…》. */
export interface Zone extends Span {
  readonly kind: "quotation" | "title";
}

const OPENING: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "「": "」",
  "『": "』",
  "《": "》",
  "〈": "〉",
};
const CLOSING = new Set(Object.values(OPENING));
const TITLE = new Set(["《", "〈"]);

/**
 * All quotations and titles of a text, marks included, in order of their start; they nest and never cross.
 * A mark without its partner on the same line opens nothing.
 */
export function zones(text: string): readonly Zone[] {
  const found: Zone[] = [];
  let open: { mark: string; start: number }[] = [];
  const waiting = new Map<string, number>();
  const push = (mark: string, start: number) => {
    open.push({ mark, start });
    waiting.set(mark, (waiting.get(mark) ?? 0) + 1);
  };
  const pop = () => {
    const last = open.pop()!;
    waiting.set(last.mark, waiting.get(last.mark)! - 1);
    return last;
  };
  const close = (mark: string, end: number) => {
    if (!waiting.get(mark)) return;
    let last = pop();
    while (last.mark !== mark) last = pop();
    found.push({ kind: TITLE.has(mark) ? "title" : "quotation", start: last.start, end });
  };
  for (const { 0: mark, index } of text.matchAll(/[“”‘’「」『』《》〈〉"\n\r]/g)) {
    if (mark === "\n" || mark === "\r") {
      open = [];
      waiting.clear();
    } else if (mark === '"') {
      if (waiting.get(mark)) close(mark, index + 1);
      else push(mark, index);
    } else if (CLOSING.has(mark)) close(PARTNER[mark]!, index + 1);
    else push(mark, index);
  }
  return found.sort((a, b) => a.start - b.start);
}

const PARTNER: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(OPENING).map(([o, c]) => [c, o]));
