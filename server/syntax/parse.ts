import { detached } from "../text/detach.ts";
import { fold } from "../text/fold.ts";
import { once } from "../text/memo.ts";
import { isSpace } from "../text/space.ts";
import { type Span, span } from "../text/span.ts";
import type { Block, Placed } from "./block.ts";
import { furnitureMarks, isFurniture, isTableRow } from "./furniture.ts";
import { LABEL_FORMS, type Label, type LabelForm, labelAt } from "./label.ts";

/** A parsed text: its blocks in order, which together are the text to the letter. */
export interface Syntax {
  readonly blocks: readonly Placed[];
  /** The blocks of each distinct line, which the next parse may hand back. */
  readonly lines: ReadonlyMap<string, readonly Block[]>;
}

/**
 * Cuts a text into blocks. Total and linear: any text has blocks.
 * @param previous the parse of an earlier version; each block that it shares with this text comes back as the same
 *   object, so that whatever is memoised by block stays known.
 */
export function parse(text: string, previous?: Syntax): Syntax {
  const written = linesOf(text);
  const lines = new Map<string, readonly Block[]>();
  const left = once(() => leftOver(previous, new Set(written)));
  // Of a text that is edited again and again, each new line would keep the version that it came with.
  const cutAnew = (line: string): readonly Block[] =>
    previous ? blocksOf(detached(line)).map((block) => takeFrom(left(), block) ?? block) : blocksOf(line);
  const blocks: Placed[] = [];
  let start = 0;
  for (const line of written) {
    let cut = lines.get(line);
    if (!cut) {
      cut = previous?.lines.get(line) ?? cutAnew(line);
      lines.set(line, cut);
    }
    for (const block of cut) {
      blocks.push({ block, start });
      start += block.text.length;
    }
  }
  return { blocks, lines };
}

/** The lines of a text, their line ends included. */
function linesOf(text: string): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}

/** Where the line ends that begins at an offset, behind its line end. */
function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF) return at + 1;
    if (unit === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return text.length;
}

const [LF, CR] = [10, 13];

/** The blocks of the lines of an earlier parse that are no longer written, by what they hold. */
const leftOver = (previous: Syntax | undefined, written: ReadonlySet<string>): Map<string, Block> =>
  new Map(
    [...(previous?.lines ?? [])].flatMap(([line, cut]) =>
      written.has(line) ? [] : cut.map((block) => [keyOf(block), block] as const),
    ),
  );

/** The block that equals one, which nothing else is then to have: blocks of unlike lines are never the same object. */
function takeFrom(left: Map<string, Block>, block: Block): Block | undefined {
  const key = keyOf(block);
  const found = left.get(key);
  left.delete(key);
  return found;
}

/** Two blocks with one key are equal in all they hold. */
const keyOf = (block: Block): string =>
  block.kind === "heading"
    ? `${block.runIn}${block.level}${block.title.start},${block.title.end}:${block.text}`
    : `${block.kind}:${block.text}`;

/** The blocks of one line, its line end included. They depend on the line alone. */
function blocksOf(line: string): readonly Block[] {
  const folded = fold(line);
  const trimmed = folded.trim();
  if (trimmed === "") return [{ kind: "blank", text: line }];
  if (isFurniture(trimmed)) return [{ kind: "residue", text: line }];
  if (isTableRow(folded) && !titled(trimmed)) return [{ kind: "row", text: line }];
  const blocks: Block[] = [];
  let at = 0;
  for (const [start, end] of [...furnitureMarks(folded), [line.length, line.length] as const]) {
    if (start < at) continue;
    if (start > at) for (const block of prose(line, folded, at, start)) blocks.push(block);
    if (end > start) blocks.push({ kind: "residue", text: line.slice(start, end) });
    at = end;
  }
  return absorbLineEnd(blocks);
}

/** A tab in a title makes no table; where a count stands in a cell of its own, it does. */
const titled = (trimmed: string): boolean =>
  !trimmed.includes("|") && labelAt(trimmed, 0, true) !== null && !/\t\s{0,9}\d[\d.,]*\s{0,9}(?:\t|$)/.test(trimmed);

/** Gives a lone line end, left over behind a mark, to the block before it. */
function absorbLineEnd(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  const before = blocks.at(-2);
  if (!last || !before || !isSpace(last.text) || last.kind === "residue") return blocks;
  return [...blocks.slice(0, -2), { ...before, text: before.text + last.text }];
}

/** Cuts line[from, to) where headings begin, and each heading from the text that runs on behind it. */
function prose(line: string, folded: string, from: number, to: number): Block[] {
  const starts = headingStarts(folded, from, to);
  const blocks: Block[] = [];
  const body = (start: number, end: number) => {
    if (end > start) blocks.push({ kind: "body", text: line.slice(start, end) });
  };
  body(from, starts[0]?.start ?? to);
  starts.forEach((found, i) => {
    const end = starts[i + 1]?.start ?? to;
    const { title, stop } = titleOf(folded, found, end);
    const text = line.slice(found.start, stop);
    blocks.push({
      kind: "heading",
      text,
      label: found.label && written(found.label, line, found.start),
      level: found.level,
      title: back(title, found.start),
      runIn: !isSpace(folded.slice(stop, end)),
    });
    body(stop, end);
  });
  return blocks;
}

/** The label as the line spells it, with offsets into the block that begins at `start`. */
const written = (label: Label, line: string, start: number): Label => ({
  ...label,
  text: line.slice(label.span.start, label.span.end),
  span: back(label.span, start),
});

const back = (s: Span, by: number): Span => span(s.start - by, s.end - by);

interface HeadingStart {
  readonly start: number;
  readonly label: Label | null;
  readonly level: number;
  /** Where the title begins. */
  readonly after: number;
}

const LEAD = /[\s*]*/y;
const HASHES = /(#{1,6})\s{1,9}(?:\*\*)?/y;
/** A label inside a line counts behind a full stop, or behind the blank that follows a title without one. */
const INNER = /[。!?:”’」)】](?=\s{0,9}[一二三四五六七八九十(\d①-⑳])|\s(?=[一二三四五六七八九十(\d①-⑳])/g;

function headingStarts(folded: string, from: number, to: number): HeadingStart[] {
  const starts: HeadingStart[] = [];
  const first = headingAt(folded, from, to);
  if (first) starts.push(first);
  let titleEnd = first ? stopAfter(folded, first.after) : from;
  INNER.lastIndex = first?.after ?? from;
  for (let match = INNER.exec(folded); match && match.index < to; match = INNER.exec(folded)) {
    const label = labelAt(folded, skipBlanks(folded, match.index + 1), false);
    if (!label || label.span.end >= to || !opensTitle(folded, label, to)) continue;
    const behindTitle = isSpace(folded[match.index]!) && match.index < titleEnd;
    if (!behindTitle && !endsSentence(folded, lastInk(folded, match.index), label.form)) continue;
    starts.push({ start: label.span.start, label, level: levelOf(label.form), after: label.span.end });
    titleEnd = stopAfter(folded, label.span.end);
    INNER.lastIndex = label.span.end;
  }
  return starts;
}

function stopAfter(folded: string, at: number): number {
  const stop = folded.indexOf("。", at);
  return stop < 0 ? folded.length : stop;
}

/** A first-level heading may also follow the colon of 报告如下：. */
function endsSentence(folded: string, at: number, form: LabelForm): boolean {
  const c = folded[at] ?? "";
  if (c === ":") return form === "一、";
  return /[。!?]/.test(/[”’」)】]/.test(c) ? (folded[at - 1] ?? "") : c);
}

function headingAt(folded: string, from: number, to: number): HeadingStart | null {
  HASHES.lastIndex = from;
  const hashes = HASHES.exec(folded);
  LEAD.lastIndex = hashes ? HASHES.lastIndex : from;
  LEAD.exec(folded);
  const at = LEAD.lastIndex;
  const label = labelAt(folded, at, true);
  if (label && label.span.end < to && isHeadingLabel(folded, label, to)) {
    return { start: from, label, level: levelOf(label.form), after: label.span.end };
  }
  return hashes ? { start: from, label: null, level: hashes[1]!.length - 1, after: at } : null;
}

/** At the start of a line: what opens with a number is a heading unless it reads on as a sentence. */
function isHeadingLabel(folded: string, label: Label, to: number): boolean {
  const rest = folded.slice(label.span.end, Math.min(to, label.span.end + 400));
  if (label.form === "一是") return !/[。;,]\s?[二三四五六七八九十]{1,3}是/.test(rest);
  if (!/^[\s*]*[^\s,。;:、)]/.test(rest)) return false;
  return label.form !== "一、" || label.regular || (rest.trim().length <= 40 && !/[。;]./.test(rest));
}

/** Inside a line: the words behind the label must look like a title. */
function opensTitle(folded: string, label: Label, to: number): boolean {
  const rest = folded.slice(label.span.end, Math.min(to, label.span.end + 44));
  if (!/^\s*[\u4e00-\u9fff“《\d]/.test(rest)) return false;
  const endsLine = label.span.end + rest.length > lastInk(folded, to - 1) && !/[。;]/.test(rest);
  return label.form !== "一、" || endsLine || TITLE_WORD.test(rest);
}

const TITLE_WORD =
  /不足|问题|原因|举措|措施|成效|做法|情况|安排|计划|打算|思路|职责|总结|工作|建设|回顾|部署|目标|任务|亮点|体系|能力/;

const levelOf = (form: LabelForm): number => LABEL_FORMS.indexOf(form) + 1;

/** What opens the text behind a title and a blank: the first of its points. */
const POINT = /^\s+(?:一是|第一|首先|一方面|一要)/;

const TITLE_LIMIT = 60;
const POINT_LIMIT = 40;

/**
 * Where the title of a heading stands and where its block ends: behind its stop, or at the blank that sets it off from
 * the text. A first sentence too long for a title is text, and the heading is its label alone.
 */
function titleOf(folded: string, { label, after }: HeadingStart, to: number): { title: Span; stop: number } {
  const limit = label?.form === "一是" ? POINT_LIMIT : TITLE_LIMIT;
  const start = skipBlanks(folded, after);
  let depth = 0;
  let blank = -1;
  let i = start;
  for (; i < to && i < start + 4 * limit; i++) {
    const c = folded[i]!;
    if ("“《(「".includes(c)) depth++;
    else if ("”》)」".includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === "。" || c === "!")) break;
    else if (depth === 0 && blank < 0 && i > start && isSpace(c) && c !== "\n" && c !== "\r") blank = i;
  }
  const stopped = i < to && "。!".includes(folded[i] ?? "");
  const sentenceEnd = stopped ? i : i >= to ? lastInk(folded, to - 1) + 1 : to;
  const runsOn =
    blank > 0 &&
    (POINT.test(folded.slice(blank, blank + 6)) ||
      (sentenceEnd - blank > 20 && /[,;。]/.test(folded.slice(blank, Math.min(to, blank + 400)))));
  const cut = runsOn ? blank : -1;
  if (cut > 0 && cut - start <= limit) return { title: trimTitle(folded, start, cut), stop: skipBlanks(folded, cut) };
  if (sentenceEnd - start > limit) return { title: span(after, after), stop: start };
  return { title: trimTitle(folded, start, sentenceEnd), stop: stopped ? blankLineEnd(folded, i + 1, to) : to };
}

/** The end of the heading's block: behind the stop, doubled or not, and with the line end where nothing else follows. */
function blankLineEnd(folded: string, at: number, to: number): number {
  let i = at;
  while (i < to && folded[i] === "。") i++;
  return Math.min(skipBlanks(folded, i), to);
}

function trimTitle(folded: string, start: number, end: number): Span {
  let last = end;
  while (last > start && (isSpace(folded[last - 1]!) || "*:".includes(folded[last - 1]!))) last--;
  return span(start, last);
}

function skipBlanks(folded: string, at: number): number {
  let i = at;
  while (i < folded.length && isSpace(folded[i]!)) i++;
  return i;
}

function lastInk(folded: string, at: number): number {
  let i = at;
  while (i >= 0 && isSpace(folded[i]!)) i--;
  return i;
}
