import { type Growth, growthsOf, isAdjusted, unsaid } from "../../constraints/growth.ts";
import { isExact } from "../../constraints/interval.ts";
import { parallelOf } from "../../constraints/ratio.ts";
import { after, before, isPercent } from "../../constraints/reach.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import type { Report } from "../../report/report.ts";
import { comparedAt, moveAt, wordsCounted } from "../../statements/counted.ts";
import { nameOf } from "../../statements/name.ts";
import { said } from "../../statements/said.ts";
import { does, type Statement, statementsOf } from "../../statements/statement.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Endings of what has no quantity to be told: rates and marks, times and costs, intensities. */
const UNCOUNTED = (
  "率 比重 占比 比例 度 指数 系数 时限 时长 时间 用时 耗时 周期 成本 环节 材料 步骤 跑动 跑动次数 能耗 物耗 水耗 标准 水平 价格 均价 房价 物价 工资 " +
  "待遇 效能 效益 能力 质量 压力 负担 货币 M2 M1 寿命 增速 增幅 差距"
).split(" ");
/** Words of means, and of what is published by its growth. */
const PUBLISHED = "人均 户均 平均 每万 每千 每百 每10万 生产总值 GDP 增加值 产值 投资 零售 消费品 货币供应量".split(
  " ",
);

/** What is by custom told by its growth: the output, money, trade and traffic of an economy, accidents and their victims. */
const CUSTOMARY = (
  "产量 产出 营收 营业 收入 支出 税收 财政 经费 消费 销售 销量 进出口 出口 进口 外贸 外资 内资 利用 利润 存款 贷款 融资 信贷 社融 用电 电量 发电 能源 货运 客运 旅客 货邮 货物 运输 吞吐 " +
  "过货 游客 旅游 出游 花费 成交 交易 市场 经营主体 企业 工业 农业 服务业 制造业 产业 商品 汽车 粮食 蔬菜 面积 装机 专利 排放 低保 养老金 补贴 保障金 生活费 招生 业务 经济 总值 人口 " +
  "就业 从业 项目 资金 补助 口岸 航线 班列 快递 邮政 电信 流量 " +
  "事故 火灾 亡人 死亡 伤亡 受伤"
).split(" ");

/** What an office counts, one by one. */
const COUNTED = (
  "案件 案 纠纷 复议 诉讼 应诉 仲裁 公证 鉴定 援助 投诉 举报 信访 上访 来访 警情 发案 处罚 咨询 走访 检查 受理 办件 办理 立案 收案 结案 起数 件数 人数 户数 次数 " +
  "人次 宗数 例数 场次 数量 批次 工单 诉求 事项 件量 访量 来电 隐患 问题 申请"
).split(" ");

const includes = (words: string, table: readonly string[]): boolean => table.some((word) => words.includes(word));

export default defineRule({
  id: "figure/change-without-quantity",
  scope: "document",
  severity: "warning",
  basis: "practice",
  summary: say("只写增幅或降幅，没有写数量。", "A growth or decline is given, but no quantity."),
  why: say(
    "从1件到3件也是增长200%；没有本期数和上年同期数，增幅说明不了问题。",
    "From 1 to 3 is also +200%: without the counts the percentage says nothing.",
  ),
  examples: [
    { good: "来电投诉同比下降25%（由160件降至120件）。" },
    { good: "全年新收劳动仲裁案件636件，同比增长218%（上年同期200件）。" },
    { good: "劳动仲裁案件同比增长218%，达636件。" },
    { good: "火灾起数、受灾户数分别下降12.5%、20%（上年分别为16起、10户）。" },
    { good: "窗口受理投诉，比上年增长12.5%，达到90件。" },
    { good: "力争明年劳动仲裁案件同比下降10%。" },
    { bad: "全年新收劳动仲裁案件⟦同比增长218%⟧。" },
    { bad: "受理投诉90件，办结率100%；上门走访次数⟦较去年下降16.3%⟧。" },
  ],
  *check(report) {
    const told = isTold(report);
    const counted = new Set(report.paragraphs.flatMap(({ paragraph }) => changesIn(paragraph).counted));
    for (const { paragraph, start, role } of report.paragraphs) {
      if (role === "plan") continue;
      for (const claim of changesIn(paragraph).bare) {
        if (counted.has(changeOf(claim))) continue;
        const subject = said(wordsCounted(claim));
        const at = shift(span(from(claim), claim.figure.span.end), start);
        const plain = !told && includes(subject, COUNTED) && !includes(subject, CUSTOMARY);
        yield {
          span: at,
          ...(plain ? {} : { severity: "hint" as const }),
          message: say(
            `“${subject}”只写了变化幅度，没有写本期数和上年同期数，请补上数量。`,
            `Only the change of “${subject}” is given; state the count now and a year before.`,
          ),
          fixes: [
            {
              title: say("补上本期数和上年同期数", "Insert the counts now and a year before"),
              safe: false,
              edits: [{ span: span(at.end, at.end), newText: "（本期×件，上年同期×件）" }],
            },
          ],
        };
      }
    }
  },
});

/** The changes that a paragraph tells with their counts, and those that it should so tell and does not. */
const changesIn = memo(
  (paragraph: Paragraph): { readonly counted: readonly string[]; readonly bare: readonly Statement[] } => {
    const statements = statementsOf(paragraph);
    const [counted, bare]: [string[], Statement[]] = [[], []];
    for (const growth of growthsOf(paragraph)) {
      const { claim } = growth;
      if (isQuantified(statements, growth)) counted.push(changeOf(claim));
      else if (said(wordsCounted(claim)).length > 1 && !unsaid(claim) && isDue(claim) && !isUncounted(claim))
        bare.push(claim);
    }
    return { counted, bare };
  },
);

/** A growth told once with its counts may be told again without them. */
const changeOf = ({ figure, direction }: Statement): string => `${figure.value} ${direction}`;

/** Whether the last noun of what changed has no quantity: 细颗粒物平均浓度持续改善. */
function isUncounted(claim: Statement): boolean {
  const words = wordsCounted(claim);
  const name = said(words.slice(0, words.findLastIndex(({ pos }) => pos !== "v") + 1));
  return includes(said(words), PUBLISHED) || UNCOUNTED.some((end) => name.endsWith(end));
}

/** Whether a report is made to a congress, which is told the year by its growth. */
const isTold = ({ kind, paragraphs }: Report): boolean =>
  kind === "government-work-report" || paragraphs.some(({ paragraph }) => speaksToCongress(paragraph));

const speaksToCongress = memo(
  ({ folded }: Paragraph): boolean => folded.includes("各位代表") || folded.includes("请予审议"),
);

/** A growth of the report's own time that could be told with its numbers: none intended, none rough, no mean of years. */
const isDue = (claim: Statement): boolean =>
  isExact(claim.figure) &&
  !claim.figure.hanzi &&
  !(claim.direction === "down" && (claim.figure.unit === "倍" || claim.figure.value! > 100)) &&
  !isAdjusted(claim) &&
  !does(claim.gapClasses | claim.tailClasses, "plan", "elsewhere") &&
  !claim.tail.slice(0, 2).some(({ text }) => text === "以上" || text === "以内");

/** How many figures before and behind a change its count may be told. */
const BACK = 40;
const AHEAD = 6;

/** Whether the count is told beside the growth: a level, a base, a difference, its own count before or behind, in a bracket or not. */
function isQuantified(statements: readonly Statement[], { claim, level, base, delta }: Growth): boolean {
  if (level || base || delta || claim.owner) return true;
  const row = parallelOf(statements, claim) ?? [claim];
  if (row[0] !== claim) return true;
  const last = row.at(-1)!;
  const behind = after(statements, last, AHEAD).filter((s) => s.sentence === claim.sentence && isCount(s));
  return (
    [...before(statements, claim, BACK), ...behind].some((s) => isCount(s) && isOf(s, claim)) ||
    behind.some(
      (s, i) =>
        s.standing === "base" ||
        (i === 0 && (s.owner === last || wordsCounted(s).length === 0)) ||
        does(s.ownClasses, "each"),
    )
  );
}

const isCount = (s: Statement): boolean =>
  !isPercent(s) &&
  s.figure.unit !== "倍" &&
  (s.standing === "level" || s.standing === "base" || s.standing === "average");

/** Whether a count is told under all the words that name what changed, 投诉 standing for 投诉量. */
function isOf(s: Statement, claim: Statement): boolean {
  const names = nameOf(claim);
  const words = said([...s.own, ...s.tail, ...s.label]);
  return (
    names.length > 0 &&
    !isModified(s, claim) &&
    names.every((name) => words.includes(name) || (name.length > 2 && words.includes(name.slice(0, 2))))
  );
}

/** 17个行业投诉增长5%: the words behind a count are the change's own. */
const isModified = (s: Statement, claim: Statement): boolean => s === claim.previous && claim.mark === "";

/** Where the comparison begins: 较去年下降 belongs to the finding. */
function from(claim: Statement): number {
  const { own, figure } = claim;
  const move = moveAt(claim);
  const at = move < 0 ? own.length : comparedAt(own, move);
  return at < move ? own[at]!.start : figure.span.start;
}
