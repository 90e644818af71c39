import { isExact } from "../../facts/arithmetic.ts";
import { indicatorOf, likeness } from "../../facts/indicator.ts";
import { type Mention, mentionsOf } from "../../facts/mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { changesOf } from "../../facts/relations/change.ts";
import { subjectOf } from "../../facts/relations/sides.ts";
import { directionOf } from "../../facts/standing.ts";
import { say } from "../../text/message.ts";
import { shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Rates change by points, plans have no result yet, and of indices only the growth is published. */
const NO_COUNT =
  /率$|率|比重|占比|比例|满意度|指数|时限|时长|时间|用时|耗时|效率|周期|成本|环节|材料|跑动|压减|精简|压缩|节约|节省|增加值|生产总值|固定资产|投资|零售|产值|GDP|效能|准确|速度/i;
/** A government's report to its congress tells the economy by its growth. */
const ECONOMY = /收入|支出|进出口|外贸|外资|用电|销售|存款|贷款|消费|价格|出口|利润|产量|旅游|游客|主体|企业/;
const INTENDED = /力争|预计|预期|目标|确保|计划|争取|要求|不低于|不少于|高于|年均|以上|有望|规定|比例/;

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
    { good: "力争明年劳动仲裁案件同比下降10%。" },
    { bad: "全年新收劳动仲裁案件⟦同比增长218%⟧。" },
    { bad: "受理投诉90件，办结率100%；上门走访次数⟦较去年下降16.3%⟧。" },
  ],
  *check({ paragraphs, kind }) {
    for (const { paragraph, start, role } of paragraphs) {
      if (role === "plan") continue;
      const mentions = mentionsOf(paragraph);
      for (const { claim, current, base, delta } of changesOf(paragraph)) {
        if (
          claim.standing !== "growth" ||
          claim.figure.unit === "番" ||
          current ||
          base ||
          delta ||
          !isExact(claim.figure)
        )
          continue;
        if (claim.figure.value! > 100 && directionOf(claim) === "down") continue;
        const subject = subjectOf(claim);
        if (kind === "government-work-report" && ECONOMY.test(subject)) continue;
        if (
          NO_COUNT.test(subject) ||
          /[指系]数/.test(claim.before) ||
          INTENDED.test(claim.gap.slice(-40) + claim.after)
        )
          continue;
        if (subject.length < 2 || told(subject, claim, mentions)) continue;
        const at = shift(span(from(paragraph, claim), claim.figure.span.end), start);
        yield {
          span: at,
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

/** The count follows later in the sentence, or in the bracket behind the changes it belongs to. */
const told = (subject: string, claim: Mention, mentions: readonly Mention[]): boolean =>
  mentions.slice(claim.index + 1, claim.index + 4).some((m) => {
    if (m.owner?.sentence === claim.sentence && m.owner.index >= claim.index && EARLIER.test(m.gap)) return true;
    if (m.sentence !== claim.sentence || m.standing !== "level") return false;
    if (/分别/.test(m.before)) return true;
    const { words, noun } = indicatorOf(m);
    return noun === "" || likeness(subject, words + noun) >= 0.5;
  });

const EARLIER = /上年|去年|同期|上期|20\d\d年/;
const COMPARED = /(?:同比|环比|较|比|与)[^,;:。]{0,16}$/;

/** Where the comparison begins: 较去年下降 belongs to the finding. */
function from({ folded }: Paragraph, { figure }: Mention): number {
  const head = folded.slice(Math.max(0, figure.span.start - 24), figure.span.start);
  const found = COMPARED.exec(head);
  return found ? figure.span.start - head.length + found.index : figure.span.start;
}
