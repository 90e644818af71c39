import { fold } from "../../text/fold.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** 所列数据的统计期限为2024年1月1日至2024年12月31日. */
const SPAN =
  /(?:统计期限|统计时限|数据统计期)[^。\n]{0,12}?(20\d\d)年(\d{1,2})月(\d{1,2})日[^。\n\d]{1,4}(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/;

export default defineRule({
  id: "structure/reporting-span",
  scope: "document",
  severity: "error",
  basis: "regulation",
  summary: say(
    "信息公开年报的统计期限是报告年度的1月1日到12月31日。",
    "A disclosure report counts from 1 January to 31 December of its year.",
  ),
  why: say(
    "统计期限由规定写定；写成别的日子，多半是沿用上一年的稿子，或数字没有统计到年底。",
    "The span is fixed; another one comes from last year's draft, or from figures that stop before the year does.",
  ),
  source: say(
    "《中华人民共和国政府信息公开条例》（国务院令第711号）",
    "Regulation on Open Government Information (2019)",
  ),
  examples: [
    { good: "某局2024年政府信息公开工作年度报告\n所列数据的统计期限为2024年1月1日至12月31日。\n" },
    {
      bad: "某局2024年政府信息公开工作年度报告\n所列数据的统计期限为⟦2023年1月1日至2023年12月31日⟧。\n",
      fixed: "某局2024年政府信息公开工作年度报告\n所列数据的统计期限为2024年1月1日至2024年12月31日。\n",
    },
    {
      bad: "某局2024年政府信息公开工作年度报告\n所列数据的统计期限为⟦2024年1月1日至11月30日⟧。\n",
      fixed: "某局2024年政府信息公开工作年度报告\n所列数据的统计期限为2024年1月1日至2024年12月31日。\n",
    },
  ],
  *check({ kind, period, text }) {
    if (kind !== "information-disclosure-report" || !period) return;
    const match = SPAN.exec(fold(text));
    if (!match) return;
    const [whole, from, month, day, to = from, lastMonth, lastDay] = match;
    const year = String(period.year);
    if (from === year && to === year && `${month}-${day}-${lastMonth}-${lastDay}` === "1-1-12-31") return;
    const start = match.index + whole.search(/20\d\d/);
    const right = `${year}年1月1日至${year}年12月31日`;
    const at = span(start, match.index + whole.length);
    yield {
      span: at,
      message: say(
        `${year}年的报告，统计期限应为${right}，请核对数据。`,
        `The report for ${year} counts from 1 January to 31 December ${year}; check the figures.`,
      ),
      fixes: [
        { title: say(`改为“${right}”`, `Change to “${right}”`), safe: false, edits: [{ span: at, newText: right }] },
      ],
    };
  },
});
