import type { Paragraph } from "../report/paragraph.ts";
import { formatLabel } from "../syntax/label.ts";
import { memo } from "../text/memo.ts";
import { type Span, span } from "../text/span.ts";
import { type Count, countsOf } from "./counting.ts";
import { set } from "./items.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/** A number of points that a paragraph promises, and those of them that it holds: 抓好三件事：一是…；二是…. */
export interface Promised {
  /** The number with its measure word: 六个方面. */
  readonly span: Span;
  readonly count: number;
  /** Where the numbers of the points stand; empty where they are left to the paragraphs that follow. */
  readonly points: readonly Span[];
}

/** The promises of a paragraph whose points follow at once; one without points is its last words. */
export const promisesOf = memo((paragraph: Paragraph): readonly Promised[] => {
  const counts = countsOf(paragraph);
  if (counts.size === 0) return NONE;
  const pieces = piecesOf(paragraph);
  return [...counts].flatMap(([at, count]) => {
    const end = announced(paragraph, pieces, at, count);
    if (end === null) return [];
    const points = pointsFrom(paragraph, pieces, end + 1);
    return points && (points.length > 0 || end >= pieces.length - 1)
      ? [{ span: count.span, count: count.value, points }]
      : [];
  });
});

const NONE: readonly Promised[] = [];

/** Parts of a matter are told one by one; what is counted in another measure must be a noun that is. */
const PARTS = set("方面 个方面 环节 个环节 层面 个层面 部分 个部分 点");
const TOLD = set(
  "工作 任务 重点 举措 措施 大事 实事 好事 事 事情 问题 不足 短板 困难 差距 特点 特征 亮点 做法 目标 要求 原则 行动 关系 意见 建议 打算 " +
    "成效 变化 突破 提升 转变 关键 文章 硬仗",
);
/** They say that what is counted will be told. */
const ANNOUNCING = set(
  "以下 如下 下面 重点 着重 着力 主要 突出 做好 抓好 抓 做 干好 办好 做了 抓了 做到 把握 把握好 采取 从 围绕 体现 表现 存在 有 还有 " +
    "聚焦 推进 实施 落实 狠抓 坚持 全力 集中 处理好 强化",
);
/** Measures of what is told point by point, whatever it is; 3家企业 and 5个部门 are none of the points. */
const POINTS = set("项 件 条 招 步");
/** Measures and nouns of who does something, or where and when: behind a colon may stand what they do. */
const BODIES = set("家 名 位 所 支 镇 乡 批 级");
const WHO = set("乡镇 镇街 街道 村 社区 小区 园区 县 区 市 县区 部门 单位 企业 学校 月 季度 年头 支部 基地 场所");
const isWho = (named: readonly Piece[], { measure }: Count): boolean =>
  BODIES.has(measure) || named.some(({ text }) => WHO.has(text));
const ENDS = set(": 。 ; , ( !");
const BORDERS = set("。 , ; : ! ? \n");
const NAME = 12;
const REACH = 24;

/**
 * The place of the mark behind a number that announces points, or that of the paragraph's end; null where it announces none.
 * In a heading it does without further words.
 */
function announced({ folded, block }: Paragraph, pieces: readonly Piece[], at: number, count: Count): number | null {
  let end = count.next;
  while (end < pieces.length && pieces[end]!.kind !== "mark") {
    if (pieces[end]!.figure >= 0 || pieces[end]!.end - count.span.end > NAME) return null;
    end++;
  }
  // 六项活动：一是…, 四块硬骨头：一是…: whatever is counted, it is told at once.
  if (
    (POINTS.has(count.measure) || (count.hanzi && !isWho(pieces.slice(count.next, end), count))) &&
    pieces[end]?.text === ":" &&
    pieces[end + 1] &&
    beginsPoints(folded, pieces[end + 1]!.start)
  )
    return end;
  const tail = pieces.slice(count.next, end);
  const told = PARTS.has(count.measure) || tail.some(({ text }) => TOLD.has(text) || PARTS.has(text));
  if (!told || (end < pieces.length && !ENDS.has(pieces[end]!.text))) return null;
  if (block.kind === "heading" || pieces[end]?.text === ":") return end;
  let from = at;
  while (from > 0 && at - from < REACH && !BORDERS.has(pieces[from - 1]!.text)) from--;
  return pieces.slice(from, at).some(({ text }) => ANNOUNCING.has(text)) ? end : null;
}

/** How the n-th point of a series is numbered, by its 汉字. */
const SERIES: readonly ((number: string) => string)[] = [
  (number) => `${number}是`,
  (number) => `${number}要`,
  (number) => `第${number},`,
  (number) => `(${number})`,
];
const hanzi = (number: number): string => formatLabel("一、", number).slice(0, -1);

/** Whether points, and no list, begin at an offset of a folded text: 一是…. */
export const beginsPoints = (folded: string, at: number): boolean => seriesAt(folded, at) !== undefined;

const seriesAt = (folded: string, at: number) => SERIES.find((write) => folded.startsWith(write(hanzi(1)), at));

/** The points that begin at a piece, in order; null where a later one shows that one of them is missing. */
function pointsFrom({ folded }: Paragraph, pieces: readonly Piece[], from: number): readonly Span[] | null {
  const start = pieces[from]?.start ?? folded.length;
  const series = seriesAt(folded, start);
  if (!series) return [];
  const points: Span[] = [];
  for (let i = from; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (i > from && pieces[i - 1]!.kind !== "mark") continue;
    const stands = (number: number): boolean => folded.startsWith(series(hanzi(number)), piece.start);
    const next = points.length + 1;
    if (stands(next)) points.push(span(piece.start, piece.start + series(hanzi(next)).length));
    else if (stands(next + 1)) return null;
    else if (stands(1)) break;
  }
  return points;
}
