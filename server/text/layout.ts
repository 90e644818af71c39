import { isSpace } from "./space.ts";

/** The mark that ends the lines of a text: that of its first line. */
export const lineEnd = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";

/**
 * The text with its blank lines in order: none at the beginning, no two running, one line end at the end, and no blanks
 * at the end of a line. In Markdown, where two blanks at the end of a line break it, those stay.
 */
export function laidOut(text: string, markdown: boolean): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => (markdown && !isSpace(line) ? line : line.trimEnd()));
  const kept = lines.filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""));
  while (kept[0] === "") kept.shift();
  while (kept.at(-1) === "") kept.pop();
  const end = lineEnd(text);
  return kept.length === 0 ? "" : kept.join(end) + end;
}
