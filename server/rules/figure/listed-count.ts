import { listingsOf } from "../../facts/relations/listing.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "figure/listed-count",
  scope: "paragraph",
  severity: "warning",
  basis: "arithmetic",
  summary: say("列出的项数与所说的个数不符。", "The list does not have as many items as it says."),
  why: say(
    "写了“五大功能”却列出四项，多半是增删时漏改了一处。",
    "“Five functions” followed by four: one edit was forgotten.",
  ),
  examples: [
    { good: "发挥法治宣传、法律咨询、法律援助、纠纷调解四大功能。" },
    { good: "聚焦三个重点：队伍建设、阵地建设和制度建设。" },
    { good: "推出五项举措，包括上门办、预约办等。" },
    { bad: "发挥法治宣传、法律咨询、法律援助、纠纷调解⟦五大⟧功能。" },
    { bad: "聚焦⟦四个⟧重点：队伍建设、阵地建设和制度建设。" },
  ],
  *check(paragraph) {
    const { text } = paragraph;
    for (const { span, count, items, verdict } of listingsOf(paragraph)) {
      if (verdict !== "fails") continue;
      yield {
        span,
        message: say(
          `写的是${text.slice(span.start, span.end)}，列出了${items.length}项，请核对。`,
          `The text says ${count} but lists ${items.length}.`,
        ),
        related: items.map((item, i) => ({ span: item, message: say(`第${i + 1}项`, `Item ${i + 1}`) })),
      };
    }
  },
});
