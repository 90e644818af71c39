import { greatest, least } from "../text/list.ts";
import { type Span, span } from "../text/span.ts";
import type { Count } from "./counting.ts";
import type { Piece } from "./pieces.ts";

/** A number of things and the things themselves, named beside it: 五大功能：A、B、C、D、E. */
export interface Listing {
  /** The number with its measure word: 五大. */
  readonly span: Span;
  readonly count: number;
  readonly items: readonly Span[];
  /** Whether the number is that of the items. Lists that may be read with other borders count as held. */
  readonly holds: boolean;
}

/** A thing of a list: the pieces between two marks, never none. */
export type Item = readonly Piece[];

/** Words of a table. */
export const set = (row: string): ReadonlySet<string> => new Set(row.split(" "));

/** They say that a list leaves something out, or begin another; some only where it begins. */
const OPEN = set("等 等等 例如 比如 诸如 …… … 其中");
const OPENED_BY = set("主要 主要是 主要有 如 含");
const JOINTS = set("和 及 与 以及 暨");

export const split = (pieces: readonly Piece[], mark: string): Piece[][] => {
  const parts: Piece[][] = [[]];
  for (const piece of pieces)
    if (piece.kind === "mark" && piece.text === mark) parts.push([]);
    else parts.at(-1)!.push(piece);
  return parts;
};

export const holdsMark = (pieces: readonly Piece[]): boolean => pieces.some(({ text }) => text === "、");
export const lengthOf = (item: Item): number => (item.length === 0 ? 0 : item.at(-1)!.end - item[0]!.start);

/** Whether a piece leaves a list open: 等, 例如. */
export const isOpen = ({ text }: Piece): boolean => OPEN.has(text);

/** The items between 、; null where the list says that it leaves some out, or holds counts or marks of other kinds. */
export function itemsOf(body: readonly Piece[], shortest = 2): readonly Item[] | null {
  if (!holdsMark(body)) return null;
  const items = split(body, "、");
  const odd =
    OPENED_BY.has(body[0]!.text) ||
    body.some(({ text, figure, kind }) => figure >= 0 || OPEN.has(text) || (kind === "mark" && text !== "、"));
  return odd || items.some((item) => lengthOf(item) < shortest) ? null : items;
}

/**
 * Between 、 only the last item may be two things; 和 within another is part of it.
 * @param reach by how much the number may be wrong to be told so; a larger difference speaks of a misread list
 * @param spare how many items at the beginning may be no part of the list
 */
export function judged({ span: at, value }: Count, items: readonly Item[], reach: number, spare: number): Listing {
  const joints = items.at(-1)!.filter(({ text }) => JOINTS.has(text)).length;
  const joined = joints === 1 && isEven(items);
  const least = items.length + (joined ? 1 : 0) - spare;
  const most = items.length + joints;
  const off = Math.max(least - value, value - most);
  return {
    span: at,
    count: value,
    items: itemSpans(items, joined),
    holds: off <= 0 || off > reach,
  };
}

/** The place of the word that joins the last two of several things; -1 where there is none. */
const jointOf = (item: Item): number =>
  item.findIndex(({ text }, i) => i > 0 && i < item.length - 1 && JOINTS.has(text));

/** Whether the last item is two things, each as long as the others: 队伍建设、阵地建设和制度建设. */
function isEven(items: readonly Item[]): boolean {
  const last = items.at(-1)!;
  const joint = jointOf(last);
  if (joint < 0) return false;
  if (last[joint]!.text === "以及") return true;
  const others = items.slice(0, -1).map(lengthOf);
  const [fewest, most] = [least(others), greatest(others)];
  return fewest === most && lengthOf(last.slice(0, joint)) === most && lengthOf(last.slice(joint + 1)) === most;
}

function itemSpans(items: readonly Item[], joined: boolean): readonly Span[] {
  const last = items.at(-1)!;
  const joint = jointOf(last);
  const parts = joined ? [...items.slice(0, -1), last.slice(0, joint), last.slice(joint + 1)] : items;
  return parts.map((item) => span(item[0]!.start, item.at(-1)!.end));
}
