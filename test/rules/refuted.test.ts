import { describe, expect, test } from "vitest";
import { fixAll } from "../../server/lint/fix.ts";
import { linted, loud } from "../samples/lint.ts";

const told = (text: string): string[] => loud(text, linted(text)).map((finding) => finding.told);

/** The text after the first thing offered has been taken wherever one is. */
const taken = (text: string): string =>
  fixAll(text, (t) => linted(t), { choose: ({ fixes }) => fixes[0], figures: true }).report.text;

const asked = (text: string) => linted(text).diagnostics.filter(({ rule }) => rule === "figure/no-comparison");

describe("what is said of a claim that fails", () => {
  test.each([
    ["全年受理申请由2024年的320件增加到256件。", "由320件到256件是下降，文中为“增加到”，疑为升降写反"],
    ["问卷显示，满意的占78.4%，不满意的占22.6%。", "78.4%＋22.6%＝101%，合计超过100%"],
    ["办公楼总投资7.2万元，到年底完成投资4.68亿元，占总投资的65.0%。", "4.68万÷7.2万＝65%，文中写的是“4.68亿元”"],
    ["检查单位120家次，其中学校50家次、医院40家次、商场40家次。", "50＋40＋40＝130"],
  ])("%s", (text, message) => expect(told(text).join("\n")).toContain(message));
});

describe("what is offered for it", () => {
  test("of two values exchanged, each takes the other's place", () => {
    const text = "全区优良天数比例由2024年的95.2%降至96.8%，下降1.6个百分点。";
    const fixed = taken(text);
    expect([...fixed.matchAll(/95\.2|96\.8/g)].length).toBe(2);
    expect(told(fixed)).toEqual([]);
  });
  test("nobody is told which of two shares is too much", () => {
    const text = "问卷显示，满意的占78.4%，不满意的占22.6%。";
    expect(taken(text)).toBe(text);
  });
});

describe("the comparison that is missing", () => {
  test("is asked for once", () => {
    const text = "全年办理行政复议案件27件。\n\n全年办理行政诉讼案件31件。";
    const once = taken(text);
    expect(once).not.toBe(text);
    expect(taken(once)).toBe(once);
    expect(once).not.toMatch(/同比增长×%，同比/);
  });
  test("has no room in the midst of a noun", () => {
    const [found] = asked("全年受理投诉举报58件案件。");
    expect(found?.fixes).toEqual([]);
  });
});
