import { expect, test } from "vitest";
import { analyse } from "../../server/report/report.ts";
import { MAY_BE, SAME, same } from "../../server/statements/identity.ts";
import { type Statement, statementsOf } from "../../server/statements/statement.ts";
import { subjectOf } from "../../server/statements/subject.ts";
import type { Setting } from "../../server/statements/time.ts";

/** The last statement of a text. */
function told(text: string): Statement {
  const { paragraphs } = analyse(text, { declared: true });
  return statementsOf(paragraphs[0]!.paragraph).at(-1)!;
}

const YEAR: Setting = { period: { year: 2024, half: null }, plan: false };
const HALF: Setting = { period: { year: 2024, half: 1 }, plan: false };
const PLAN: Setting = { ...YEAR, plan: true };

const verdict = (a: string, b: string, settings: readonly [Setting, Setting] = [YEAR, YEAR]): string => {
  const score = same(told(a), told(b), settings);
  return score >= SAME ? "same" : score >= MAY_BE ? "may be" : "other";
};

test.each([
  ["受理行政复议案件314件", "行政复议案件受理314件"],
  ["受理行政复议案件314件", "全年共受理行政复议案件314件"],
  ["一审行政应诉案件214件", "2024年一审应诉案件214件"],
  ["涉企现场检查3170户次", "涉企现场检查在2024年3170户次的基础上"],
  ["规上企业由17家增加到29家", "29家规上企业中"],
  ["反馈问题117个", "反馈的117个问题中"],
  ["举办各类招聘活动76场", "76场招聘活动"],
  ["建成高标准农田3.64万亩", "3.64万亩高标准农田全部上图入库"],
  ["普查登记古树2317株", "对2317株古树逐株挂牌"],
  ["工伤保险参保人数10.82万人", "工伤保险参保10.82万人"],
  ["登记注册志愿者12560人", "全县登记注册志愿者12560名"],
  ["国家级非遗代表性项目17项，省级32项", "省级非遗代表性项目32项"],
  ["新增高新技术企业56家、专精特新中小企业103家", "新增专精特新中小企业103家"],
  ["全年应办181件", "应办181件"],
  ["实际利用外商投资2140万美元", "利用外商投资2140万美元"],
])("the same indicator: %s = %s", (a, b) => {
  expect(verdict(a, b)).not.toBe("other");
  expect(verdict(b, a)).not.toBe("other");
});

test.each([
  ["heads", "检查企业317家", "检查学校317家"],
  ["rivals", "培育省级龙头企业317家", "培育市级龙头企业371家"],
  ["whole names", "争取中央财政资金3.17亿元", "争取地方财政资金3.71亿元"],
  ["deeds", "新建供水管网317公里", "改造供水管网371公里"],
  ["steps of a course", "受理信访事项945件", "办结信访事项954件"],
  ["a complement", "检验合格产品1317批次", "检验不合格产品1371批次"],
  ["what is left", "完成整治1216个", "剩余252个"],
  ["units", "走访群众3170户", "走访群众3710人"],
  ["scopes", "全市接待游客317万人次", "全县接待游客371万人次"],
  ["places", "东部片区征收土地317亩", "西部片区征收土地371亩"],
  ["names of actions", "开展“清风”行动，检查商户317家次", "开展“护苗”行动，检查商户371家次"],
  ["a part and a whole", "发放贷款31.7亿元", "其中发放涉农贷款13.7亿元"],
  ["a rate and a count", "办结率95.4%", "办结954件"],
  ["all so far and this year's", "今年新建充电桩317个", "累计新建充电桩371个"],
])("another indicator by %s", (_, a, b) => {
  expect(verdict(a, b)).not.toBe("same");
  expect(verdict(b, a)).not.toBe("same");
});

test.each([
  ["the half and the year", "上半年新增就业3168人", "全年新增就业3186人"],
  ["quarters", "一季度办理业务1317件", "二季度办理业务1371件"],
  ["two days", "截至3月底，完成投资3.17亿元", "截至10月底，完成投资3.71亿元"],
  ["a month and the year", "12月当月支出3.17亿元", "全年支出3.71亿元"],
  ["this year and the last", "新增就业3186人", "新增就业比上年3168人"],
  ["the beginning and the end", "年初在册失业人员1317人", "年末在册失业人员1371人"],
  ["several years and one", "五年累计改造危房3170户", "全年改造危房3710户"],
  ["festivals", "春节期间检查商户1317家", "国庆期间检查商户1371家"],
  ["years named", "2023年完成投资31.7亿元", "2024年完成投资37.1亿元"],
])("another time: %s", (_, a, b) => expect(verdict(a, b)).toBe("other"));

test("what a report leaves unsaid is of its period, in a plan of the next", () => {
  expect(verdict("新增就业3186人", "上半年新增就业3186人", [HALF, HALF])).toBe("same");
  expect(verdict("新增就业3186人", "上半年新增就业3186人")).toBe("other");
  expect(verdict("新增就业3186人", "新增就业3186人", [YEAR, PLAN])).toBe("other");
  expect(verdict("新增就业3186人", "今年新增就业3186人")).toBe("same");
});

test("each year of a row has its figure", () => {
  const row = "2022年至2024年，受理仲裁案件依次为1520件、1688件、1893件";
  expect(verdict("受理仲裁案件1893件", row)).toBe("same");
  expect(verdict("2023年受理仲裁案件1893件", row)).toBe("other");
});

test.each([
  ["受理信访事项945件，办结930件", "信访/事项", "办结"],
  ["规上企业由17家增加到29家", "规上/企业", ""],
  ["复议案件受理量逐年走高，为124件", "复议/案件", "受理"],
  ["全区142个村", "村", ""],
  ["配备网格员96名参加培训", "网格员", "配备"],
  ["人居环境整治覆盖281个行政村中", "行政村", ""],
])("a name is its own, or taken over: %s", (text, thing, deeds) => {
  const subject = subjectOf(told(text));
  expect(subject.thing.join("/")).toBe(thing);
  expect(subject.deeds.join("/")).toBe(deeds);
});

test("values decide nothing", () => {
  const one = same(told("受理行政复议案件314件"), told("行政复议案件受理314件"));
  const two = same(told("受理行政复议案件314件"), told("行政复议案件受理9件"));
  expect(one).toEqual(two);
});
