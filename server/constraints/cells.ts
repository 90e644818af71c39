import { standard } from "../figures/vocabulary.ts";
import { paragraphsIn } from "../report/paragraph.ts";
import { type Statement, statementsOf } from "../statements/statement.ts";
import type { Placed } from "../syntax/block.ts";
import { type Cell, cellsOf, tables } from "../syntax/table.ts";
import { append } from "../text/list.ts";

/** A statement that a cell of a table makes: its row and column, read as a sentence. `start` + the figure's span is the cell's place. */
export interface CellStatement {
  readonly statement: Statement;
  readonly start: number;
}

/** Columns that only say that a number follows, or the row's own. */
const PLAIN = new Set(
  "总计 合计 小计 数量 总数 数值 数据 金额 个数 件数 人数 户数 本年 本年度 本期 全年 完成情况 完成数 实际完成".split(
    " ",
  ),
);
/** Columns that hold no value of the row's own. */
const APART = ["增", "减", "比", "占", "率", "%", "序", "排", "名次", "备注", "计划", "目标", "预算"];
/** What is counted by its measure noun where no unit is written. */
const UNITS: readonly (readonly [end: string, unit: string])[] = [
  ["件数", "件"],
  ["人数", "人"],
  ["户数", "户"],
  ["次数", "次"],
  ["起数", "起"],
  ["申请数量", "件"],
  ["案件数", "件"],
  ["案件", "件"],
  ["决定数量", "件"],
];

const isNumber = (text: string): boolean =>
  text !== "" && [...text].every((char) => (char >= "0" && char <= "9") || char === "," || char === ".");
const isRule = (cells: readonly Cell[]): boolean =>
  cells.every(({ text }) => [...text].every((char) => char === "-" || char === ":"));

/** What stands in the last bracket of a heading, without 单位：, and the heading without it: 金额（万元） is 金额 in 万元. */
function headed(text: string): { readonly words: string; readonly unit: string } {
  const open = text.lastIndexOf("(");
  const close = text.indexOf(")", open);
  if (open <= 0 || close < 0) return { words: text, unit: "" };
  const inside = text.slice(open + 1, close);
  return { words: text.slice(0, open), unit: inside.slice(inside.lastIndexOf(":") + 1) };
}

const paragraphOf = paragraphsIn(standard);

/** The statements of a report's tables, row by row. Linear in their text. */
export function cellStatementsOf(blocks: readonly Placed[]): readonly CellStatement[] {
  const found: CellStatement[] = [];
  for (const table of tables(blocks)) {
    let heads: readonly Cell[] = [];
    for (const row of table) {
      const cells = cellsOf(row);
      if (isRule(cells)) continue;
      const numbers = cells.filter(({ text }) => isNumber(text));
      const label = cells.find(({ text }) => text !== "" && !isNumber(text));
      if (numbers.length === 0) heads = cells.filter(({ text }) => text !== "").length > 1 ? cells : heads;
      else if (label)
        for (const [column, cell] of cells.entries())
          if (isNumber(cell.text)) append(found, told(label, heads[column]?.text ?? "", cell, numbers.length));
    }
  }
  return found;
}

function told(label: Cell, head: string, cell: Cell, columns: number): readonly CellStatement[] {
  const column = headed(head);
  if (APART.some((sign) => column.words.includes(sign)) || (column.words === "" && columns > 1)) return [];
  const row = headed(label.text);
  const name = row.words + (PLAIN.has(column.words) ? "" : column.words);
  const unit = row.unit || column.unit || UNITS.find(([end]) => name.endsWith(end) || head === end)?.[1] || "";
  if (unit === "") return [];
  const paragraph = paragraphOf({ kind: "body", text: `${name}${cell.text}${unit}` });
  const statement = statementsOf(paragraph).at(-1);
  if (!statement || statement.figure.digits.start !== name.length) return [];
  const { figure } = statement;
  return [
    {
      statement: { ...statement, figure: { ...figure, span: figure.digits } },
      start: cell.span.start - figure.digits.start,
    },
  ];
}
