import { describe, expect, test } from "vitest";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import listedCount from "../../server/rules/figure/listed-count.ts";
import { inForce, mark, unmark } from "../kit.ts";

const active = inForce([listedCount]);

/** The marks in the text are what the rule finds, and all of it. */
function check(marked: string): void {
  const { text } = unmark(marked);
  const { diagnostics, failures } = lint(analyse(text, { declared: true }), active);
  expect(failures).toEqual([]);
  expect(
    mark(
      text,
      diagnostics.map(({ span }) => span),
    ),
  ).toBe(marked);
}

describe("a list before its number", () => {
  test.each([
    "报告由基本情况、主要做法、存在问题、下步打算等⟦五部分⟧组成。",
    "聚焦立项审批、招标投标、资金拨付⟦4个⟧关键环节，制定防控措施36条。",
    "围绕春运、汛期、节假日⟦四个⟧重点时段开展检查。",
    "建成集咨询、调解、仲裁、援助、公证⟦六大⟧功能于一体的服务中心。",
    "分为预防、控制、治理、评估、恢复⟦四个⟧阶段推进。",
    "检查重点为资质、资金、人员、场地⟦五个方面⟧。",
    "完善区、镇、村⟦四级⟧网格体系。",
    "推行“日调度”“周通报”“月考核”⟦四项⟧机制，印发《甲办法》《乙细则》⟦三项⟧制度。",
    "建立⟦五项⟧制度（首问负责制、限时办结制、服务承诺制、责任追究制）。",
  ])("finds: %s", check);

  test.each([
    "围绕种养、加工、销售等三个环节延伸链条，聚焦教育、医疗等5个领域开展整治。",
    "设立综合、案件、信息、后勤和督导5个工作组，成立综合协调组、宣传和信息组、后勤组3个专班。",
    "按照省委、省政府强省会、强县域、强产业三大战略部署，加快发展。",
    "健全责任、制度、监督体系，落实三项机制；坚定信心、增强定力、做到两个维护。",
    "新建道路、桥梁、管网4项工程，新建学校、医院、养老院4个项目，受理咨询、投诉3件。",
    "完善工作规则、健全学习、考核两项制度，县、乡、村三级联动，十里航道、八里三级航道通航。",
    "创建“四好农村路”，推进游泳、铁人三项赛事，足球、篮球、排球三大球项目。",
    "完善10个县（市、区）联动机制，区、镇（街道）两级财政投入2亿元。",
    "统筹甲地、乙地，抓好丙地、丁地四个片区建设。",
  ])("is silent: %s", check);
});

describe("a list behind its number", () => {
  test.each([
    "突出⟦三个⟧重点：强化排查、强化整治、强化督导、强化宣传。",
    "推进⟦三大⟧工程，即强基工程、惠民工程、平安工程、数字工程。",
    "抓住⟦四个⟧关键：责任、机制和队伍。",
    "推进“⟦三大⟧工程”：强基工程、惠民工程、平安工程、数字工程。",
  ])("finds: %s", check);

  test.each([
    "实施五项行动，包括能力提升、服务优化等。",
    "确定三个方向：数字、绿色和智能，全面推进转型。",
    "三项任务：推进教育、医疗、养老、托育服务均等化。",
    "三个重点：甲、乙；丙、丁；戊、己。",
    "落实“三个一”要求：一名干部、一张清单、一本台账。",
  ])("is silent: %s", check);
});

describe("a number beside the total of the figures that it counts", () => {
  test.each([
    "举办讲座3场、展览2场、沙龙5场，⟦两项⟧活动合计10场。",
    "受理咨询20件、投诉30件、举报10件，⟦四类⟧事项共60件。",
    "县本级2.1亿元，乡镇0.9亿元，⟦三项⟧合计3亿元。",
    "组织党课4次、培训6次、研讨3次，⟦两者⟧合计13次。",
  ])("finds: %s", check);

  test.each([
    "举办讲座3场、展览2场，两项活动合计5场。",
    "检查学校12家（其中小学8家、中学4家）、医院3家，两类单位合计15家。",
    "检查学校12家，其中小学8家、中学4家，检查医院3家，两类单位合计15家。",
    "举办讲座3场、展览2场、沙龙5场，四项活动合计11场。",
  ])("is silent: %s", check);
});

describe("points that a preamble promises", () => {
  const plan = (preamble: string, points: readonly string[]) =>
    `三、下步打算\n${preamble}\n${points.map((point) => `${point}。内容若干。`).join("\n")}\n四、保障措施\n加强领导。\n`;
  test.each([
    plan("重点抓好以下⟦四项⟧工作：", ["（一）抓教育", "（二）抓医疗", "（三）抓养老"]),
    plan("下半年着重抓好⟦两个方面⟧。", ["一是抓项目", "二是抓招商", "三是抓服务"]),
    plan("对照要求，还存在⟦三个方面⟧的问题：", ["1.能力不足", "2.经费不足"]),
    "三、抓实⟦四项⟧重点任务\n（一）修路。路好走。\n（二）通水。水好喝。\n（三）植树。树成林。\n",
    "全年抓了⟦三件⟧大事：一是改造小区；二是新建公园；三是打通断头路；四是更新路灯。",
    "重点做好⟦五方面⟧工作。一是强队伍。二是强阵地。三是强保障。四是强宣传。",
  ])("finds: %s", check);

  test.each([
    plan("重点抓好以下三项工作：", ["（一）抓教育", "（二）抓医疗", "（三）抓养老"]),
    plan("全市排名前移3位。", ["（一）抓教育", "（二）抓医疗", "（三）抓养老", "（四）抓就业"]),
    plan("新建社区食堂4个。", ["（一）抓教育", "（二）抓医疗", "（三）抓养老"]),
    "抓好三件事；一是修路。\n二是通水。工期两年。\n三是植树。\n",
    "突出抓好三个方面：一是强队伍；二是强阵地；四是强宣传。",
  ])("is silent: %s", check);
});

test("takes linear time", () => {
  const took = (piece: string): number => {
    const report = analyse(piece.repeat(4000), { declared: true });
    const start = performance.now();
    lint(report, active);
    return performance.now() - start;
  };
  for (const piece of ["甲、乙、三大", "抓好三件事：一是", "“甲”“乙”三项", "（三个方面：", "甲2次、三类合计2次，"])
    expect(took(piece)).toBeLessThan(5000);
});
