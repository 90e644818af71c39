import { describe, expect, test } from "vitest";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import foreignPlace from "../../server/rules/residue/foreign-place.ts";
import halfMasked from "../../server/rules/residue/half-masked.ts";
import placeholder from "../../server/rules/residue/placeholder.ts";
import { divisionsNamed, placeNames } from "../../server/rules/residue/shared/gazetteer.ts";
import staleYear from "../../server/rules/residue/stale-year.ts";
import webText from "../../server/rules/residue/web-text.ts";
import type { AnyRule } from "../../server/rules/rule.ts";
import { mark, unmark } from "../kit.ts";

function shown(rule: AnyRule, text: string, profile?: string): string {
  const options = rule.options?.parse({}) ?? {};
  const active = [{ rule, severity: rule.severity, options, pinned: false }];
  const { diagnostics, failures } = lint(analyse(text, { declared: true, profile }), active);
  expect(failures).toEqual([]);
  return mark(
    text,
    diagnostics.map(({ span }) => span),
  );
}

/** The marks in the text are what the rule finds, and all of it. */
const check = (rule: AnyRule, marked: string, profile?: string) =>
  expect(shown(rule, unmark(marked).text, profile)).toBe(marked);

describe("residue/placeholder", () => {
  test.each([
    "⟦*⟧区严格落实责任，共召开会议⟦*⟧次，⟦*⟧个小组分头推进。",
    "为建设美丽⟦*⟧提供保障，改造⟦*⟧路⟦*⟧桥。",
    "收入增长⟦X.X⟧%，完成投资⟦X.X⟧亿元，⟦X⟧月⟦X⟧日竣工。",
    "⟦××⟧同志、⟦X⟧局长、县委书记⟦XX⟧、⟦XXX⟧等到会。",
    "学习⟦***⟧新时代中国特色社会主义思想，抓好⟦**⟧员、⟦**⟧建工作。",
    "⟦20**⟧年、⟦20xx⟧年、⟦20XX⟧—2025年、⟦202X⟧年。",
    "数据待核，⟦（填写单位名称）⟧，⟦[待补]⟧，⟦【待补充】⟧，⟦（此处插入数据）⟧，在⟦〔…〕⟧镇调研。",
    "受理⟦____⟧件，增长⟦__⟧%，⟦○○⟧区、⟦□□⟧局、⟦△△⟧公司参加。",
    "⟦某某⟧县人民政府印发《⟦XX⟧方案》，实施“⟦XX⟧”工程，获⟦XX⟧奖。",
    "⟦ＸＸ⟧区第⟦X⟧次会议，惠及⟦X⟧万人，学习⟦党的20D⟧精神。",
  ])("finds: %s", (marked) => check(placeholder, `全年工作如下。\n${marked}`));

  test.each([
    "X光、X射线、X型路口、X染色体、X波段、X轴、“X”字形道路。",
    "3+X、互联网+X、N+1、1+X证书、一县一X、A区、B区、X、Y两个变量。",
    "7×24小时，3×5米，长×宽，单价×数量，税额=收入×税率，长*宽*高。",
    "iPhone X、Model X、SUV X5、x86架构、GX银行、C919、XBRL、a__b、http://a.cn/__b。",
    "王X因盗窃被抓，李XX诉某局，当事人张××到庭，王××等5人，王某某、李某的纠纷。",
    "某些、某种、某人、某市民、某公司、某小区，某区某公司诉某局行政处罚案。",
    "二○二四年、二〇〇八年，□是 □否，“是”□“否”□，**加强领导**。*注：数据截至6月。",
  ])("is silent: %s", (text) => check(placeholder, `全年工作如下。\n${text}`));
});

describe("residue/web-text", () => {
  const around = (line: string) => `2024年，全局共办理案件12件，同比增长20%。\n${line}\n我局认真履职。\n`;
  test.each([
    "字号：打印整页 打印内容 分享",
    "扫码使用手机浏览本页内容",
    "无障碍阅读 关怀版 返回首页",
    "您所在的位置：政务公开 > 工作报告",
    "【字体：大 中 小】",
    "《年度工作总结.docx》由会员分享，可在线阅读。",
    "……（开头部分已省略650字）",
    "仅展示628字，全文共2002字",
    "此处隐藏2591个字。VIP会员可见",
    "上一篇：没有了",
    "（责任编辑：小李）",
    "剩余内容已隐藏，支付完成后下载",
    "未经授权禁止转载",
    "相关阅读",
    "来源：县司法局",
    "来源：县司法局 发布时间：2024-03-01 浏览次数：126次",
    "编辑：小李",
    "主办单位：县人民政府 承办单位：县大数据中心",
  ])("finds: %s", (line) => expect(shown(webText, around(line))).toContain(`⟦${line}`));

  test.each([
    "来源于基层的经验得到推广。",
    "编辑年鉴1部，审核合同120份，打印材料20份。",
    "关闭“小散乱”企业12家，分享经验做法3次。",
    "附件：1.任务清单",
    "来源：财政拨款120万元",
    "审核：合法性审核120件，提出意见36条",
    "主办单位：县司法局",
    "阅读：每季度组织一次读书会，交流学习体会和工作方法",
    "时间：2024年3月至5月",
    "上一年度共办理案件12件。",
  ])("is silent: %s", (line) => expect(shown(webText, around(line))).toBe(around(line)));
});

describe("residue/foreign-place", () => {
  const title = "黄岩区司法局2024年工作总结\n";
  test.each([
    "2024年，⟦路桥区⟧司法局坚持依法行政，共办理案件12件。",
    "一、总体情况\n⟦椒江区⟧深入推进普法工作，成效明显。",
    "落实督办要求，由⟦临海市⟧司法局牵头整改。",
    "全力为⟦雨花区⟧高质量发展提供法治保障。",
    "强化培训，提升⟦全市⟧执法人员能力。",
    "做好⟦我县⟧普法工作，落实⟦县委、县政府⟧部署。",
  ])("finds: %s", (marked) => check(foreignPlace, title + marked));

  test.each([
    "2024年，黄岩区司法局在台州市司法局指导下开展工作，居全市前列，获浙江省表彰。",
    "赴路桥区司法局学习考察，与椒江区、临海市签订协作协议，经验在雨花区推广。",
    "推动县域普法和示范县创建，双城区域协作加快，规范县乡执法，促进全市高质量发展的试点经验得到推广。",
    "印发《路桥区司法局工作规则》学习资料，“雨花区司法局”模式值得借鉴。",
    "按照全市统一部署，为推动全市法治建设贡献力量。",
  ])("is silent: %s", (text) => check(foreignPlace, title + text));

  test("a city may speak of its districts and of the whole city", () =>
    check(foreignPlace, "台州市司法局2024年工作总结\n黄岩区司法局积极探索，提升全市执法水平。"));

  test("without a place of its own a report has no foreign one", () =>
    check(foreignPlace, "XX区司法局2024年工作总结\n路桥区司法局坚持依法行政。"));

  test("the place may come from the settings", () => {
    const active = [{ rule: foreignPlace, severity: "warning", options: { place: "黄岩区" }, pinned: false }] as const;
    const report = analyse("上半年，路桥区司法局坚持依法行政。", { declared: true });
    expect(lint(report, active).diagnostics).toHaveLength(1);
  });
});

test("the gazetteer knows who lies where, and what only looks like a name", () => {
  expect(divisionsNamed("黄岩区")).toEqual([{ name: "黄岩区", level: "county", within: ["浙江省", "台州市"] }]);
  expect(divisionsNamed("宝山区").map(({ within }) => within[0])).toEqual(["黑龙江省", "上海市"]);
  expect(placeNames("在浦东新区和长沙市开福区、示范县、城区、双城区域、乐平市场").map(({ name }) => name)).toEqual([
    "浦东新区",
    "长沙市",
    "开福区",
  ]);
});

describe("residue/half-masked", () => {
  const masked = (text: string) => `XX区司法局2024年工作总结\n2024年，XX区司法局扎实工作。${text}`;
  test.each([
    "在⟦柳河镇⟧、⟦青枫街道⟧设点，⟦东湖司法所⟧获评先进，青枫街道作发言，与⟦雨花区⟧协作。",
    "指导基层司法所、各街道、试点乡镇、城区街道和特色小镇开展普法，深入乡村、走进集镇。",
  ])("%s", (marked) => check(halfMasked, masked(marked)));
  test("a report with its names in full masks nothing", () =>
    check(halfMasked, "黄岩区司法局2024年工作总结\n在柳河镇、青枫街道设点，共办理案件12件。"));
});

describe("residue/stale-year", () => {
  const report = (body: string) => `某某局2023年法治政府建设年度报告\n${body}\n某某局\n2024年3月1日`;
  test.each([
    "⟦2022年⟧，全局扎实推进各项工作。",
    "一、2023年主要举措和成效\n（一）普法。⟦今年以来⟧，开展宣讲12场，比⟦去年⟧同期多3场。",
    "一、2023年主要举措和成效\n成效明显。⟦2022年⟧，我局办理案件12件。",
    "2023年，全局扎实推进工作，较2022年增长12%，落实2022年度考核反馈问题整改。",
    "2022年，启动试点；2023年，全面推开，“今年任务今年清”成为共识。",
    "2021年以来，案件量逐年下降。",
    "2022年，我县被列为全省法治建设试点县，改革任务按期完成。",
    "四、2024年主要安排\n今年，我局将继续推进普法工作。",
  ])("%s", (marked) => check(staleYear, report(marked), "annual-report"));

  test("a report signed in its own year may say 今年", () =>
    check(staleYear, "某某局2023年工作总结\n今年以来，共办理案件12件，较去年增长5%。\n某某局\n2023年12月20日"));
});
