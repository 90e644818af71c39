import { expect, test } from "vitest";
import { equalsOf } from "../../server/constraints/equal.ts";
import { kindOf } from "../../server/constraints/kinds.ts";
import { analyse, type Report } from "../../server/report/report.ts";
import { mark, unmark } from "../kit.ts";

/** A year's report, or half a year's, of paragraphs far apart; one that begins with 打算： stands in the plan. */
function draft(paragraphs: readonly string[], half = false): string {
  const period = half ? "2024年上半年" : "2024年";
  const [done, planned] = [
    paragraphs.filter((text) => !text.startsWith("打算：")),
    paragraphs.filter((text) => text.startsWith("打算：")),
  ];
  const sections = done.map((text, i) => (text.startsWith("|") ? text : `（${"一二三四五"[i]}）重点工作。${text}`));
  const plan =
    planned.length === 0
      ? ""
      : `\n\n二、${half ? "下半年" : "2025年"}工作打算\n\n${planned.map((text) => text.slice(3)).join("\n")}`;
  return `云岭县民生事务局${period}工作总结\n\n一、工作开展情况\n\n${sections.join("\n\n")}${plan}\n`;
}

/** Paragraphs on both sides of ／; the values that contradict another stand between ⟦ and ⟧. */
function check(marked: string, half = false): void {
  const expected = draft(marked.split("／"), half);
  const { text } = unmark(expected);
  const found = equalsOf(analyse(text, { declared: true })).filter(({ claim }) => claim.verdict === "refuted");
  const spans = found.map(({ claim, start }) => ({
    start: start + claim.statement.figure.span.start,
    end: start + claim.statement.figure.span.end,
  }));
  expect(mark(text, spans)).toBe(expected);
}

const proofs = (...paragraphs: string[]): string[] =>
  equalsOf(analyse(draft(paragraphs), { declared: true }))
    .filter(({ claim }) => claim.verdict === "proved")
    .map(({ claim }) => kindOf.get("equal")?.explain(claim.constraint) ?? "");

test.each([
  "配备在编网格员317名。／组织在编网格员⟦371名⟧参加业务培训。",
  "新建农村公路126.4公里。／新建的⟦124.6公里⟧农村公路全部纳入管护。",
  "现有持证养老护理员842人。／⟦824名⟧持证养老护理员中，大专以上学历的占三成。",
  "普查登记古树2317株。／打算：对⟦2371株⟧古树逐株挂牌保护。",
  "改造老旧小区52个，剩余38个正在施工。／打算：6月底前完成剩余⟦83个⟧老旧小区改造。",
  "一般公共预算收入12.86亿元，增长5.2%。／一般公共预算收入完成⟦12.68亿元⟧。",
  "完成农村危房改造1284户。／⟦1248户⟧农村危房改造全部竣工。",
  "年末高新技术企业达到563家。／现有高新技术企业⟦536家⟧，其中当年新认定48家。",
  "受理劳动仲裁案件1893件，结案1820件。／全年劳动仲裁案件受理⟦1839件⟧，调解率有所提高。",
  "受理劳动仲裁案件1893件。／2022年至2024年，受理劳动仲裁案件依次为1520件、1688件、⟦1983件⟧。",
  "接待游客56.8万人次。／打算：接待游客在2024年⟦58.6万人次⟧的基础上再增长一成。",
  "发放高龄津贴326.5万元。／全年发放高龄津贴⟦32.65万元⟧，惠及老年人4210人。",
  "登记注册志愿者12560人。／全县登记注册志愿者⟦1256人⟧，开展活动320场。",
  "环境空气优良天数比例92.6%。／环境空气优良天数比例为⟦96.2%⟧，居全市前列。",
  "省级示范合作社由4家增加到7家。／⟦6家⟧省级示范合作社中，有2家年营收不足百万元。",
  "登记在册社会组织418家。／登记在册的⟦481家⟧社会组织全部参加年检。",
  "新建改建公厕126座。／| 项目 | 数量（座） |\n| --- | --- |\n| 新建改建公厕 | ⟦162⟧ |",
  "救助困难群众18430人次。／| 项目 | 2023年（人次） | 2024年（人次） |\n| 救助困难群众 | 17200 | ⟦18340⟧ |",
  "举办招聘会64场，提供岗位2.37万个。／招聘会提供的⟦2.73万个⟧岗位中，制造业占一半。",
  "年内办结信访事项945件。／全年办结信访事项⟦954件⟧，群众满意度上升。",
  "办理各类行政许可事项5326件。／深化“一网通办”，办理行政许可事项⟦5236件⟧，其中网上办理4810件。",
  "招录公务员37名、事业编制人员128名。／新招录的⟦182名⟧事业编制人员全部完成岗前培训。",
  "医疗机构诊疗总量达到236.8万人次。／医疗机构诊疗⟦263.8万人次⟧，增长4.1%。",
  "建成农村幸福院86所。／打算：对⟦68所⟧农村幸福院进行适老化改造。",
  "排查矛盾纠纷2153件，化解2098件。／排查各类矛盾纠纷⟦2135件⟧，化解率97.4%。",
  "国家级非遗代表性项目17项，省级32项。／省级非遗代表性项目⟦23项⟧，市级81项。",
  "水库年末蓄水量3.46亿立方米。／年末水库蓄水量⟦3.64亿立方米⟧，比多年均值多两成。",
  "承办人大代表建议34件、政协提案52件。／34件人大代表建议、⟦25件⟧政协提案全部按期办复。",
])("a slip in one of two mentions: %s", (text) => check(text));

test.each([
  "交通投资上半年完成5.17亿元。／交通投资完成⟦5.71亿元⟧，好于预期。",
  "上半年一般公共预算支出38.64亿元。／截至6月底，一般公共预算支出⟦36.84亿元⟧，完成预算的52.1%。",
])("of half a year: %s", (text) => check(text, true));

test.each([
  "上半年新增就业3168人。／截至9月底，新增就业3186人。",
  "新增就业3186人，上年为3168人。／失业人员再就业1200人。",
  "新增城镇就业3186人。／打算：新增城镇就业3816人。",
  "东山镇排查隐患317处。／西河镇排查隐患371处。",
  "走访群众约3170户。／走访群众3710余户。",
  "走访群众3170户。／走访群众3710人。",
  "规模以上企业由17家增至29家。／目前规模以上企业28家。",
  "人均纳税1317元。／户均纳税1371元。",
  "办理民事案件1317件。／办理刑事案件1371件。",
  "门票、餐饮收入分别为640万元和275万元。／餐饮收入257万元。",
  "县公安局查处案件1317件。／县司法局查处案件1371件。",
  "受理案件1317件，其中民事840件、刑事477件。／受理案件1371件，其中民事881件、刑事490件。",
  "参加医保31.7万人。／参加养老保险37.1万人。",
  "上年结转317件。／结转下年371件。",
  "县级财政投入3.17亿元。／镇级财政投入3.71亿元。",
  "开展执法检查317次。／开展联合执法检查371次。",
  "完成投资3.17亿元。／计划完成投资3.71亿元。",
  "一季度完成税收3.17亿元，二季度完成3.71亿元。／三季度完成1.37亿元。",
  "一般程序案件127件、简易程序案件285件。／一般程序案件卷宗评查172件。",
  "县医院诊疗31.7万人次。／中医院诊疗37.1万人次。",
  "调解成功1317件。／调解纠纷1371件。",
  "拨付资金3.17亿元。／到位资金3.71亿元。",
  "受理案件4321件。／受理案件1987件。",
  "举办讲座6场。／举办讲座8场。",
  "查处违法用地案件317件。／查处违法采矿案件371件。",
  "慰问困难党员317名。／慰问困难职工371名。",
  "检查酒店46家。／检查酒店48家。",
  "在册电梯1317台。／| 项目 | 2023年（台） | 增减（%） |\n| 在册电梯 | 1371 | 3.2 |",
])("two values of two things, or times: %s", (text) => check(text));

test("values at different precisions prove each other", () => {
  expect(proofs("发放创业担保贷款4.37亿元。", "发放创业担保贷款43712万元，扶持创业1203人。")).toHaveLength(1);
  expect(proofs("普查登记古树2317株。", "打算：对2317株古树逐株挂牌保护。")).toHaveLength(1);
  expect(proofs("救助困难群众18430人次。", "| 项目 | 2024年（人次） |\n| 救助困难群众 | 18430 |")).toHaveLength(1);
  expect(proofs("受理案件4321件。", "受理案件1987件。")).toEqual([]);
});

test("a value that a reckoning bears out is right, and the other wrong", () =>
  check("受理仲裁案件⟦1893件⟧，全部按期审结。／受理仲裁案件1839件，其中劳动类1204件、人事类635件。"));

test("what a reckoning tells already is told once", () =>
  check("排查点位1468个，完成整治1107个，剩余316个正在施工。／打算：整治完剩余361个点位。"));

test("nothing throws, and time is linear", () => {
  const row = "受理行政复议案件";
  const texts = [
    Array.from({ length: 3000 }, (_, i) => `${row}${1000 + ((i * 7) % 9000)}件。`).join("\n"),
    `${"县域经济高质量发展".repeat(8000)}317件。${"县域经济高质量发展".repeat(8000)}371件。`,
    `| 项目 | 数量（件） |\n${Array.from({ length: 2000 }, (_, i) => `| ${row} | ${1000 + i} |`).join("\n")}`,
    "| | |\n| 1 | 2 |\n|（|）|",
    "constructor317件。__proto__371件。toString期间317件，hasOwnProperty",
    `${row}${"9".repeat(300)}件。\n${row}${"9".repeat(299)}8件。`,
  ];
  const started = performance.now();
  for (const text of texts) expect(() => equalsOf(analyse(text, { declared: true }))).not.toThrow();
  expect(performance.now() - started).toBeLessThan(20_000);
});

/** What is told of each value of a text and where, without the objects that it is told of. */
const toldIn = (report: Report): readonly unknown[] =>
  equalsOf(report).map(({ claim, start, from }) => [
    claim.verdict,
    claim.statement.figure,
    claim.slip?.value,
    start,
    from,
  ]);

test("of an edited draft the same is told as of a new one", () => {
  const [first, second, third] = [
    "发放高龄津贴326.5万元。培训护林员842人。",
    "全年发放高龄津贴32.65万元，惠及老年人4210人。",
    "对824名护林员逐一建档。发放高龄津贴326.5万元。",
  ] as const;
  const versions = [
    draft([first, second, third]),
    draft([first, second, third, second]),
    draft([second, third, first]),
    draft([first, second.replace("全年", "2023年"), third]),
    draft([first, second, third]).replace("2024年工作总结", "2025年工作总结"),
    draft([first, second, `打算：${third}`]),
    draft([first, second.replace("32.65", "326.5"), third]),
    draft([first, first, second]),
    draft([first, second, third], true),
    draft([first, second, third]),
  ];
  let previous: Report | undefined;
  const found = versions.map((text) => {
    previous = analyse(text, { declared: true, previous });
    expect(toldIn(previous)).toEqual(toldIn(analyse(text, { declared: true })));
    return JSON.stringify(toldIn(previous));
  });
  expect(new Set(found).size).toBeGreaterThan(6);
});
