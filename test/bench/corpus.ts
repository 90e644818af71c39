/** Reports without end, for measuring: own words, figures that hold together, and no two paragraphs alike. */

/** A number from 0 up to, and not, `below`; the same seed gives the same row of them. */
type Dice = (below: number) => number;

function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const words = (text: string): readonly string[] => text.split(" ");

const PLACES = words(
  "云溪 松岭 青禾 石桥 南屏 白鹭 临江 竹山 凤池 北辰 槐荫 沙洲 龙潭 清河 玉带 平湖 柳营 东篱 银杏 望海",
);
const UNITS = words("镇 街道 乡");
const SIDES = words("东 南 西 北 上 下 前 后 新 老");
const VILLAGES = words("村 社区 商圈 园区");
const BODIES = words(
  "司法所 调解委员会 执法大队 法律援助中心 公证处 普法办公室 复议接待点 信访工作站 综治中心 审查小组 律师协会 监督联系点",
);
const DEEDS = words("健全 完善 推行 落实 深化 优化 规范 探索 细化 夯实 拓展 抓好 改进 充实 压实 畅通 梳理 公开");
const MATTERS = words(
  "重大决策程序 行政执法公示 裁量权基准 合法性审查 案卷评查 复议接待 诉前调解 风险评估 公众参与 述法测评 普法责任清单 法律顾问选聘 涉企检查备案 " +
    "社区矫正监管 安置帮教衔接 公证上门办理 律师值班安排 证明事项告知承诺 文件定期清理 争议源头化解 数据共享核验 网上立案引导 信用修复提醒 案件回访",
);
const WAYS = words(
  "工作机制 管理办法 操作规程 责任清单 联席会议 台账制度 通报制度 考核细则 流转流程 协作机制 评价标准 培训计划",
);
const AIMS = words(
  "群众少跑腿 责任可追溯 程序更规范 办理再提速 标准相统一 问题早发现 争议不上行 基层有人手 企业少受扰 经验可推广",
);
const TIMES = words("年初 第一季度 汛期之前 三月下旬 六月中旬 下半年 国庆前后 入冬以来 年底前 每月月初");
const PAPERS = words("工作要点 实施方案 若干措施 任务分解表 操作指引 评查标准 会商纪要 培训教材");
const CHIEFS = words("主要负责人 分管负责人 驻点律师 专职调解员 执法骨干 法制审核人员 联络员 村居干部");
const FORUMS = words("专题会 推进会 现场会 旁听庭审 业务培训 模拟演练 案例讲评 入户走访");

/** What is counted, in which measure, and of which kinds it is made up. */
const COUNTED = (
  [
    ["受理法律援助案件", "件", "民事 刑事 行政"],
    ["排查矛盾纠纷", "件", "邻里 婚姻家庭 劳动争议 山林土地 物业服务"],
    ["审查合同", "份", "工程建设类 政府采购类 招商引资类 国有资产类"],
    ["评查执法案卷", "册", "市场监管类 交通运输类 城市管理类 生态环境类"],
    ["开展法治宣传", "场", "进校园 进企业 进社区 进乡村"],
    ["办理公证", "件", "继承类 委托类 合同类 涉外类"],
    ["清理文件", "件", "继续有效 需要修改 宣布失效"],
    ["收集意见建议", "条", "部门提出 企业提出 群众提出"],
    ["发现问题", "个", "制度建设类 执法程序类 文书制作类 队伍管理类"],
    ["培训人员", "人", "区级部门 镇街 村居"],
  ] as const
).map(([name, unit, kinds]) => ({ name, unit, kinds: words(kinds) }));

/** What is a share of what, and what the share is called. */
const RATES = [
  ["抽查文书", "份", "合格", "合格率"],
  ["参加考试", "人", "通过", "通过率"],
  ["接听来电", "通", "当场答复", "当场答复率"],
  ["调处纠纷", "件", "调解成功", "调解成功率"],
  ["提出审查意见", "条", "采纳", "采纳率"],
  ["回访当事人", "人", "表示满意", "满意率"],
] as const;

/** One sentence. Each draws its words, and reckons from one another those of its figures that depend on others. */
type Sentence = (roll: Dice, year: number) => string;

const pick = <V>(roll: Dice, values: readonly V[]): V => values[roll(values.length)]!;
/** Where something was done, so told apart that no two sentences speak of one thing: 云溪镇南柳村. */
const place = (roll: Dice): string =>
  `${pick(roll, PLACES)}${pick(roll, UNITS)}${pick(roll, SIDES)}${pick(roll, PLACES)[0]}${pick(roll, VILLAGES)}`;
const percent = (value: number): string => `${Number(value.toFixed(2))}%`;

/** Numbers that make up `total`, none of them nought. */
function parts(roll: Dice, total: number, count: number): number[] {
  const made: number[] = [];
  let left = total;
  for (let i = 1; i < count; i++) {
    const part = 1 + roll(Math.max(1, Math.floor((2 * left) / (count - i + 1)) - 1));
    made.push(part);
    left -= part;
  }
  return [...made, left];
}

const PROSE: readonly Sentence[] = [
  (roll) =>
    `${pick(roll, DEEDS)}${pick(roll, MATTERS)}${pick(roll, WAYS)}，由${place(roll)}${pick(roll, BODIES)}牵头，${pick(roll, CHIEFS)}逐项认领，做到${pick(roll, AIMS)}。`,
  (roll) =>
    `${pick(roll, TIMES)}，组织${place(roll)}${pick(roll, CHIEFS)}参加${pick(roll, FORUMS)}，围绕${pick(roll, MATTERS)}交流做法，推动${pick(roll, WAYS)}落到实处。`,
  (roll, year) =>
    `印发《${pick(roll, PLACES)}区${pick(roll, MATTERS)}${pick(roll, PAPERS)}》（${pick(roll, PLACES)[0]}司发〔${year}〕${1 + roll(90)}号），把${pick(roll, MATTERS)}与${pick(roll, MATTERS)}一并纳入${pick(roll, WAYS)}，${pick(roll, DEEDS)}${pick(roll, BODIES)}力量，确保${pick(roll, AIMS)}。`,
  (roll) =>
    `${pick(roll, CHIEFS)}到${place(roll)}${pick(roll, BODIES)}蹲点，针对${pick(roll, MATTERS)}中的堵点${pick(roll, DEEDS)}${pick(roll, WAYS)}，让${pick(roll, AIMS)}成为常态。`,
];

const FIGURES: readonly Sentence[] = [
  (roll) => {
    const { name, unit, kinds } = pick(roll, COUNTED);
    const total = 40 + roll(4000);
    const made = parts(roll, total, kinds.length).map((part, i) => `${kinds[i]}${part}${unit}`);
    return `${place(roll)}${pick(roll, BODIES)}全年${name}${total}${unit}，其中${made.join("、")}。`;
  },
  (roll) => {
    const { name, unit } = pick(roll, COUNTED);
    const [before, now] = [60 + roll(3000), 60 + roll(3000)];
    const change = (now / before - 1) * 100;
    return `${place(roll)}${name}${now}${unit}，同比${change < 0 ? "下降" : "增长"}${percent(Math.abs(change))}（上年${before}${unit}）。`;
  },
  (roll) => {
    const [name, unit, done, rate] = pick(roll, RATES);
    const all = 50 + roll(2000);
    const some = Math.ceil(all * (0.7 + roll(29) / 100));
    return `${place(roll)}${pick(roll, BODIES)}${name}${all}${unit}，${done}${some}${unit}，${rate}${percent((100 * some) / all)}。`;
  },
  (roll) => {
    const [carried, taken, left] = [5 + roll(60), 80 + roll(900), 3 + roll(50)];
    return `${place(roll)}上年结转行政复议案件${carried}件，新收${taken}件，办结${carried + taken - left}件，结转下年${left}件。`;
  },
  (roll) => {
    const days = 8 + roll(20);
    return `${place(roll)}${pick(roll, MATTERS)}平均用时由${days}个工作日压缩至${days - 2 - roll(5)}个工作日，比年初定下的目标再提前${1 + roll(3)}个工作日。`;
  },
];

/** Sentences of words and sentences of figures by turns, as thick as a bureau writes them. */
function paragraph(roll: Dice, year: number): string {
  const count = 4 + roll(5);
  return Array.from({ length: count }, (_, i) => pick(roll, i % 2 === 0 ? PROSE : FIGURES)(roll, year)).join("");
}

const CHAPTERS = (year: number) => [`${year}年主要工作`, "存在的问题和不足", `${year + 1}年工作打算`];
const ORDER = words("一 二 三 四 五 六 七 八 九");
/** Of a report, the first part is the longest by far. */
const SECTIONS = [5, 2, 3];

const bytesOf = (text: string): number => Buffer.byteLength(text);

/**
 * A bureau's report of the year in Markdown, which is plain text as well.
 * @param bytes how long it is in UTF-8, to about one paragraph
 */
export function report(seed: number, bytes: number): string {
  const roll = dice(seed);
  const year = 2019 + roll(6);
  const office = `${pick(roll, PLACES)}区司法局`;
  const chapters = CHAPTERS(year).map((title, i) => ({
    title,
    sections: Array.from({ length: SECTIONS[i]! }, () => ({
      title: `${pick(roll, DEEDS)}${pick(roll, MATTERS)}，${pick(roll, DEEDS)}${pick(roll, WAYS)}`,
      paragraphs: [paragraph(roll, year + (i === 2 ? 1 : 0))],
    })),
  }));
  const opening = `${year}年，${office}围绕${pick(roll, MATTERS)}与${pick(roll, MATTERS)}两条主线开展工作，现将情况报告如下：`;
  const closing = [office, `${year}年12月${20 + roll(10)}日`];
  const written = (): string[] => [
    `# ${office}${year}年工作总结及${year + 1}年工作打算`,
    opening,
    ...chapters.flatMap(({ title, sections }, i) => [
      `${ORDER[i]}、${title}`,
      ...sections.flatMap(({ title, paragraphs }, j) => [`（${ORDER[j]}）${title}`, ...paragraphs]),
    ]),
    ...closing,
  ];
  const sections = chapters.flatMap(({ sections }, i) => sections.map((section) => ({ section, ahead: i === 2 })));
  for (let length = bytesOf(written().join("\n\n")); length < bytes; ) {
    const { section, ahead } = pick(roll, sections);
    const more = paragraph(roll, year + (ahead ? 1 : 0));
    section.paragraphs.push(more);
    length += bytesOf(more) + 2;
  }
  return `${written().join("\n\n")}\n`;
}
