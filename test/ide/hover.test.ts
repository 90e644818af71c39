import { expect, test } from "vitest";
import { hover } from "../../server/ide/hover.ts";
import { open, URI } from "./kit.ts";

/** The lines of the hover at the cursor, and what it is for. */
async function said(marked: string): Promise<{ lines: readonly string[]; at: string }> {
  const { snapshot, position } = await open(marked);
  const found = hover(snapshot, { textDocument: { uri: URI }, position });
  if (!found) return { lines: [], at: "" };
  const { offset } = snapshot.lines;
  const { start, end } = found.range!;
  return {
    lines: (found.contents as { value: string }).value
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.replace(/^(?:- |\*\*)|\*\*$/g, "").replace(/\\(.)/g, "$1")),
    at: snapshot.report.text.slice(offset(start), offset(end)),
  };
}

const check = async (marked: string, ...expected: readonly string[]): Promise<void> =>
  expect((await said(marked)).lines).toEqual(expected);

const HEAD = "青山县司法局2024年法治政府建设年度报告\n一、2024年推进法治政府建设的主要举措和成效\n";

test("a total shows what it counts, when, and the sum of its parts", () =>
  check(
    `${HEAD}全年受理公证申请‸920件，其中国内公证437件、涉外公证483件。`,
    "920件（数量）",
    "指标：受理公证申请",
    "时段：2024年",
    "核对无误：437＋483＝920",
  ));

test("a change shows its direction and the base worked back from it", async () => {
  const { lines } = await said(`${HEAD}全年受理行政复议案件882件，同比增长36‸.32%。`);
  expect(lines).toContain("方向：上升");
  expect(lines.join()).toContain("647");
});

test("a sum that does not hold is shown with what it comes to", async () => {
  const { lines } = await said(`${HEAD}全年受理公证申请‸902件，其中国内公证437件、涉外公证483件。`);
  expect(lines).toContain("核对有误：437＋483＝920");
});

test("multipliers and words of approximation are read out", async () => {
  const { lines, at } = await said(`${HEAD}挽回经济损失1000余‸万元。`);
  expect(lines).toContain("数值：10,000,000元，约数");
  expect(at).toBe("1000余万元");
});

test("a day up to which was counted is the period", async () => {
  const { lines } = await said(`${HEAD}截至6月30日，累计接收社区矫正对象3502‸人、解除3112人，在册390人。`);
  expect(lines).toContain("时段：截至2024年6月30日");
  expect(lines).toContain("核对无误：3502－3112＝390");
});

test("a number in a name is said to be one", () =>
  check(`${HEAD}依托1‸5分钟法律服务圈开展工作。`, "15分钟法律服务圈（名称中的数字，不作统计数字）"));

test("where no figure stands there is nothing to say", () => check(`${HEAD}继续‸努力。`));
