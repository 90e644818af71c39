import type { Period } from "../../grammar/period.ts";
import type { SignatureDate } from "../../report/signature.ts";
import { fold } from "../../text/fold.ts";
import { type Message, say } from "../../text/message.ts";
import { defineRule, type Fix } from "../rule.ts";

export default defineRule({
  id: "structure/signature-date",
  scope: "document",
  severity: "warning",
  basis: "standard",
  summary: say(
    "成文日期写作“2024年3月9日”，且在报告期结束之后。",
    "The date is written 2024年3月9日 and lies after the period.",
  ),
  why: say(
    "成文日期有固定写法；早于报告期的日期，多半是旧稿没有改。",
    "The form is fixed; a date before the period ends comes from an old draft.",
  ),
  source: say("GB/T 9704—2012 7.3.5.4 成文日期", "GB/T 9704—2012, 7.3.5.4"),
  examples: [
    { good: "某局2023年工作总结\n一、主要工作\n办结8件。\n某县司法局\n2024年3月9日\n" },
    {
      bad: "某局2023年工作总结\n一、主要工作\n办结8件。\n某县司法局\n⟦2024年03月09日⟧\n",
      fixed: "某局2023年工作总结\n一、主要工作\n办结8件。\n某县司法局\n2024年3月9日\n",
    },
    {
      bad: "某局2023年工作总结\n一、主要工作\n办结8件。\n某县司法局\n⟦2024.3.9⟧\n",
      fixed: "某局2023年工作总结\n一、主要工作\n办结8件。\n某县司法局\n2024年3月9日\n",
    },
    { bad: "某局2023年工作总结\n一、主要工作\n办结8件。\n某县司法局\n⟦2024年2月30日⟧\n" },
    { bad: "某局2023年工作总结\n一、主要工作\n办结8件。\n某县司法局\n⟦2023年1月9日⟧\n" },
  ],
  *check({ signature: { date }, period }) {
    if (!date) return;
    const { year, month, day } = date;
    const right = `${year}年${month}月${day}日`;
    const fault = impossible(date)
      ? say(`“${date.text}”这一天不存在，请核对。`, `There is no such day as “${date.text}”.`)
      : period && tooEarly(date, period)
        ? say(
            `成文日期“${right}”早于报告期结束，请核对年份。`,
            `The date “${right}” lies before the report's period ends.`,
          )
        : null;
    if (fault) yield { span: date.span, message: fault };
    else if (fold(date.text) !== right)
      yield { span: date.span, message: written(right), fixes: [rewrite(date, right)] };
  },
});

const written = (right: string): Message =>
  say(
    `成文日期应写作“${right}”，月、日不补零，也不用点号或汉字。`,
    `Write the date “${right}”, without zeros, dots or 汉字.`,
  );

const rewrite = (date: SignatureDate, right: string): Fix => ({
  title: say(`改为“${right}”`, `Change to “${right}”`),
  safe: false,
  edits: [{ span: date.span, newText: right }],
});

const impossible = ({ year, month, day }: SignatureDate): boolean =>
  month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Drafts are often finished in the last weeks of the period they report on. */
const tooEarly = ({ year, month }: SignatureDate, period: Period): boolean =>
  year < period.year || (year === period.year && month < (period.half === 1 ? 6 : 11));
