import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** The word that ends an issuer's code: 政发, 政办函, 司规, 令. With a whole pair of brackets any issuer will do: 市监〔2024〕7号. */
const CODE = "(?<=[发函字办文令规通告号政法委党组纪])";
const ISSUER = "(?<=[\\u4e00-\\u9fff])";
/** Year and number in whatever brackets, or in none: (2021)21号, [2021]第3号, 20239号, 〔202526号). */
const NUMBER = new RegExp(
  `${ISSUER}[(\\[【〔{](20\\d\\d)[)\\]】〕}]\\s?第?(\\d{1,5})号|${CODE}(?:[(\\[【〔](20\\d\\d)第?(\\d{1,4})号[)\\]】〕]?|(20[0-4]\\d)(\\d{1,3})号|[(\\[【〔](\\d\\d)[)\\]】〕]第?(\\d{1,4})号)|(?<=[发函字办文])(20\\d\\d)[-—–](\\d{1,3})号`,
  "g",
);
/** A year in two digits below this is one of this century. */
const TURN = 50;

export default defineRule({
  id: "punctuation/document-number",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  formal: true,
  summary: say("发文字号写法不规范。", "A document number that is not written as the standard asks."),
  why: say(
    "发文字号的年份写四位数字，用六角括号“〔〕”，序号不加“第”、不补0。",
    "The year of a document number stands in full in tortoise-shell brackets 〔〕; the number takes neither 第 nor padding zeros.",
  ),
  source: say(
    "《党政机关公文格式》（GB/T 9704—2012）7.2.5",
    "Layout of party and government documents (GB/T 9704—2012), 7.2.5",
  ),
  examples: [
    { good: "落实某政发〔2024〕7号文件，作出(2024)湘01民终12号判决，发布2024年第3号公告。" },
    { bad: "落实某政发⟦（2021）21号⟧文件。", fixed: "落实某政发〔2021〕21号文件。" },
    { bad: "印发某司办⟦[2024]第07号⟧通知。", fixed: "印发某司办〔2024〕7号通知。" },
    { bad: "落实某市监⟦(2024)7号⟧通知。", fixed: "落实某市监〔2024〕7号通知。" },
    { bad: "印发某府办⟦2023-21号⟧方案。", fixed: "印发某府办〔2023〕21号方案。" },
    { bad: "依据某府办发⟦〔25〕26号⟧执行。", fixed: "依据某府办发〔2025〕26号执行。" },
    { bad: "依据某府办发⟦〔202526号)⟧执行。", fixed: "依据某府办发〔2025〕26号执行。" },
  ],
  needs: ["号"],
  *check({ text, folded }) {
    for (const match of folded.matchAll(NUMBER)) {
      const [found, ...parts] = match;
      const [year, number] = parts.filter((part) => part !== undefined);
      const full = year?.length === 2 ? `${Number(year) < TURN ? 20 : 19}${year}` : year;
      const written = `〔${full}〕${Number(number)}号`;
      const place = span(match.index, match.index + found.length);
      if (text.slice(place.start, place.end) === written) continue;
      yield {
        span: place,
        message: say(
          `发文字号应写作“${written}”。${full === year ? "" : "年份写四位数字。"}`,
          `Write the document number as “${written}”.`,
        ),
        fixes: [
          {
            title: say(`改为“${written}”`, `Write “${written}”`),
            safe: full === year,
            edits: [{ span: place, newText: written }],
          },
        ],
      };
    }
  },
});
