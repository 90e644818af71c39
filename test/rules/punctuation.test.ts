import { describe, expect, test } from "vitest";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import betweenTitles from "../../server/rules/punctuation/between-titles.ts";
import dash from "../../server/rules/punctuation/dash.ts";
import documentNumber from "../../server/rules/punctuation/document-number.ts";
import halfWidth from "../../server/rules/punctuation/half-width.ts";
import listMark from "../../server/rules/punctuation/list-mark.ts";
import repeated from "../../server/rules/punctuation/repeated.ts";
import spacing from "../../server/rules/punctuation/spacing.ts";
import unpaired from "../../server/rules/punctuation/unpaired.ts";
import type { AnyRule } from "../../server/rules/rule.ts";
import { applyEdits } from "../../server/text/edit.ts";
import { mark, unmark } from "../kit.ts";

function diagnose(rule: AnyRule, text: string) {
  const options = rule.options?.parse({}) ?? {};
  const active = [{ rule, severity: rule.severity, options, pinned: false }];
  const { diagnostics, failures } = lint(analyse(text, { declared: true }), active);
  expect(failures).toEqual([]);
  return diagnostics;
}

/** The marks in the text are what the rule finds, and all of it; `fixed` is the text after the first fix of each. */
function check(rule: AnyRule, marked: string, fixed?: string) {
  const { text } = unmark(marked);
  const found = diagnose(rule, text);
  expect(
    mark(
      text,
      found.map(({ span }) => span),
    ),
  ).toBe(marked);
  if (fixed === undefined) return;
  const edits = found.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  expect(applyEdits(text, edits)).toBe(fixed);
  expect(diagnose(rule, fixed)).toEqual([]);
}

describe("punctuation/half-width", () => {
  test.each([
    ["全年办理案件12件⟦,⟧办结10件;其中(含结转)2件.", "全年办理案件12件，办结10件；其中（含结转）2件."],
    ["执行标准⟦(⟧GB/T 9704),成效如何?很好!", "执行标准（GB/T 9704），成效如何？很好！"],
    ["（含结转⟦)⟧2件，占比3:2，时间8:30。", "（含结转）2件，占比3:2，时间8:30。"],
    ["满意率99.5%⟦,⟧“一窗通办”:全覆盖", "满意率99.5%，“一窗通办”：全覆盖"],
  ])("%s", (marked, fixed) => check(halfWidth, marked, fixed));

  test.each([
    "时间8:30—17:30，比分3:2，投入1,286万元，网址https://a.gov.cn/x?y=1,2;z(3)。",
    "邮箱a.b@c.gov.cn，采用TCP/IP、Wi-Fi(5G)、Office 2019 (x64)等技术，点赞:)",
    "(一)抓学习。落实任务(1)建账，(2)销号。",
    "参照ISO 9001:2015标准，版本v1.2(beta)，比例1:500。",
  ])("is silent: %s", (text) => check(halfWidth, text));
});

describe("punctuation/unpaired", () => {
  test.each([
    ["发挥⟦“关键少数的示范作用⟧，压实责任。"],
    ["⟦发挥关键少数”⟧的作用，落实“双减”政策。"],
    ["落实⟦“双减政策⟧，发挥“关键少数”作用。"],
    ["印发⟦《工作要点⟧，修订《办法》。"],
    ["⟦修订办法》⟧，印发《工作要点》。"],
    ["受理案件12件⟦（含结转2件⟧，办结10件。"],
    ["⟦受理案件12件含结转2件）⟧，办结10件。"],
    ["讲好⟦‘小案件大道理⟧，凝聚共识。"],
    ["抓住⟦”关键少数“⟧，压实责任。", "抓住“关键少数”，压实责任。"],
    ["抓住⟦“关键少数“⟧，落实“双减”。", "抓住“关键少数”，落实“双减”。"],
    ["抓住⟦”关键少数”⟧，落实“双减”。", "抓住“关键少数”，落实“双减”。"],
    ["《方案⟦”落地“⟧指南》发布。", "《方案“落地”指南》发布。"],
  ] as [string, string?][])("%s", (marked, fixed) => check(unpaired, marked, fixed));

  test.each([
    "“一句‘一件事’顶一万句”，《〈纲要〉解读（试行）》（见附件（一））。",
    "包括：1）建账；2）销号；a）自查；一）复查。It’s OK，点赞:)",
    "他说：“第一句。第二句。”“第三句。”群众笑了。",
    "如下：（一）总则；（二）分则。方案（ T）通过，（包括：1）建账；2）销号）。",
  ])("is silent: %s", (text) => check(unpaired, text));
});

describe("punctuation/repeated", () => {
  test.each([
    ["抓学习⟦，，⟧促落实⟦。。⟧", "抓学习，促落实。"],
    ["普法、调解⟦、，⟧稳定⟦，。⟧", "普法、调解，稳定。"],
    ["一是学习⟦；；⟧二是落实⟦;。⟧", "一是学习；二是落实。"],
  ])("%s", (marked, fixed) => check(repeated, marked, fixed));
  test.each(["真的吗？！太好了！！", "略……”。他说：“好。”，", "a,,b，std::vector"])("is silent: %s", (text) =>
    check(repeated, text),
  );
});

describe("punctuation/list-mark", () => {
  test.each([
    ["推进宣传、援助等⟦；⟧为群众提供便利。", "推进宣传、援助等，为群众提供便利。"],
    ["深入机关、学校⟦，⟧社区、企业等开展宣讲。", "深入机关、学校、社区、企业等开展宣讲。"],
  ])("%s", (marked, fixed) => check(listMark, marked, fixed));
  test.each([
    "一是抓宣传、援助等；二是抓调解、普法等；并抓好队伍。",
    "力量不足、分散，能力等方面仍有差距。",
    "健全党委领导、政府主导，部门联动、社会参与等机制。",
    "召开会议、印发方案，开展督查等工作。",
  ])("is silent: %s", (text) => check(listMark, text));
});

describe("punctuation/dash", () => {
  test.each([
    ["推进滨河路⟦——⟧城南大道拓宽。", "推进滨河路—城南大道拓宽。"],
    ["9时⟦——⟧11时，2021⟦——⟧2025年。", "9时—11时，2021—2025年。"],
    ["健全⟦市—县—乡⟧三级体系。", "健全市、县、乡三级体系。"],
  ])("%s", (marked, fixed) => check(dash, marked, fixed));
  test.each(["围绕一个目标——法治社区，抓好重点乡镇——柳河镇。", "打造品牌——“滨河路调解室”。"])("is silent: %s", (text) =>
    check(dash, text),
  );
});

describe("punctuation/document-number", () => {
  test.each([
    ["落实国发⟦(2021)5号⟧文件。", "落实国发〔2021〕5号文件。"],
    ["依据县政办发⟦【2023】第012号⟧。", "依据县政办发〔2023〕12号。"],
  ])("%s", (marked, fixed) => check(documentNumber, marked, fixed));
  test.each(["国发〔2021〕5号，(2024)湘01民终12号，2024年第3号公告，住滨河路2023号。"])("is silent: %s", (text) =>
    check(documentNumber, text),
  );
});

describe("punctuation/spacing", () => {
  test("once a document, all in one fix", () =>
    check(spacing, "2024⟦ ⟧年，办理 案件12 件。\n全年 无投诉，满意。", "2024年，办理案件12件。\n全年无投诉，满意。"));
  test.each(["张 三，李 四，", "《思想 道德》“守正 创新”，5G 网络、AI 应用。"])("is silent: %s", (text) =>
    check(spacing, text),
  );
});

test("punctuation/between-titles leaves a bracket its comma", () =>
  check(betweenTitles, "《甲》⟦、⟧《乙》（试行）、《丙》，“丁”⟦、⟧“戊”。", "《甲》《乙》（试行）、《丙》，“丁”“戊”。"));
