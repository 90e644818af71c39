import { equalsOf, type Restated } from "../../constraints/equal.ts";
import { figuresOf } from "../../constraints/holding.ts";
import { claimsOf } from "../../constraints/judge.ts";
import { kindOf } from "../../constraints/kinds.ts";
import { plannedOf } from "../../constraints/planned.ts";
import { say } from "../../text/message.ts";
import { shift } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";
import { written } from "./shared/operand.ts";

export default defineRule({
  id: "figure/inconsistent-value",
  scope: "document",
  severity: "warning",
  basis: "arithmetic",
  summary: say("同一指标、同一时段，前后两个数。", "One indicator and period, two values."),
  why: say(
    "导语和正文、成效和附表的数字往往出自不同时候的统计，改了一处忘了另一处，前后就对不上。",
    "Figures counted on different days, or mended in one place only, contradict one another.",
  ),
  examples: [
    { good: "全年共受理法律援助案件920件。\n全年共受理法律援助案件920件，同比增长17%。" },
    { good: "上半年共受理法律援助案件420件。\n截至9月30日，共受理法律援助案件402件。" },
    { good: "新建供水管网317公里。\n改造供水管网371公里。" },
    { bad: "全年完成重点项目投资85.3亿元，同比增长4.1%。在这⟦83.5亿元⟧里，政府投资只占两成。" },
    { good: "发放创业担保贷款4.37亿元。\n发放创业担保贷款43712万元，扶持创业1203人。" },
    { bad: "全年共受理法律援助案件920件。\n全年共受理法律援助案件⟦902件⟧，同比增长17%。" },
    { bad: "普查登记古树2317株。\n对⟦2371株⟧古树逐株挂牌保护。" },
    {
      bad: "某局2024年法治政府建设年度报告\n一、主要举措和成效\n年末建成老年助餐点41个。\n二、下一年度主要安排\n新增老年助餐点14个，总数达到⟦65个⟧。\n",
      profile: "annual-report",
    },
    {
      good: "某局2024年法治政府建设年度报告\n一、主要举措和成效\n年末建成老年助餐点41个。\n二、下一年度主要安排\n新增老年助餐点14个，总数达到55个。\n",
      profile: "annual-report",
    },
    { bad: "抽检农产品1865批次。\n| 项目 | 数量（批次） |\n| 抽检农产品 | ⟦1685⟧ |\n" },
  ],
  *check(report) {
    const plans = plannedOf(report);
    // 年底达到28.5万人，比6月末增加0.27万人: what a plan reckons from now need not be what there is now.
    const reckonedWith = new Set(
      plans.flatMap(({ claim }) => (claim.verdict === "proved" ? figuresOf(claim.constraint) : [])),
    );
    for (const restated of equalsOf(report))
      if (restated.claim.verdict === "refuted" && !reckonedWith.has(restated.claim.statement)) yield finding(restated);
    for (const planned of plans) if (planned.claim.verdict === "refuted") yield reckoned(planned);
    for (const { paragraph, start } of report.paragraphs)
      for (const claim of claimsOf(paragraph))
        if (claim.verdict === "refuted" && claim.constraint.kind === "equal")
          yield finding({ claim, start, from: start });
  },
});

/** What a value of now does in the reckoning of a plan. */
const NOW: ReadonlySet<string> = new Set(["opening", "base", "part"]);

/** A plan that does not go on from what there is: 41＋14＝55. */
function reckoned({ claim: { statement, constraint }, start, from }: Restated): Finding {
  const now = constraint.operands.find(({ part }) => NOW.has(part))!.statement;
  const [said, planned] = [written(now.paragraph, now.figure), written(statement.paragraph, statement.figure)];
  const computation = kindOf.get(constraint.kind)!.explain(constraint);
  return {
    span: shift(statement.figure.span, start),
    message: say(
      `前文写的是${said}，${computation}，这里是${planned}，请核对。`,
      `Earlier it is ${said}: ${computation}, but ${planned} here.`,
    ),
    related: [{ span: shift(now.figure.span, from), message: say(`前文：${said}`, `Earlier: ${said}`) }],
  };
}

function finding({ claim: { statement, constraint }, start, from }: Restated): Finding {
  const other = constraint.operands[0]!.statement;
  const place = shift(statement.figure.span, start);
  const elsewhere = shift(other.figure.span, from);
  const [zh, en] = elsewhere.start < place.start ? ["前文", "Earlier"] : ["后文", "Later"];
  const said = written(other.paragraph, other.figure);
  return {
    span: place,
    message: say(
      `${zh}同一指标写的是${said}，这里是${written(statement.paragraph, statement.figure)}，请核对哪个是准数。`,
      `${en} the same indicator is ${said}.`,
    ),
    related: [{ span: elsewhere, message: say(`${zh}：${said}`, `${en}: ${said}`) }],
  };
}
