import type { Report } from "../../report/report.ts";
import type { Heading, Placed } from "../../syntax/block.ts";
import { isFurniture } from "../../syntax/furniture.ts";
import { isHeading, type Section } from "../../syntax/outline.ts";
import { fold } from "../../text/fold.ts";
import { greatest } from "../../text/list.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "structure/run-in-heading",
  scope: "document",
  severity: "warning",
  basis: "standard",
  formal: true,
  summary: say("标题另起一行。", "A heading begins a line of its own."),
  why: say(
    "标题挤在行中，目录里找不到，读者也看不出层次；多半是粘贴时丢了换行。",
    "A heading inside a line is lost to readers and to the table of contents; line ends were lost in pasting.",
  ),
  source: say("GB/T 9704—2012 7.3.3", "GB/T 9704—2012, 7.3.3"),
  examples: [
    { good: "某局2024年工作总结\n一、主要工作\n（一）抓学习。全年学习12次。\n（二）抓落实。办结8件。\n" },
    {
      bad: "某局2024年工作总结\n一、主要工作\n（一）抓学习。全年学习12次。⟦（二）抓落实⟧。办结8件。\n",
      fixed: "某局2024年工作总结\n一、主要工作\n（一）抓学习。全年学习12次。\n（二）抓落实。办结8件。\n",
    },
    {
      bad: "某局2024年工作总结\n⟦一、2024年主要工作⟧ 全年坚持学用结合，组织集中学习12次，办结群众来信8件。\n",
      fixed: "某局2024年工作总结\n一、2024年主要工作\n全年坚持学用结合，组织集中学习12次，办结群众来信8件。\n",
    },
    {
      bad: "某局2024年工作总结\n一、主要工作\n（一）抓学习。全年学习12次。\n⟦（二）抓落实严格执行首问负责制⟧，推行限时办结和全程代办，全年办结8件。\n（三）抓队伍。新进3人。\n",
    },
  ],
  *check(report) {
    // All that is glued together in one line is one fault, told at its first place.
    const lines = new Map<number, Place[]>();
    const numbers = lineNumbers(report.blocks);
    for (const place of places(report, numbers)) push(lines, place);
    const whole = new Set(report.blocks.flatMap(({ block }, i) => (readsOtherwise(block.text) ? [numbers[i]] : [])));
    for (const [number, line] of lines) yield finding(line, !whole.has(number));
    yield* unstopped(report.sections);
  },
});

/**
 * Whether a piece of a line, alone on one of its own, is no heading and no text any more: a row of a table by what parts its cells,
 * or what a web page leaves behind (编辑：).
 */
const readsOtherwise = (text: string): boolean => /[|｜\t]/.test(text) || isFurniture(fold(text.trim()));

/** For each block, which line of the text it begins in. */
function lineNumbers(blocks: readonly Placed[]): readonly number[] {
  let line = 0;
  return blocks.map((_, i) => {
    if (/[\r\n]$/.test(blocks[i - 1]?.block.text ?? "")) line++;
    return line;
  });
}

function push(lines: Map<number, Place[]>, place: Place): void {
  const line = lines.get(place.line);
  if (line) line.push(place);
  else lines.set(place.line, [place]);
}

interface Place {
  readonly line: number;
  readonly heading: Placed<Heading>;
  /** Where the heading is glued to what stands before it, and to what stands behind it. */
  readonly breaks: readonly { readonly start: number; readonly end: number }[];
}

function* places({ blocks, text }: Report, lines: readonly number[]): Iterable<Place> {
  for (const [i, placed] of blocks.entries()) {
    if (!isHeading(placed)) continue;
    const { block, start } = placed;
    const before = /[^\S\r\n]{0,8}$/.exec(text.slice(Math.max(0, start - 8), start))![0].length;
    const glued =
      start - before > 0 && !/[\r\n]/.test(text[start - before - 1]!) && blocks[i - 1]?.block.kind !== "residue";
    const behind = block.text.slice(block.title.end);
    // A title without a stop, set off by a blank from text that runs on.
    const unstopped = block.runIn && block.title.end > block.title.start && /^\s+$/.test(behind);
    if (!glued && !unstopped) continue;
    yield {
      line: lines[i]!,
      heading: placed,
      breaks: [
        ...(glued ? [span(start - before, start)] : []),
        ...(unstopped && blocks[i + 1]?.block.kind === "body"
          ? [span(start + block.title.end, start + block.text.length)]
          : []),
      ],
    };
  }
}

function finding(line: readonly Place[], isMendable: boolean): Finding {
  const { heading } = line[0]!;
  const { block, start } = heading;
  const from = start + Math.max(0, block.text.search(/\S/));
  return {
    span: span(from, start + Math.max(block.title.end, block.label?.span.end ?? 1)),
    message:
      line.length > 1
        ? say(
            `这一行里挤了${line.length}个标题（从“${block.label?.text ?? ""}”起），标题应各自另起一行。`,
            `${line.length} headings are run together in this line; each belongs on a line of its own.`,
          )
        : say(
            "标题与前后文字挤在一行，应另起一行。",
            "This heading is run together with other text; it belongs on a line of its own.",
          ),
    fixes: isMendable
      ? [
          {
            title:
              line.length > 1
                ? say("这一行的标题全部分行", "Break the line at every heading")
                : say("分行", "Break the line"),
            safe: true,
            edits: line.flatMap(({ breaks }) => breaks.map((at) => ({ span: at, newText: "\n" }))),
          },
        ]
      : [],
  };
}

const SHORT = 30;

/**
 * Headings that run into their text without a stop: all their siblings have short titles, and this one goes on for a
 * sentence (（二）抓落实严格执行…，全年办结8件。).
 */
function* unstopped(siblings: readonly Section[]): Iterable<Finding> {
  const titled = siblings.filter(({ heading, label }) => heading && label && label.form !== "一是");
  const first = titled.map(({ heading, body }) => firstSentence(heading!, body[0]));
  const long = titled.filter((_, i) => first[i]!.length > SHORT);
  const others = first.filter((sentence) => sentence.length <= SHORT);
  const usual = greatest(
    others.map((sentence) => sentence.length),
    0,
  );
  const commas = greatest(others.map(commasIn), 0);
  if (long.length === 1 && others.length >= 2) {
    const [section] = long as [Section];
    const sentence = first[titled.indexOf(section)]!;
    if (sentence.length > usual + 12 && commasIn(sentence) > commas) {
      const { start, block } = section.heading!;
      const from = start + block.label!.span.start;
      yield {
        span: span(from, start + block.label!.span.end + sentence.search(/[，,]/)),
        message: say(
          "标题与正文连在一起，中间少了句号；请在标题后加句号，或让正文另起一行。",
          "This heading runs into its text without a stop; end the heading, or begin a new line.",
        ),
      };
    }
  }
  for (const { children } of siblings) yield* unstopped(children);
}

/** What stands behind the label up to the first stop, wherever the parser ended the title. */
function firstSentence({ block }: Placed<Heading>, body: Section["body"][number] | undefined): string {
  const title = block.text.slice(block.label?.span.end ?? 0).trim();
  const text = block.title.end > block.title.start ? title : (body?.block.text ?? "").trim();
  return /^[^。；;\n]*/.exec(text)![0].trim();
}

const commasIn = (text: string): number => (text.match(/[，,]/g) ?? []).length;
