import { expect, test } from "vitest";
import { analyse } from "../../server/facts/report.ts";
import { lint } from "../../server/lint/run.ts";
import { rules } from "../../server/rules/index.ts";
import { mark } from "../kit.ts";

const active = rules
  .filter(({ id }) => /^(?:residue|wording|punctuation)\//.test(id))
  .map((rule) => ({ rule, severity: rule.severity, options: rule.options?.parse({}) ?? {}, pinned: false }));

const loud = (text: string): string => {
  const { diagnostics, failures } = lint(analyse(text, { declared: true }), active);
  expect(failures).toEqual([]);
  const found = diagnostics.filter(({ severity }) => severity === "error" || severity === "warning");
  return mark(
    text,
    found.map(({ span }) => span),
  );
};

/** Sound official prose, thick with what looks like a fault and is none. */
const SOUND = [
  // Words that double, and words that meet.
  "坚持人人有责、人人尽责，常常到一线走走看看，天天有进展，把问题一件一件研究研究、一户一户核实清楚，的的确确让群众得实惠。",
  "以优质法律服务服务高质量发展，各级党组织组织党员下沉一线，通过警示教育教育引导干部知敬畏，专题培训培训骨干120人。",
  "为了了解企业诉求，局领导带队走访；除了了解诉求，还梳理了共性问题，以及及时反馈办理结果，达到以查促改目的的单位有12家。",
  "二〇二〇年以来，花园社区社区工作者、执法大队大队长、机关党支部支部书记轮流值守，人大代表代表群众提出建议15条。",
  "狠抓落实，落实到人；重在建设，建设为民；加强领导，领导带头，做到心往一处想、劲往一处使。",
  // Time, deadlines, figures with marks inside.
  "报名截止日期为6月30日，申报截止时间为17:30；截至6月30日，共收到材料1,286份，男女比例为3:2，投资1.2亿元。",
  "会议于2024年3月5日上午9:00—11:30召开，网址为https://www.example.gov.cn/a,b(c)?id=1，邮箱为sfj@example.gov.cn。",
  "2024年来访群众明显减少，全年共接待1200人次；实施一年以来运行平稳，自2021年以来累计办结3.6万件。",
  // Quotations and titles, nested and side by side.
  "印发《〈法治建设规划〉任务分工方案》《关于落实“谁执法谁普法”责任制的意见》，做好“‘八五’普法”宣讲，讲好“小案件、大道理”故事。",
  "《办法（试行）》《细则》（以下统称“两项制度”）自6月1日起施行；（一）明确责任，（二）强化督查；1）建账，2）销号。",
  "他说：“群众的事，再小也是大事。”群众笑称这里是“家门口的‘法律诊所’”，大家纷纷点赞:)",
  "当好“宣传员”“调解员”“服务员”，推行“一窗受理、集成服务”，落实“双随机、一公开”监管要求。",
  // Letters, crosses and 某 that mean themselves.
  "为乡镇卫生院配备X光机3台、CT机1台，推进“3+X”联动和“互联网+监管”，绿地V岛、iPhone X体验店等点位全部接入5G。",
  "实行7×24小时值守，地块尺寸为120×80米，面积按长×宽计算，PM2.5平均浓度下降，建成A级旅游景区2个、4A级1个。",
  "某些环节仍有不足，某种程度上影响了效率；妥善调处王某与李某某相邻权纠纷、张某某诉某街道办事处行政处罚案。",
  "推广“1+4+N”模式，组建“1名法律顾问+N名法律明白人”队伍，开展“法律十进”，ISO9001认证企业达20家。",
  "按照N+1方式配置设备，B超、X射线检查免费开放，C919大飞机配套企业落户，QQ群、微信群答疑600余次。",
  // Letters that make other words where they meet.
  "推进清廉结对共建，提振灾后重建信心，参观山脉博物馆，修复原故障路灯，成立企业家俱乐部，干部群众围坐谈心。",
  "预防患者跌倒，做好国防教育和消防患点排查；领取销售许可，抽签定号，公正处理投诉，调节员工情绪，修复盖板120块。",
  "各单位应当做好防汛工作，多做为民服务的实事；企业自己经营，一份量化清单、一座落成的书屋，提交待审议题12个。",
  "发布署名文章3篇，按排名先后公示，主动上报导致延误的原因，规范行为，防患于未然，保障生活必需。",
  "既便民又利企，既将成本降下来、又将质量提上去，究竟争在哪里要查清，研究竞争对策，听取申辩认真核实。",
  // Whole-city words, patrols and institutions used rightly.
  "落实省委巡视和区委巡察整改要求，配合巡视巡察工作，做好重大执法决定法制审核，保障公民权利，规范公权力运行。",
  "健全共建共治共享的社会治理制度，推动京津冀协同发展，构建依法行政制度体系，完善意识形态工作责任落实机制。",
  "坚持依法治国、依法执政、依法行政共同推进，坚持法治国家、法治政府、法治社会一体建设，把全面依法治县摆在突出位置。",
  "做到科学立法、严格执法、公正司法、全民守法，尊法学法守法用法蔚然成风，自治、法治、德治相结合的治理体系更加健全。",
  "一是抓学习，组织宣讲、培训等；二是抓队伍，开展练兵、比武等；三是抓保障，落实经费、装备等。",
  "会同公安、司法、法院等部门，开展检查、整治等行动；听取代表委员、专家学者意见，上下联动、左右贯通，内外结合、齐抓共管。",
  "参照国发〔2021〕5号、某政办发〔2024〕12号文件，收到（2024）某01行终12号判决书，发布2024年第3号公告。",
  "2021—2025年分步实施，突出一个重点——法治化营商环境；滨河路—城南大道段年内通车，省、市、县三级联动。",
];

test.each(SOUND)("is silent: %s", (text) =>
  expect(loud(`全年工作情况如下。\n${text}`)).toBe(`全年工作情况如下。\n${text}`),
);
