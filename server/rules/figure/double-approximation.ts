import { say } from "../../text/message.ts";
import { type Span, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Words before and after one number that say the same inexactness twice, or contradict one another. */
const PAIRS: readonly { readonly before: RegExp; readonly after: RegExp }[] = [
  {
    before: /(?:大约|大概|(?<![签节预公违契租条特履邀制合])约)$/,
    after: /^(?:左右|上下|余|多(?!数|元|样)|以上|以下|以内|\+)/,
  },
  { before: /(?:将近|接近|(?<![附最临就邻亲靠相])近|不足|不到)$/, after: /^(?:余|多(?!数|元|样)|左右|上下|以上|\+)/ },
  { before: /(?:超过|超|逾|突破|高于)$/, after: /^(?:余|多(?!数|元|样)|以上|左右|\+)/ },
  { before: /(?:至少|最少|不少于|不低于)$/, after: /^(?:以上|左右|余|多(?!数|元|样))/ },
  { before: /(?:最多|不超过|不多于)$/, after: /^(?:以下|以内|左右|余|多(?!数|元|样))/ },
];
const ENOUGH = /(?:[数几上]?[百千][余多])$/;

export default defineRule({
  id: "figure/double-approximation",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  summary: say("概数词用了两次。", "The inexactness is said twice."),
  why: say(
    "“约”和“左右”、“超”和“余”说的是一回事，有的还互相矛盾，留一个即可。",
    "One word is enough, and two may contradict.",
  ),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "惠及群众约2000人，发放折页3000余份。" },
    { good: "累计走访企业500余家，近三成为小微企业。" },
    { good: "签约亿元以上项目32个，附近百余户居民受益。" },
    { bad: "惠及群众⟦约2000人左右⟧。", fixed: "惠及群众约2000人。" },
    { bad: "走访企业⟦超过500余家⟧。", fixed: "走访企业超过500家。" },
    { bad: "开展宣讲⟦近百余场⟧。", fixed: "开展宣讲近百场。" },
    { bad: "视频播放量⟦10余万+⟧。", fixed: "视频播放量10余万。" },
  ],
  needs: "figures",
  *check({ folded, figures, text }) {
    for (const figure of figures) {
      if (figure.kind !== "quantity" && figure.kind !== "rate" && figure.kind !== "change") continue;
      const second = doubled(folded, figure.span, figure.digits);
      if (!second) continue;
      yield {
        span: second.whole,
        message: say(
          `概数词重复，“${text.slice(second.extra.start, second.extra.end)}”可以删去。`,
          "The inexactness is said twice; one word is enough.",
        ),
        fixes: [
          {
            title: say("删去后一个概数词", "Remove the second word"),
            safe: false,
            edits: [{ span: second.extra, newText: "" }],
          },
        ],
      };
    }
  },
});

const TAIL = /^(?:[\u4e00-\u9fff]{0,3}?)(?=左右|上下|以上|以下|以内|\+|余|多)/;

function doubled(text: string, whole: Span, digits: Span): { whole: Span; extra: Span } | null {
  const head = text.slice(Math.max(0, whole.start - 3), digits.start);
  const rest = text.slice(digits.end, Math.max(whole.end, digits.end) + 2);
  const at = rest.search(/左右|上下|以上|以下|以内|余|多|\+/);
  if (at >= 0 && at <= whole.end - digits.end) {
    const tail = rest.slice(at);
    for (const { before, after } of PAIRS) {
      const first = before.exec(head);
      const last = after.exec(tail);
      if (!first || !last || !TAIL.test(rest.slice(0))) continue;
      const start = digits.end + at;
      return found(whole, digits.start - head.length + first.index, span(start, start + last[0].length));
    }
    const more = /^[余多](?:[万亿千百]{0,2}[\u4e00-\u9fff]{0,2})(\+|左右|以上)/.exec(tail);
    if (more) {
      const start = digits.end + at + more[0].length - more[1]!.length;
      return found(whole, whole.start, span(start, start + more[1]!.length));
    }
  }
  const hanzi = text.slice(digits.start, digits.end);
  const near = /(?:(?<![附最临就邻亲靠相])近|(?<![签节预公违契租条特履邀制合])约|超|超过|不足|逾)$/.exec(head);
  const swollen = ENOUGH.exec(hanzi);
  return near && swollen
    ? found(whole, digits.start - head.length + near.index, span(digits.end - 1, digits.end))
    : null;
}

const found = (whole: Span, start: number, extra: Span): { whole: Span; extra: Span } => ({
  whole: span(Math.min(whole.start, start), Math.max(whole.end, extra.end)),
  extra,
});
