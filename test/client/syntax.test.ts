import { expect, test } from "vitest";
import grammar from "../../syntaxes/govreport.tmLanguage.json" with { type: "json" };

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
}

const rules = Object.values(grammar.repository).flatMap(({ patterns }) => patterns as readonly Rule[]);

/** What the first pattern of a scope paints of a line, the beginning of the text being that of the line. */
function painted(scope: string, line: string): string | null {
  for (const { name, match, begin } of rules) {
    if (!name?.startsWith(scope)) continue;
    const found = new RegExp((match ?? `${begin}.*?(?=。|$)`).replace("\\A", "^")).exec(line);
    if (found) return found[0];
  }
  return null;
}

test.each([
  ["markup.heading.0", "青山县司法局2024年法治政府建设年度报告", "青山县司法局2024年法治政府建设年度报告"],
  ["markup.heading.0", "全年报送报告12份。", null],
  ["markup.heading.1", "一、存在的不足", "一、存在的不足"],
  ["markup.heading.1", "一，存在的不足", "一，存在的不足"],
  ["markup.heading.2", "（一）抓学习。学了十次。", "（一）抓学习"],
  ["markup.heading.2", "　　(二)抓执法", "　　(二)抓执法"],
  ["markup.heading.3", "1.建机制。定制度。", "1.建机制"],
  ["markup.heading.3", "1.5万人参加。", null],
  ["markup.heading.4", "（1）定制度", "（1）定制度"],
  ["meta.figure", "挽回损失1000余万元", "1000余万元"],
  ["meta.figure", "增长36.32%", "36.32%"],
  ["meta.figure", "办案1,234件", "1,234件"],
  ["constant.other.date", "截至2024年6月30日", "2024年6月30日"],
  ["string.other.title", "落实《实施纲要》", "《实施纲要》"],
  ["invalid.illegal.placeholder", "XX区", "XX"],
  ["invalid.illegal.placeholder", "20××年", "20××"],
  ["invalid.illegal.placeholder", "配备X光机", null],
  ["invalid.deprecated.residue", "##paidbegin##", "##paidbegin##"],
  ["invalid.deprecated.residue", "发布时间:2024-01-02", "发布时间:2024-01-02"],
  ["keyword.operator.comparison", "较上年同期增加", "较上年同期增加"],
  ["keyword.other.point", "；二是抓落实", "二是"],
] as const)("%s in “%s”", (scope, line, expected) => expect(painted(scope, line)).toBe(expected));
