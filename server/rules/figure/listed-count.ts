import { miscountedRowsOf, miscountsOf } from "../../constraints/count.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import type { Located } from "../../report/report.ts";
import { listingsOf } from "../../statements/listing.ts";
import { type Promised, promisesOf } from "../../statements/promise.ts";
import type { Statement } from "../../statements/statement.ts";
import type { Heading } from "../../syntax/block.ts";
import { memo } from "../../text/memo.ts";
import { say } from "../../text/message.ts";
import { type Span, shift } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

export default defineRule({
  id: "figure/listed-count",
  scope: "document",
  severity: "warning",
  basis: "arithmetic",
  summary: say("列出的项数与所说的个数不符。", "The list does not have as many items as it says."),
  why: say(
    "写了“五大功能”却列出四项，说“六个方面”却只讲五个，多半是增删时漏改了一处。",
    "“Five functions” followed by four: one edit was forgotten.",
  ),
  examples: [
    { good: "发挥法治宣传、法律咨询、法律援助、纠纷调解四大功能。" },
    { good: "聚焦三个重点：队伍建设、阵地建设和制度建设。" },
    { good: "推出五项举措，包括上门办、预约办等。" },
    { good: "走访滨江、城北等12个社区，举办马拉松、铁人三项等赛事。" },
    { good: "苏河航道、宿河三级航道全线通航，健全体系、落实三项制度。" },
    { good: "手册由服务指南、办事流程、常见问题等三部分组成。" },
    { good: "举办培训3期、讲座5期、沙龙4期，三类活动合计12期。" },
    { good: "一、下一步打算\n重点抓好两项工作。\n（一）强队伍。加强培训。\n（二）强阵地。改造场所。\n" },
    { bad: "发挥法治宣传、法律咨询、法律援助、纠纷调解⟦五大⟧功能。" },
    { bad: "聚焦⟦四个⟧重点：队伍建设、阵地建设和制度建设。" },
    { bad: "手册由服务指南、办事流程、常见问题等⟦四部分⟧组成。" },
    { bad: "紧盯校车安全、食品安全、消防安全⟦4个⟧关键环节，排查隐患26处。" },
    { bad: "举办培训3期、讲座5期、沙龙4期，⟦四类⟧活动合计12期。" },
    { bad: "经费分为⟦四类⟧：设备52万元、宣传26万元、培训18万元。" },
    { bad: "推动普法搬进企业、搬进农村、搬进校园⟦“四搬进”⟧。" },
    { bad: "推进培训⟦“五进”⟧，即进机关、进企业、进农村、进社区。" },
    { bad: "宣传月组织了⟦四项⟧活动：一是开放营区，二是技能比武，三是夜间巡查。" },
    { bad: "今年抓了⟦四件⟧大事：一是修路；二是通水；三是植树。" },
    { bad: "一、下一步打算\n重点抓好⟦三项⟧工作。\n（一）强队伍。加强培训。\n（二）强阵地。改造场所。\n" },
  ],
  *check({ paragraphs }) {
    for (const [at, { paragraph, start }] of paragraphs.entries()) {
      for (const { span, count, items } of miscountedIn(paragraph))
        yield found(
          paragraph.text,
          start,
          span,
          count,
          items.map((item) => shift(item, start)),
        );
      for (const promised of promisesOf(paragraph)) {
        const points = pointsOf(paragraphs, at, promised);
        if (points && isOff(points.length, promised.count))
          yield found(paragraph.text, start, promised.span, promised.count, points);
      }
    }
  },
});

interface Miscounted {
  readonly span: Span;
  readonly count: number;
  readonly items: readonly Span[];
}

/** What a paragraph lists otherwise than it says itself. */
const miscountedIn = memo((paragraph: Paragraph): readonly Miscounted[] => [
  ...listingsOf(paragraph).filter(({ holds }) => !holds),
  ...miscountsOf(paragraph).map(({ span, count, items }) => ({ span, count, items: spansOf(items) })),
  ...miscountedRowsOf(paragraph).map(({ number: { figure }, items }) => ({
    span: figure.span,
    count: figure.value!,
    items: spansOf(items),
  })),
]);

const spansOf = (statements: readonly Statement[]): readonly Span[] => statements.map(({ figure }) => figure.span);

function found(text: string, start: number, at: Span, count: number, items: readonly Span[]): Finding {
  const said = text.slice(at.start, at.end);
  return {
    span: shift(at, start),
    message: say(
      `写的是${said.startsWith("“") ? said : `“${said}”`}，列出了${items.length}项，请核对。`,
      `The text says ${count} but lists ${items.length}.`,
    ),
    related: items.map((item, i) => ({ span: item, message: say(`第${i + 1}项`, `Item ${i + 1}`) })),
  };
}

/** One point alone or a wide difference shows that other things were promised than those that follow. */
const isOff = (points: number, count: number): boolean =>
  points > 1 && points !== count && Math.abs(points - count) <= 2;

/** The points that a promise is followed by, in its paragraph and as headings after it; null where their numbers are not in order. */
function pointsOf(paragraphs: readonly Located[], at: number, { points }: Promised): readonly Span[] | null {
  const found = points.map((point) => shift(point, paragraphs[at]!.start));
  const first = numbered(paragraphs[at + 1]);
  if (first?.label?.number !== found.length + 1 || (found.length > 0 && first.label.form !== "一是")) return found;
  for (let i = at + 1; i < paragraphs.length; i++) {
    const next = numbered(paragraphs[i]);
    if (!next || next.level > first.level) continue;
    if (next.level < first.level || next.label?.form !== first.label.form) break;
    if (next.label.number === 1 && found.length > 0) break;
    if (next.label.number !== found.length + 1) return null;
    found.push(shift(next.label.span, paragraphs[i]!.start));
  }
  return found;
}

const numbered = (located: Located | undefined): Heading | null =>
  located?.paragraph.block.kind === "heading" ? located.paragraph.block : null;
