import { chineseAt } from "../figures/chinese.ts";
import type { Figure } from "../figures/figure.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { memo } from "../text/memo.ts";
import { type Span, span } from "../text/span.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/** A number of things, without a thing's name: 五大, 4个, 六部分. */
export interface Count {
  /** The number with its measure word. */
  readonly span: Span;
  readonly value: number;
  readonly measure: string;
  /** Written in 汉字: so are kinds and parts; what is counted is more often written in digits. */
  readonly hanzi: boolean;
  /** A fixed term begins like it (三项制度, 两个维护), or nothing says so. */
  readonly idiom: boolean;
  /** The place of the piece behind it. */
  readonly next: number;
}

const KINDS = "位一体 个方面 个部分 个环节 个层面 大类 方面 部分 环节 层面 大 个 项 类 种 级 镇 乡 道 张".split(" ");
const SINGLES = "条 点 字 款 档 步 家 处 名 位 所 场 部 件 座 批 支 块 关 环".split(" ");
/** The longer stand before those that they begin with. */
const MEASURES = [...KINDS, ...SINGLES];
/** Measure words of kinds and parts, of which a number may sum up the list before it. */
const OF_KINDS: ReadonlySet<string> = new Set(KINDS);
export const sumsUp = ({ measure }: Count): boolean => OF_KINDS.has(measure);

/** They make an ordinal or a guess of the number, or a part of another: 第三批, 近两个, 又一个. */
const NOT_AFTER: ReadonlySet<string> = new Set("第 前 近 每 约 逾 余 超 超过 上 下 首 同 另 之 达 达到".split(" "));
const MOST = 20;

/** What a character may be of a number of things: of its numeral, its numeral and no less than two, of a measure word. */
const [NUMERAL, SEVERAL, MEASURE] = [1, 2, 4];
const roles = new Uint8Array(0x10000);
for (const c of "〇零一二两三四五六七八九十廿") roles[c.charCodeAt(0)] = NUMERAL | (c === "一" ? 0 : SEVERAL);
for (const [c = ""] of MEASURES) roles[c.charCodeAt(0)]! |= MEASURE;

/** Whether a figure may be a number of things. */
const counts = ({ kind, approximate, value }: Figure): boolean =>
  kind === "quantity" && !approximate && value !== null && value >= 2 && value <= MOST && Number.isInteger(value);

/** Whether a paragraph may hold a number of things. Most do not, and are not cut into pieces. */
export const mayCount = memo(({ folded, figures }: Paragraph): boolean => {
  for (const figure of figures) if (counts(figure) && isMeasure(folded, figure.digits.end)) return true;
  let last = 0;
  for (let at = 0, before = 0; at < folded.length; at++) {
    const role = roles[folded.charCodeAt(at)]!;
    if ((role & MEASURE) !== 0 && ((last & SEVERAL) !== 0 || (last & before & NUMERAL) !== 0)) return true;
    before = last;
    last = role;
  }
  return false;
});

const isMeasure = (text: string, at: number): boolean =>
  at < text.length && (roles[text.charCodeAt(at)]! & MEASURE) !== 0;

/** The numbers of things in a paragraph, by the places of the pieces that they begin at; those within pairs of marks are left out. */
export const countsOf = memo((paragraph: Paragraph): ReadonlyMap<number, Count> => {
  if (!mayCount(paragraph)) return NONE;
  const pieces = piecesOf(paragraph);
  const found = new Map<number, Count>();
  for (let at = 0; at < pieces.length; at++) {
    const count = countAt(paragraph, pieces, at);
    if (count) found.set(at, count);
  }
  return found;
});

const NONE: ReadonlyMap<number, Count> = new Map();

/** The number of things, from two to twenty, that begins at a piece; null where none does. */
export function countAt({ folded, figures }: Paragraph, pieces: readonly Piece[], at: number): Count | null {
  const piece = pieces[at]!;
  const figure = figures[piece.figure];
  if (figure ? !counts(figure) : (roles[folded.charCodeAt(piece.start)]! & NUMERAL) === 0) return null;
  if (piece.kind !== "word" || NOT_AFTER.has(pieces[at - 1]?.text ?? "")) return null;
  const numeral = figure
    ? { value: figure.value, end: figure.digits.end, hanzi: figure.hanzi }
    : chineseAt(folded, piece.start);
  const value = numeral?.value ?? null;
  if (!numeral || value === null || value < 2 || value > MOST || !Number.isInteger(value)) return null;
  if (!isMeasure(folded, numeral.end)) return null;
  const measure = MEASURES.find((word) => folded.startsWith(word, numeral.end));
  if (!measure) return null;
  const end = numeral.end + measure.length;
  let next = at + 1;
  while (next < pieces.length && pieces[next]!.start < end) next++;
  if (pieces[next - 1]!.end !== end) return null;
  const idiom = !figure && measure.length === 1;
  return { span: span(piece.start, end), value, measure, hanzi: numeral.hanzi, idiom, next };
}
