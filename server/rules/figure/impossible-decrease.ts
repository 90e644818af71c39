import { mentionsOf } from "../../facts/mention.ts";
import { directionOf } from "../../facts/standing.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";

const FALLS = /(?:下降|减少|降低|缩短|压缩|压减|缩减|精简|回落|下滑|减|降|缩小)(?:了|约|近|达|为|超过)?$/;

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
    { bad: "信访总量同比下降⟦2倍⟧。" },
    { bad: "平均办理时间减少⟦120%⟧。" },
  ],
  *check(paragraph) {
    for (const mention of mentionsOf(paragraph)) {
      const { figure, before } = mention;
      const multiple = figure.unit === "倍";
      const beyond = figure.unit === "%" && figure.value! > 100 && figure.kind === "change";
      if (!(multiple || beyond) || directionOf(mention) === "up" || !FALLS.test(before)) continue;
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
