import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Section } from "../../server/syntax/outline.ts";
import { isFlat } from "./breaks.ts";
import { linted, loud } from "./lint.ts";

const folder = new URL("sound/", import.meta.url);
const reports = readdirSync(folder)
  .map((name) => [name, readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n")] as const)
  .filter(([, text]) => !isFlat(text));

const lines = (change: (line: string) => string) => (text: string) =>
  text
    .split("\n")
    .map((line) => (/^\s*$|^[|#]/.test(line) ? line : change(line)))
    .join("\n");

/** Ways to lay out one and the same report. */
const LAYOUTS: Readonly<Record<string, (text: string) => string>> = {
  "indented by two ideographic spaces": lines((line) => `　　${line}`),
  "indented by four spaces": lines((line) => `    ${line}`),
  "with blanks at the ends of lines": lines((line) => `${line}  `),
  "without blank lines": (text) => text.replace(/\n\s*\n/g, "\n"),
  "with the line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
  "with page numbers": (text) => {
    let page = 0;
    return text.replace(/\n\n/g, (gap) => (++page % 5 === 0 ? `\n\n— ${page / 5} —\n\n` : gap));
  },
  "with headings in bold": (text) =>
    text.replace(/^((?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^。\n]{2,40})$/gm, "**$1**"),
  "with full-width points": (text) => text.replace(/^(\d)\.(?=\D)/gm, "$1．"),
  "with a blank behind each number": (text) =>
    text.replace(/^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d\.)(?=\S)/gm, "$1 "),
  "with blank lines around it": (text) => `\n\n\n${text}\n\n\n`,
};

const shape = (sections: readonly Section[]): unknown =>
  sections.map(({ title, level, children }) => [title.replaceAll("*", "").trim(), level, shape(children)]);

const plainly = new Map(reports.map(([name, text]) => [name, linted(text, name).report]));

describe.each(Object.entries(LAYOUTS))("a sound report %s", (_, layout) => {
  test.each(reports)("%s reads the same and stays sound", (name, text) => {
    const plain = plainly.get(name)!;
    const told = linted(layout(text), name, plain);
    expect(loud(layout(text), told)).toEqual([]);
    expect(shape(told.report.sections)).toEqual(shape(plain.sections));
    expect([told.report.kind, told.report.period]).toEqual([plain.kind, plain.period]);
    expect(told.report.signature.date?.text).toEqual(plain.signature.date?.text);
  });
});
