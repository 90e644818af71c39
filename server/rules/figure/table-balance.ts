import { type Cell, cellsOf, tables } from "../../syntax/table.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "figure/table-balance",
  scope: "document",
  severity: "error",
  basis: "regulation",
  summary: say(
    "信息公开申请表要平衡：第一项加第二项等于第三项加第四项。",
    "The table of disclosure requests balances: 1＋2＝3＋4.",
  ),
  why: say(
    "表头写明“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”，不平的表会被退回。",
    "The head of the table itself states the identity; a table that breaks it is returned.",
  ),
  source: say(
    "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    "Format of annual reports on government information disclosure (2021)",
  ),
  examples: [
    {
      good: "某局2024年政府信息公开工作年度报告\n| 项目 | 自然人 | 法人 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 12 | 3 | 15 |\n| 二、上年结转政府信息公开申请数量 | 1 | 0 | 1 |\n| （七）总计 | 11 | 3 | 14 |\n| 四、结转下年度继续办理 | 2 | 0 | 2 |\n",
    },
    {
      bad: "某局2024年政府信息公开工作年度报告\n| 一、本年新收政府信息公开申请数量 | 12 | 3 | 15 |\n| 二、上年结转政府信息公开申请数量 | 1 | 0 | 1 |\n| （七）总计 | ⟦10⟧ | 3 | 14 |\n| 四、结转下年度继续办理 | 2 | 0 | 2 |\n",
    },
  ],
  *check({ blocks }) {
    for (const table of tables(blocks)) {
      const rows = table.map(cellsOf);
      const [received, carried, handled, left] = ITEMS.map((words) => countsOf(rows, words));
      if (!received?.length || [carried, handled, left].some((cells) => cells?.length !== received.length)) continue;
      for (const [column, cell] of handled!.entries()) {
        const of = (cells: readonly Cell[]) => Number(cells[column]!.text);
        const before = of(received) + of(carried!);
        const after = of(handled!) + of(left!);
        if (before === after) continue;
        yield {
          span: cell.span,
          message: say(
            `这一列不平：第一项加第二项是${of(received)}＋${of(carried!)}＝${before}，第三项加第四项是${of(handled!)}＋${of(left!)}＝${after}，请核对。`,
            `This column does not balance: ${of(received)}＋${of(carried!)}＝${before}, but ${of(handled!)}＋${of(left!)}＝${after}.`,
          ),
          related: [received, carried!, left!].map((cells) => ({
            span: cells[column]!.span,
            message: say("参与勾稽的数", "An operand"),
          })),
        };
      }
    }
  },
});

/** The counts in the row of an item; the head of the table, which may bear the same word, has none. */
const countsOf = (rows: readonly (readonly Cell[])[], words: string): readonly Cell[] =>
  rows
    .filter((cells) => cells.some(({ text }) => text.includes(words)))
    .map((cells) => cells.filter(({ text }) => COUNT.test(text)))
    .find((counts) => counts.length > 0) ?? [];

/** The rows that the identity is about, in its order: new, carried over, handled in all, carried on. */
const ITEMS = ["本年新收", "上年结转", "总计", "结转下年度"];
const COUNT = /^\d{1,12}$/;
