import { chineseAt } from "../figures/chinese.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { type Span, span } from "../text/span.ts";
import type { Piece } from "./pieces.ts";

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

const KINDS = "位一体 个方面 个部分 个环节 个层面 大类 方面 部分 环节 层面 大 个 项 类 种 级".split(" ");
const SINGLES = "条 点 字 款 档 步 家 处 名 位 所 场 部 件 座 批 支".split(" ");
/** The longer stand before those that they begin with. */
const MEASURES = [...KINDS, ...SINGLES];
/** Measure words of kinds and parts, of which a number may sum up the list before it. */
const OF_KINDS: ReadonlySet<string> = new Set(KINDS);
export const sumsUp = ({ measure }: Count): boolean => OF_KINDS.has(measure);

/** They make an ordinal or a guess of the number, or a part of another: 第三批, 近两个, 又一个. */
const NOT_AFTER: ReadonlySet<string> = new Set("第 前 近 每 约 逾 余 超 超过 上 下 首 同 另 之 达 达到".split(" "));
const MOST = 20;

/** The number of things, from two to twenty, that begins at a piece; null where none does. */
export function countAt({ folded, figures }: Paragraph, pieces: readonly Piece[], at: number): Count | null {
  const piece = pieces[at]!;
  if (piece.kind !== "word" || NOT_AFTER.has(pieces[at - 1]?.text ?? "")) return null;
  const figure = figures[piece.figure];
  if (figure && (figure.kind !== "quantity" || figure.approximate)) return null;
  const numeral = figure
    ? { value: figure.value, end: figure.digits.end, hanzi: figure.hanzi }
    : chineseAt(folded, piece.start);
  const value = numeral?.value ?? null;
  if (!numeral || value === null || value < 2 || value > MOST || !Number.isInteger(value)) return null;
  const measure = MEASURES.find((word) => folded.startsWith(word, numeral.end));
  if (!measure) return null;
  const end = numeral.end + measure.length;
  let next = at + 1;
  while (next < pieces.length && pieces[next]!.start < end) next++;
  if (pieces[next - 1]!.end !== end) return null;
  const idiom = !figure && measure.length === 1;
  return { span: span(piece.start, end), value, measure, hanzi: numeral.hanzi, idiom, next };
}
