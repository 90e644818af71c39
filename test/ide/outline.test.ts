import { describe, expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { folding } from "../../server/ide/folding.ts";
import { summary } from "../../server/ide/summary.ts";
import { symbols } from "../../server/ide/symbols.ts";
import { open } from "./kit.ts";

const DRAFT = `青山县司法局2024年工作总结

一、2024年工作总结
（一）抓学习。学了十次。
（二）抓执法
查了十次。

二、存在的问题
人手不足。
三、2025年工作计划
继续努力。
`;

describe("the outline", () => {
  const drawn = (symbols: readonly DocumentSymbol[], depth = 0): string =>
    symbols
      .map(
        ({ name, detail, children }) =>
          `${"  ".repeat(depth)}${name}${detail ? ` [${detail}]` : ""}\n${drawn(children ?? [], depth + 1)}`,
      )
      .join("");

  test("shows every section with what it does in the report", async () => {
    const { snapshot } = await open(DRAFT);
    expect(drawn(symbols(snapshot))).toBe(
      "一、2024年工作总结 [成效]\n  （一）抓学习\n  （二）抓执法\n二、存在的问题 [不足]\n三、2025年工作计划 [安排]\n",
    );
  });

  test("keeps each name inside its section", async () => {
    const { snapshot } = await open(DRAFT);
    for (const { range, selectionRange } of symbols(snapshot)) {
      const { offset } = snapshot.lines;
      expect(offset(selectionRange.start)).toBeGreaterThanOrEqual(offset(range.start));
      expect(offset(selectionRange.end)).toBeLessThanOrEqual(offset(range.end));
    }
  });
});

describe("folding", () => {
  const check = async (text: string, expected: string) => {
    const { snapshot } = await open(text);
    expect(
      folding(snapshot)
        .map(({ startLine, endLine }) => `${startLine}-${endLine}`)
        .join(" "),
    ).toBe(expected);
  };

  test("a heading folds its subsections, and no blank line behind them", () => check(DRAFT, "2-5 4-5 7-8 9-10"));

  test("a report in one line has nothing to fold", () => check(DRAFT.replaceAll("\n", " "), ""));
});

describe("the summary", () => {
  const check = async (text: string, expected: unknown) => {
    const { snapshot } = await open(text);
    expect(summary(snapshot)).toEqual(expected);
  };

  test("names kind and period", () =>
    check(DRAFT, { kind: "年度工作总结及下年工作计划", period: "2024年", problems: 0 }));
});
