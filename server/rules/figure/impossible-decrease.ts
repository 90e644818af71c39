import { isReached } from "../../statements/standing.ts";
import { type Statement, statementsOf } from "../../statements/statement.ts";
import { say } from "../../text/message.ts";
import { bit, light } from "../../words/classes.ts";
import { defineRule } from "../rule.ts";

const [UP, DOWN, COMPARE] = [bit("up"), bit("down"), bit("compare")];
/** What may fall below nothing, from a profit to a loss. */
const SIGNED = new Set("利润 利润总额 净利润 结余 盈余 顺差".split(" "));
/** Words that hold one value against another, where nothing fell. */
const HELD = new Set("低于 少于 慢于 少 低 慢 落后".split(" "));

export default defineRule({
  id: "figure/impossible-decrease",
  scope: "paragraph",
  severity: "error",
  basis: "standard",
  summary: say("减少不能用倍数，也不会超过100%。", "A decrease is never a multiple, nor more than 100%."),
  why: say(
    "减少一倍就是没有了；“下降2倍”说不通，应写下降到几分之几或百分之几。",
    "Once less by 100%, nothing is left.",
  ),
  source: say("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835—2011"),
  examples: [
    { good: "信访总量同比下降66.7%，办件量增长2倍。" },
    { good: "辖区命案发案数同比下降100%。" },
    { good: "企业利润总额同比下降130%，由盈转亏。" },
    { bad: "信访总量同比下降⟦2倍⟧。" },
    { bad: "平均办理时间减少⟦120%⟧。" },
  ],
  *check(paragraph) {
    for (const statement of statementsOf(paragraph)) {
      const { figure } = statement;
      const multiple = figure.unit === "倍";
      const beyond = figure.unit === "%" && figure.value! > 100;
      if (!(multiple || beyond) || !falls(statement)) continue;
      yield {
        span: figure.span,
        message: multiple
          ? say(
              "“倍”只用于增加。减少请写百分之几，或“减少到原来的几分之几”。",
              "Only an increase is counted in multiples; give the decrease in percent.",
            )
          : say("减少不会超过100%，请核对数字，或看是否应为“增长”。", "A decrease cannot exceed 100%."),
      };
    }
  },
});

/** Whether the words right before a figure say by how much something fell, and not what it came to. */
function falls(statement: Statement): boolean {
  const { own } = statement;
  const at = own.findLastIndex(({ classes }) => (classes & (UP | DOWN)) !== 0);
  const word = own[at];
  if (!word || (word.classes & UP) !== 0 || HELD.has(word.text) || isReached(statement)) return false;
  return (
    own.slice(at + 1).every(({ text, classes }) => light.has(text) && (classes & COMPARE) === 0) &&
    !own.some(({ text }) => SIGNED.has(text))
  );
}
