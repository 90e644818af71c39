import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule, type Finding } from "../rule.ts";

const DASH = "[-—–~～至到]{1,2}";
const NUMBER = "\\d{1,9}(?:\\.\\d{1,6})?";
/** 15~30%: the first end lacks the sign. Years, floors and scores lead in other numbers. */
const PERCENT = new RegExp(`(?<![\\d.%.-])(${NUMBER})(${DASH})(${NUMBER})(%|‰)`, "g");
const SCALE = new RegExp(`(?<![\\d.万亿-])(${NUMBER})(${DASH})(${NUMBER})([万亿])`, "g");
/** （20212025年）: the dash was lost. */
const YEARS = /[(](20\d\d)(20\d\d)(?=年?[)])/g;

export default defineRule({
  id: "figure/range",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  summary: say("数值范围的两端都要写全。", "Both ends of a range are written in full."),
  why: say("“5-10万人”可以读成5人到10万人；“15~30%”可以读成15到30%。", "“5-10万” may mean 5 to 100,000."),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "补助比例为15%~30%，惠及5万~10万人，按《实施方案（2021—2025年）》执行。" },
    { good: "全年开展检查3至5次。" },
    { bad: "补助比例为⟦15~30%⟧。", fixed: "补助比例为15%~30%。" },
    { bad: "预计惠及⟦5-10万⟧人。", fixed: "预计惠及5万-10万人。" },
    { bad: "印发实施纲要（⟦20212025⟧年）。", fixed: "印发实施纲要（2021—2025年）。" },
  ],
  needs: ["-", "—", "–", "~", "至", "到", "(20"],
  *check({ folded }) {
    for (const found of folded.matchAll(PERCENT)) yield completed(found, "%的范围，前一个数也要写上“%”。");
    for (const found of folded.matchAll(SCALE)) {
      if (Number(found[1]) < 1000) yield completed(found, "前一个数也要写上“万”或“亿”，否则会被读成个位。");
    }
    for (const found of folded.matchAll(YEARS)) {
      if (Number(found[2]) <= Number(found[1])) continue;
      const start = found.index + 1;
      yield {
        span: span(start, start + 8),
        message: say("两个年份之间的连接号丢了。", "The dash between the two years is missing."),
        fixes: [
          {
            title: say("补上连接号", "Insert the dash"),
            safe: false,
            edits: [{ span: span(start + 4, start + 4), newText: "—" }],
          },
        ],
      };
    }
  },
});

function completed(found: RegExpExecArray, zh: string): Finding {
  const [whole, low, , , sign] = found;
  const at = found.index + low!.length;
  return {
    span: span(found.index, found.index + whole.length),
    message: say(zh, "The first end of the range lacks its sign."),
    fixes: [
      {
        title: say(`补上“${sign}”`, `Insert “${sign}”`),
        safe: false,
        edits: [{ span: span(at, at), newText: sign! }],
      },
    ],
  };
}
