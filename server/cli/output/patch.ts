import { formatPatch, OMIT_HEADERS, structuredPatch } from "diff";
import { MOST_CHANGED_LINES } from "../../text/difference.ts";

/** The difference of two texts, as the program patch reads it. The library would write names in 汉字 as octal numbers. */
export const patch = (name: string, before: string, after: string): string =>
  `--- ${name}\n+++ ${name}\n${formatPatch(compared(name, before, after), OMIT_HEADERS)}`;

/** What differs in two texts; two that have little in common differ as wholes. */
const compared = (name: string, before: string, after: string) =>
  structuredPatch(name, name, before, after, undefined, undefined, { maxEditLength: MOST_CHANGED_LINES }) ?? {
    oldFileName: name,
    newFileName: name,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [exchanged(linesOf(before), linesOf(after))],
  };

const exchanged = (before: readonly string[], after: readonly string[]) => ({
  oldStart: 1,
  oldLines: before.length,
  newStart: 1,
  newLines: after.length,
  lines: [...signed("-", before), ...signed("+", after)],
});

const signed = (sign: string, lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => (line.endsWith("\n") ? sign + line.slice(0, -1) : [sign + line, UNENDED]));

const UNENDED = "\\ No newline at end of file";

/** The lines of a text with what ends them. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
