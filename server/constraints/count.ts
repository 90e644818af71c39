import { chineseAt } from "../figures/chinese.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { rowsOf } from "../statements/rows.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import { type Span, span } from "../text/span.ts";
import { reading } from "./holding.ts";
import { isExact, meet, total } from "./interval.ts";
import { isLevel, REACH, sameUnit } from "./reach.ts";

/** The rows of a paragraph that are more or fewer than the number beside them says: 分为四类：A 5件、B 4件、C 3件. */
export const miscountedRowsOf = memo((paragraph: Paragraph): readonly Counted[] => {
  const statements = statementsOf(paragraph);
  return rowsOf(statements).flatMap(({ items }) => {
    const number = numberBeside(statements, items);
    if (!number || Math.abs(number.figure.value! - items.length) !== 1) return [];
    return items.at(-1)!.own.some(({ classes }) => does(classes, "rest")) ? [] : [{ number, items }];
  });
});

/** A number of kinds and the figures told of each. */
export interface Counted {
  readonly number: Statement;
  readonly items: readonly Statement[];
}

const KINDS = new Set("类 大类 项 个方面 方面 个 种 部分 个部分 组 块 档 级 条 支 队 股".split(" "));
const DIVIDES = new Set("分 分为 分成 归为 归并 投向 用于 覆盖 涉及 分属 分布 来自 构成 列为 划为".split(" "));

/** The number of kinds right before a row that it opens, or right behind the row. */
function numberBeside(statements: readonly Statement[], items: readonly Statement[]): Statement | null {
  const [first, last] = [items[0]!, items.at(-1)!];
  const [before, after] = [statements[first.index - 1], statements[last.index + 1]];
  const kinds = before?.previous;
  if (
    before &&
    kinds &&
    isNumber(kinds) &&
    kinds.clause === before.clause &&
    before.mark === "" &&
    before.sentence === first.sentence &&
    before.figure.unit === first.figure.unit &&
    Math.abs(before.figure.value! - total(items.map(reading)).low) < 1e-6
  )
    return kinds;
  if (before && isNumber(before) && before.group === first.group && before.sentence === first.sentence) {
    const opened = isColon(before, first) || (first.mark === "," && DIVIDES.has(before.own.at(-1)?.text ?? ""));
    if (opened && before.tail.length <= LONGEST && isWhole(statements, items)) return before;
  }
  const closed = after && isNumber(after) && after.group === last.group && after.own.length === 0 && after.mark === "";
  return closed && (after.tail.length === 0 || COMPOSED.has(after.tail[0]!.text)) ? after : null;
}

/** 由A 4名、B 2名、C 3名三类构成 */
const COMPOSED = new Set(["构成", "组成"]);
const LONGEST = 3;
const isNumber = ({ figure: { value, unit, approximate }, own }: Statement): boolean =>
  value !== null &&
  value > 1 &&
  value <= MOST &&
  Number.isInteger(value) &&
  !approximate &&
  KINDS.has(unit ?? "") &&
  !own.some(({ text }) => text === "前" || text === "后");

const isColon = ({ paragraph: { folded }, figure }: Statement, first: Statement): boolean =>
  folded.slice(figure.span.end, first.figure.span.start).includes(":");

/** Whether no like figure of its sentence stands outside a row. */
const isWhole = (statements: readonly Statement[], items: readonly Statement[]): boolean =>
  statements
    .slice(items[0]!.index, items.at(-1)!.index + REACH)
    .every(
      (s) =>
        s.sentence !== items[0]!.sentence ||
        s.group !== items[0]!.group ||
        s.figure.unit !== items[0]!.figure.unit ||
        s.standing !== "level" ||
        items.includes(s),
    );

/** How many figures a total says it sums up, and those that it does: A 2次、B 4次、C 9次，四类合计15次. */
export interface Summed {
  /** The number with its measure word: 四类, 两者. */
  readonly span: Span;
  readonly count: number;
  readonly items: readonly Statement[];
  readonly total: Statement;
}

/** The totals of a paragraph whose figures are more or fewer than they say; the sum itself shows which they are. */
export const miscountsOf = memo((paragraph: Paragraph): readonly Summed[] => {
  const statements = statementsOf(paragraph);
  return statements.flatMap((whole) => {
    const said = isLevel(whole) && isExact(whole.figure) ? numberOf(statements, whole) : null;
    const items = said && summed(statements, whole, said);
    return items ? [{ span: said.span, count: said.value, items, total: whole }] : [];
  });
});

export interface Said {
  readonly span: Span;
  readonly value: number;
  /** The statement before which the figures stand. */
  readonly before: number;
}

const MOST = 12;

/** The number that a total tells of its parts: 四类会议合计, 三项共, 两者合计. */
export function numberOf(statements: readonly Statement[], whole: Statement): Said | null {
  if (!does(whole.ownClasses, "sum")) return null;
  const near = statements[whole.index - 1];
  if (near?.clause === whole.clause && near.group === whole.group && !sameUnit(near, whole)) {
    const { value, unitSpan, approximate, span: at } = near.figure;
    const counts =
      value !== null && value > 1 && value <= MOST && Number.isInteger(value) && unitSpan !== null && !approximate;
    return counts ? { span: at, value, before: near.index } : null;
  }
  const word = whole.own.find(({ classes }) => does(classes, "both"));
  const numeral = word ? chineseAt(word.text, 0) : null;
  return word && numeral?.value
    ? { span: span(word.start, word.end), value: numeral.value, before: whole.index }
    : null;
}

/** The figures that a total sums up, where they are of another number than it says; null where it is right or cannot be told. */
function summed(
  statements: readonly Statement[],
  whole: Statement,
  { value, before }: Said,
): readonly Statement[] | null {
  const run: Statement[] = [];
  for (let i = before - 1; i >= 0 && before - i <= REACH; i--) {
    const s = statements[i]!;
    if (s.sentence !== whole.sentence) break;
    if (s.group === whole.group && isLevel(s) && isExact(s.figure) && sameUnit(s, whole)) run.unshift(s);
  }
  const sums = [...run.keys()]
    .map((from) => run.slice(from))
    .filter((items) => items.length > 1 && gives(items, whole));
  const [items] = sums;
  if (!items || sums.length > 1 || Math.abs(items.length - value) !== 1) return null;
  if (items.length < value && run.length >= value) return null;
  // 可回收物2.74万吨、厨余垃圾1.83万吨、有害垃圾0.01万吨，前两项合计4.57万吨: as many as it says come out to the last digit.
  if ([...run.keys()].some((from) => comesOut(run.slice(from, from + value), value, whole))) return null;
  const inner =
    items.some(({ gapClasses }, i) => i > 0 && does(gapClasses, "of")) ||
    nests(run[run.length - items.length - 1], items);
  return inner ? null : items;
}

const comesOut = (items: readonly Statement[], count: number, whole: Statement): boolean => {
  const off = items.reduce((left, { figure }) => left - figure.value!, whole.figure.value!);
  return items.length === count && Math.abs(off) < whole.figure.precision / 100;
};

const gives = (items: readonly Statement[], whole: Statement): boolean =>
  meet(total(items.map(reading)), reading(whole));

/** Whether what stands before some figures is the sum of the first of them, so that they are its parts. */
const nests = (outer: Statement | undefined, items: readonly Statement[]): boolean =>
  outer !== undefined && items.some((_, i) => i > 0 && gives(items.slice(0, i + 1), outer));
