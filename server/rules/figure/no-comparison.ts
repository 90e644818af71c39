import { isExact, isWhole } from "../../constraints/interval.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import type { Located } from "../../report/report.ts";
import { said } from "../../statements/said.ts";
import { type Statement, statementsOf } from "../../statements/statement.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { shift, span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

const DEEDS =
  "受理 收到 办理 办结 审结 处理 化解 调解 承办 查处 立案 检查 接待 解答 审查 审核 代理 破获 收案 接收 应用".split(" ");
const MATTERS =
  "案件 纠纷 复议 诉讼 应诉 法律援助 信访 咨询 处罚 公证 合同 文件 议题 诉求 警情 投诉 举报 事项 意见 检查 争议 矛盾 工单 许可 应用".split(
    " ",
  );
const FEWEST = 20;

export default defineRule({
  id: "figure/no-comparison",
  scope: "document",
  severity: "hint",
  basis: "practice",
  summary: say("常规统计数没有同比。", "A recurring count has no comparison."),
  why: say(
    "受理、办结一类数字每年都报，写出同比才看得出变化。",
    "Such counts come every year; only a comparison shows what changed.",
  ),
  examples: [
    { good: "全年受理投诉举报1250件，同比增长8.7%。召开座谈会30场。" },
    { good: "全年受理法律援助案件50件，同比增长25%（上年同期40件）。\n全年检查企业12家次。" },
    { bad: "全年受理投诉举报⟦1250件⟧，办结1250件。" },
    { bad: "全年受理投诉举报1250件，同比增长8.7%。\n全年共审查各类合同⟦320件⟧，提出意见40条。" },
  ],
  *check({ paragraphs }) {
    const body = paragraphs.filter(({ role }) => role !== "plan" && role !== "shortcomings");
    const compared = body.some(({ paragraph }) => told(paragraph).compares);
    for (const place of body) {
      const { largest } = told(place.paragraph);
      if (!largest) continue;
      yield finding(place, largest, compared);
      if (!compared) return;
    }
  },
});

/** Whether a paragraph compares anything, and the largest count in it that recurs and is compared with nothing. */
const told = memo((paragraph: Paragraph): { readonly compares: boolean; readonly largest: Statement | null } => {
  const statements = statementsOf(paragraph);
  const lonely = statements.filter((m) => recurs(m) && !comparedNearby(m, statements) && !isToBe(paragraph, m));
  return {
    compares: statements.some(isComparison),
    largest: lonely.length > 0 ? lonely.reduce(larger) : null,
  };
});

/** Whether a comparison stands right behind it, and only its number is to be filled in: 27份，同比增长×%. */
const isToBe = ({ folded }: Paragraph, { figure }: Statement): boolean =>
  folded.startsWith("同比", figure.span.end + 1);

const isComparison = ({ standing }: Statement): boolean =>
  standing === "growth" || standing === "points" || standing === "delta" || standing === "base";

const larger = (a: Statement, b: Statement): Statement => (b.figure.value! > a.figure.value! ? b : a);

/** How many of the words before a count may say what was done, and to what. */
const WORDS = 24;

/** A count of the whole period, of what an office does every year. */
function recurs({ figure, standing, owner, gap, tail }: Statement): boolean {
  if (standing !== "level" || owner !== null || figure.hanzi || !isWhole(figure) || !isExact(figure)) return false;
  if (figure.value! < FEWEST || figure.unit === "个" || gap.some(({ text }) => text === "其中")) return false;
  const words = said([...gap.slice(-WORDS), ...tail]);
  return DEEDS.some((deed) => words.includes(deed)) && MATTERS.some((matter) => words.includes(matter));
}

/** A bracket is of the sentence that it stands in. */
const comparedNearby = (m: Statement, statements: readonly Statement[]): boolean =>
  statements
    .slice(Math.max(0, m.index - 3), m.index + 5)
    .some((other) => isComparison(other) && other.sentence === m.sentence);

function finding({ start, paragraph }: Located, { figure }: Statement, compared: boolean): Finding {
  const at = shift(figure.span, start);
  const ends = /^(?:[,;。)]|$)/.test(paragraph.folded.slice(figure.span.end, figure.span.end + 1));
  return {
    span: at,
    message: compared
      ? say("这是每年都报的统计数，建议补上同比。", "This count recurs every year; consider adding the comparison.")
      : say(
          "全文没有一处同比。受理、办结一类的数字，建议至少主要的几项写明同比。",
          "The report compares nothing with the year before; add it at least to the main counts.",
        ),
    // Before 单位 of 检查38家单位 there is no room for it.
    fixes: ends
      ? [
          {
            title: say("补上同比", "Insert the comparison"),
            safe: false,
            edits: [{ span: span(at.end, at.end), newText: "，同比增长×%" }],
          },
        ]
      : [],
  };
}
