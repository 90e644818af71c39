import type { Paragraph } from "../../report/paragraph.ts";
import { said } from "../../statements/said.ts";
import { does, type Statement, statementsOf } from "../../statements/statement.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { light } from "../../words/classes.ts";
import type { Token } from "../../words/lexer.ts";
import type { Pos } from "../../words/pos.ts";
import { defineRule, type Fix, type Severity } from "../rule.ts";

/** What a count of these is counted in, where a writer leaves it out. */
const COUNTED = {
  元:
    "金额 资金 经费 投资 收入 支出 产值 税收 税款 贷款 补贴 补助 损失 赔偿 罚款 罚没款 标的额 标的 货值 总额 营收 造价 债务 欠款 工资 报酬 利润 涉及 涉案 " +
    "销售额 交易额 成交额 营业额 消费 融资 存款 欠薪 债券",
  次: "播放 点击 阅读 浏览 访问 转发 下载 点赞 曝光 话题",
  人次: "观看 参与 收看 参加 受众 受益 惠及 服务 覆盖 吸引 接待 围观 听众 观众 培训 咨询 普及 旁听",
  人: "粉丝 关注 注册 会员 人员 群众 学员 党员 干部 志愿者 调解员 律师 学生 职工",
  件: "案件 纠纷 诉求 工单 事项 信访 警情 证照 规章 法规 提案",
  份: "文件 合同 意见书 法律意见 问卷 材料 函 报告",
  家: "企业 单位 机构 商户 市场主体 经营主体",
  场: "活动 讲座 宣讲 会议",
  个: "问题 隐患 点位",
  条: "线索 信息 数据 建议",
  辆: "车辆",
  户: "农户 住户 困难户 低保户 脱贫户",
} as const satisfies Record<string, string>;

const UNITS: readonly (readonly [word: string, unit: string])[] = Object.entries(COUNTED).flatMap(([unit, words]) =>
  words.split(" ").map((word) => [word, unit] as const),
);

const words = (row: string): ReadonlySet<string> => new Set(row.split(" "));

/** Words that leave no doubt that money is counted. */
const FUNDS =
  "资金 金额 经费 贷款 补贴 补助 税款 罚款 罚没款 货值 标的额 财产损失 经济损失 罚没 赔偿金 奖补 清退 兑付 拨付 追缴 清偿".split(
    " ",
  );
/** People and households, of whom large numbers are told without 人. */
const PEOPLE = "人口 参保 用户 网民 户籍 务工 就业 脱贫 贫困".split(" ");
/** A row of round numbers that are passed one after another, which no unit goes with. */
const PASSED = words("跨越 跨过 迈上 迈过 站上 跃上 连跨");
/** What bears a number that counts nothing: marks and places in an order, labels, codes. */
const UNCOUNTED = words(
  "得分 分数 评分 总分 分值 成绩 满分 指数 系数 倍差 差距 排名 排位 位次 名次 位居 位列 序号 编号 代码 编码 号码 电话 热线 短号 邮编 区号 版本 附件 附表 附图 图表 表格 专栏 " +
    "方案 阶段 标段 条款 类别 等级 级别 温度 浓度 海拔 年份 年满 房间 单元 路段 线路 频道 案例 专题 模块 任务 项目 目标 问题 措施 示例 题目 步骤 样本 组别 型号 货号 批号 车次 航班 学期 " +
    "第 平均 目录 公告 通知 公报 简报 平台 系统 模式 机制 体系 工程 计划 行动 战略 规划 联盟 论坛 峰会 大会 设在 位于 地处 编为",
);
/** Endings of the names of marks, quotients and places. */
const MARKS = words("值 率 度 比 数 分 名 位 号 码 期 届 级 类 第 版 差 年 月 日 线 路 组 队 班 楼 栋 区 表 图");
/** Words between a name and its number. */
const COPULAS = words(
  "已 约 近 超 逾 达 共 计 为 是 有 到 至 过 达到 超过 突破 累计 共计 合计 总计 多达 高达 仅 达成 总数 总量 量 数 的 了",
);
const FOLLOWING = words("观看 收看 参与 围观 点赞 转发 互动");
const ENDS = new Set([..."，,。、;；!！?？)）\n"]);
const NAMING: ReadonlySet<Pos> = new Set<Pos>(["n", "v", "vn", "l"]);

export default defineRule({
  id: "figure/missing-unit",
  scope: "paragraph",
  severity: "error",
  basis: "standard",
  summary: say("数量后面要有单位。", "A quantity needs a unit or a measure word."),
  why: say(
    "“20亿”可以是元，也可以是次；没有单位，数字就无从核对。",
    "Without a unit the reader cannot tell what is counted.",
  ),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "全年拨付救助资金3.2亿元，惠及群众1.5万人次。" },
    { good: "群众满意度测评得分为92.5，居全市前列。" },
    { good: "组织开展专题研讨，见附件3，满意度测评得分92，排名第一。" },
    { good: "全市外贸总额先后迈上3万亿、4万亿两个台阶。" },
    { bad: "全年兑付奖补资金⟦超过3亿⟧，为企业解困。", fixed: "全年兑付奖补资金超过3亿元，为企业解困。" },
    { bad: "普法短视频总播放量⟦50万+⟧。", fixed: "普法短视频总播放量50万余次。" },
    { bad: "兑付补贴资金共计⟦2723⟧，惠及522户。" },
    { bad: "全年办理案件⟦320⟧，无一差错。", fixed: "全年办理案件320件，无一差错。" },
    { bad: "党组中心组集中学习⟦10⟧，交流研讨4次。" },
    { bad: "夜间集市拉动消费⟦1200万⟧，带动就业460人。", fixed: "夜间集市拉动消费1200万元，带动就业460人。" },
    { bad: "制定政府规章⟦6⟧，废止3件。" },
    { bad: "火灾直接财产损失⟦52.8⟧，同比下降3.1%。" },
    { bad: "全省基本医疗保险参保⟦2.3亿⟧，覆盖面不断扩大。" },
  ],
  *check(paragraph) {
    const { text } = paragraph;
    for (const statement of statementsOf(paragraph)) {
      const { figure } = statement;
      const lack = isBare(paragraph, statement) ? lackOf(statement) : null;
      if (!lack) continue;
      const { unit } = lack;
      // 收入47.36，补助21.58，结转1.94: whoever leaves out the unit again and again means to.
      const severity = isHabit(paragraph, statement) ? "information" : lack.severity;
      const shown = text.slice(figure.span.start, figure.span.end);
      yield {
        span: figure.span,
        severity,
        message: say(
          `“${shown}”后面缺单位${unit ? `，疑为“${unit}”` : ""}，请补上。`,
          `“${shown}” has no unit${unit ? `; “${unit}” is likely` : ""}.`,
        ),
        fixes: unit ? [completed(statement, unit)] : [],
      };
    }
  },
});

/** How many numbers without a unit one paragraph holds where it is a habit, and no slip. */
const HABIT = 3;
const bareIn = memo(
  (paragraph: Paragraph): number =>
    statementsOf(paragraph).filter((s) => isUnitless(s) && isQuantity(s, paragraph)).length,
);
const isUnitless = ({ figure }: Statement): boolean =>
  figure.kind === "quantity" && figure.unit === null && figure.unitSpan === null && !figure.hanzi;
/** Amounts to a fraction, or in 万 and 亿, are told of one kind with one unit. */
const isQuantity = (s: Statement, paragraph: Paragraph): boolean => s.figure.precision < 1 || isScaled(s, paragraph);
const isHabit = (paragraph: Paragraph, s: Statement): boolean =>
  (isQuantity(s, paragraph) && bareIn(paragraph) >= HABIT) || isInBareRow(s);
/** 持证1264人，助理938、中级322、高级4: a row of which no item has a unit. */
function isInBareRow({ paragraph, index, mark, previous }: Statement): boolean {
  const next = statementsOf(paragraph)[index + 1];
  const isBareBeside = (s: Statement | null | undefined): boolean => !!s && s.own.length > 0 && isUnitless(s);
  return (mark === "、" && isBareBeside(previous)) || (next?.mark === "、" && isBareBeside(next));
}

interface Lack {
  readonly unit: string | null;
  readonly severity: Severity;
}

/** Whether a number is written with 万 or 亿. */
const isScaled = ({ figure: { digits, span, hanzi } }: Statement, { folded }: Paragraph): boolean =>
  !hanzi && [...folded.slice(digits.end, span.end)].some((char) => char === "万" || char === "亿");

/** Whether a number ends its clause, or is followed by a verb, with nothing that says what is counted. */
function isBare(paragraph: Paragraph, statement: Statement): boolean {
  // 养老29.84万人次（职工6.12万、居民23.72万）: the unit of what a bracket explains holds for all in it.
  if (statement.owner && statement.owner.figure.unit !== null && isAllBare(statement)) return false;
  const { folded } = paragraph;
  const { figure, tail } = statement;
  if (figure.kind !== "quantity" || figure.unitSpan !== null || figure.hanzi) return false;
  const plus = folded[figure.span.end - 1] === "+";
  if (figure.unit !== null && !(plus && isScaled(statement, paragraph))) return false;
  if (isScaled(statement, paragraph)) return ends(folded, figure.span.end) || FOLLOWING.has(tail[0]?.text ?? "");
  const whole =
    figure.precision >= 1 || unitBeside(statement) !== null || FUNDS.some((word) => said(statement.own).includes(word));
  return whole && isChinese(folded[figure.span.start - 1] ?? "") && ends(folded, figure.span.end);
}

/** Whether no number of a bracket of several has a unit. */
function isAllBare({ paragraph, group, index }: Statement): boolean {
  const statements = statementsOf(paragraph);
  const [last, next] = [statements[index - 1], statements[index + 1]].map((s) => (s?.group === group ? s : null));
  return (last || next) !== null && [last, next].every((s) => !s || s.figure.unit === null);
}

/** The unit of the like number before a bare one, in a list (制造业0.89亿元，服务业0.57), or of the base that it is reckoned from. */
function unitBeside(statement: Statement): string | null {
  const last = statement.previous;
  // 上级21700万元，占75.9%，县级配套6900，占24.1%: both are parts of one whole.
  const shares = isPartOf(last?.previous) && last!.index === last!.previous!.index + 1 && isPartOf(statement);
  const previous = shares ? last!.previous : last;
  if (
    previous?.segment !== statement.segment ||
    previous.figure.unitSpan === null ||
    previous.figure.kind !== "quantity"
  )
    return null;
  const like =
    shares || isLikeLast(statement, previous) || isInList(statement, previous) || isChangeOf(statement, previous);
  return like ? previous.paragraph.text.slice(previous.figure.digits.end, previous.figure.span.end) : null;
}

/** Whether a share is told right behind a count: 21700万元，占75.9%. */
function isPartOf(count: Statement | null | undefined): boolean {
  const next = count && statementsOf(count.paragraph)[count.index + 1];
  return next?.standing === "share" && next.own.length === 1 && next.segment === count!.segment;
}

const isLikeLast = ({ figure, own }: Statement, previous: Statement): boolean =>
  (previous.standing === "level" || previous.standing === "target") &&
  figure.precision < 1 &&
  own.length > 0 &&
  ([own, previous.own].every(areNouns) || (own.length === 1 && DONE.has(own[0]!.text)));

const areNouns = (words: readonly Token[]): boolean => words.every(({ pos }) => pos[0] === "n" || pos === "mark");

/** 路内泊位1240个、限时泊位460、临时泊位160个 */
function isInList({ paragraph, index, mark, own }: Statement, previous: Statement): boolean {
  const next = statementsOf(paragraph)[index + 1];
  return mark === "、" && own.length > 0 && next?.mark === "、" && next.figure.unit === previous.figure.unit;
}

/** 比上年的2526万元减少216 */
const isChangeOf = ({ own, clause }: Statement, previous: Statement): boolean =>
  (previous.standing === "base" &&
    previous.clause === clause &&
    own.length === 1 &&
    does(own[0]!.classes, "up", "down")) ||
  // 由218.6平方公里减少到187.3平方公里，五年净减31.3
  (own.at(-1) !== undefined && does(own.at(-1)!.classes, "net") && does(previous.ownClasses, "reach"));

/** 村均265, 每台8000, 户均查补52.3万: a mean that is shared out to things is of something. */
const isShared = ({ own }: Statement, scaled: boolean): boolean => {
  const last = own.at(-1)?.text ?? "";
  return (
    (scaled ? own.some(({ text }) => isMean(text)) : isMean(last)) ||
    own.at(-2)?.text === "每" ||
    (last.length > 1 && last[0] === "每")
  );
};
const isMean = (word: string): boolean => word.length === 2 && word.endsWith("均") && word !== "平均";

/** 挂牌价合计2.85亿元，成交3.06亿: told right behind a sum of money of its size. */
const isOfMoney = ({ figure, previous, segment, own }: Statement): boolean => {
  const last = previous?.standing === "share" || previous?.standing === "tally" ? previous.previous : previous;
  return (
    last?.segment === segment &&
    last.figure.unit === "元" &&
    last.figure.precision === figure.precision &&
    own.every(({ pos }) => pos !== "n")
  );
};

/** The unit of the total that stands right before a mean, where it has one. */
const unitOfTotal = ({ previous, sentence }: Statement): string | null =>
  previous?.sentence === sentence && previous.figure.unit?.endsWith("元")
    ? previous.paragraph.text.slice(previous.figure.digits.end, previous.figure.span.end)
    : null;

const DONE = words("完成 实现 达到 到位");

const ends = (text: string, at: number): boolean =>
  at >= text.length || ENDS.has(text[at] === " " ? (text[at + 1] ?? "") : text[at]!);
const isChinese = (char: string): boolean => char >= "\u4e00" && char <= "\u9fff";

/** How many words before a number name what it counts. */
const NEAR = 4;

/** What a bare number lacks; null where it needs no unit, or where nobody can tell. */
function lackOf(statement: Statement): Lack | null {
  const { own, gap, mark, paragraph, figure, label } = statement;
  const before = own.length > 0 ? own : mark === ":" ? gap.slice(-NEAR) : label;
  const name = named(before);
  if (name.length === 0 || before.some(({ text }) => PASSED.has(text))) return null;
  const scaled = isScaled(statement, paragraph);
  if (statement.standing === "average" && isShared(statement, scaled))
    return { unit: unitOfTotal(statement), severity: "error" };
  const beside = unitBeside(statement);
  if (beside !== null && !isLabel(name)) return { unit: beside, severity: "error" };
  const spoken = said(name.slice(-NEAR));
  const unit = unitOf(spoken) ?? (scaled && isOfMoney(statement) ? "元" : null);
  if (scaled) {
    // 关注人数达到3.6万: the name itself says what is counted.
    const known =
      unit !== null && !before.some(({ text }) => text.endsWith("数")) && !PEOPLE.some((word) => spoken.includes(word));
    return { unit: known ? unit : null, severity: known ? "error" : "information" };
  }
  if (isLabel(name) || does(statement.ownClasses, "rank")) return null;
  // 资金共计2723 lacks 元 or 万元, who knows which; other money words may go with a year or a rank.
  if (unit === "元") return FUNDS.some((word) => spoken.includes(word)) ? { unit: null, severity: "error" } : null;
  if (unit !== null && figure.value! >= 10) return { unit, severity: "error" };
  const last = name.at(-1)!;
  const direct = last === before.at(-1) && NAMING.has(last.pos) && last.text.length > 1 && !light.has(last.text);
  return direct ? { unit: null, severity: "warning" } : null;
}

const AIMED = new Set(["力争", "争取", "确保", "预计"]);
/** The words before a number without those that only lead to it. */
function named(before: readonly Token[]): readonly Token[] {
  let end = before.length;
  while (
    end > 0 &&
    (COPULAS.has(before[end - 1]!.text) || AIMED.has(before[end - 1]!.text) || does(before[end - 1]!.classes, "each"))
  )
    end--;
  return before.slice(0, end);
}

/** The unit of the last of some words that is counted in one. */
function unitOf(spoken: string): string | null {
  let best: string | null = null;
  let at = -1;
  for (const [word, unit] of UNITS) {
    const found = spoken.lastIndexOf(word);
    if (found > at) [best, at] = [unit, found];
  }
  return best;
}

/** Whether the word before a number bears a mark, a place or a label: 得分92, 附件3. */
function isLabel(name: readonly Token[]): boolean {
  const last = name.at(-1)!;
  return UNCOUNTED.has(last.text) || (MARKS.has(last.text.at(-1)!) && unitOf(last.text) === null);
}

function completed({ figure, paragraph }: Statement, unit: string): Fix {
  const end = figure.span.end;
  const plus = paragraph.folded[end - 1] === "+";
  return {
    title: say(`补上“${unit}”`, `Insert “${unit}”`),
    safe: false,
    edits: [plus ? { span: span(end - 1, end), newText: `余${unit}` } : { span: span(end, end), newText: unit }],
  };
}
