import { isExact } from "../../facts/arithmetic.ts";
import { mentionsOf } from "../../facts/mention.ts";
import { changesOf } from "../../facts/relations/change.ts";
import { REACHED } from "../../facts/standing.ts";
import { say } from "../../text/message.ts";
import { shift, span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

const ORIGIN = /(?:由|从|自|原来?|较|比|同比|环比)/;
const NO_LEVEL = /延[长伸]|推迟|提前|力争|目标|确保|计划|争取/;

export default defineRule({
  id: "figure/level-without-origin",
  scope: "document",
  severity: "hint",
  basis: "practice",
  summary: say("写了“增至”“扩充至”，没有写原来是多少。", "A level reached, without the one it started from."),
  why: say("“扩充至69人”，原来68人还是30人，分量大不一样。", "Grown to 69: from 68 or from 30?"),
  examples: [
    { good: "人民调解员由52名增至69名。" },
    { good: "人民调解员增至69名，比上年增加17名。" },
    { good: "力争下年度人民调解员扩充至80名。" },
    { bad: "人民调解员⟦扩充至69名⟧，覆盖所有村居。" },
    { bad: "办理时限⟦压缩至3个工作日⟧。" },
  ],
  *check({ paragraphs }) {
    for (const { paragraph, start, role } of paragraphs) {
      if (role === "plan") continue;
      const compared = new Set(
        changesOf(paragraph).flatMap(({ claim, current }) => (current === claim ? [claim] : [current])),
      );
      for (const mention of mentionsOf(paragraph)) {
        const { figure, standing, before, previous, sentence } = mention;
        const reached = REACHED.exec(before);
        if (!reached || !/[至到]/.test(reached[0]) || (standing !== "level" && standing !== "rate") || !isExact(figure))
          continue;
        if (compared.has(mention) || ORIGIN.test(before) || NO_LEVEL.test(mention.gap.slice(-24))) continue;
        if (previous && previous.sentence === sentence && mention.mark === "") continue;
        yield {
          span: shift(span(figure.span.start - reached[0].length, figure.span.end), start),
          message: say(
            "写了现在的数，没有写原来的数，建议写成“由…增至…”。",
            "State the earlier value too: from … to ….",
          ),
        };
      }
    }
  },
});
