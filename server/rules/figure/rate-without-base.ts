import { isExact } from "../../facts/arithmetic.ts";
import { type Mention, mentionsOf } from "../../facts/mention.ts";
import { changesOf } from "../../facts/relations/change.ts";
import { ratesOf } from "../../facts/relations/rate.ts";
import { say } from "../../text/message.ts";
import { shift } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

const NAME =
  /[\u4e00-\u9fff]{1,12}(?:率|比重|占比|比例|满意度|比值|[比之]比)(?:为|是|达到|达|高达|仅为|约为|保持在|稳定在|:|\s){0,4}$/;
const INTENDED = /目标|力争|确保|不低于|以上|要求|达到[^,。]{0,6}标准|标准/;

export default defineRule({
  id: "figure/rate-without-base",
  scope: "document",
  severity: "hint",
  basis: "practice",
  summary: say("只有比率，没有分子、分母，也没有与上年的比较。", "A rate with neither its counts nor a comparison."),
  why: say("化解率55.88%，是17件中的还是1700件中的，读者看不出来。", "55.88% of what? The reader cannot tell."),
  examples: [
    { good: "受理纠纷320件，调解成功304件，成功率95%。" },
    { good: "通过率92.92%，较上年提升13.36个百分点。" },
    { good: "行政机关负责人出庭应诉率100%。" },
    { good: "调解成功率95%（304/320）。" },
    { bad: "行政争议实质性化解率达⟦81.62%⟧。" },
    { bad: "完善考核办法，行政诉讼案件化解率⟦55.88%⟧。" },
  ],
  *check({ paragraphs }) {
    for (const { paragraph, start, role } of paragraphs) {
      if (role === "plan") continue;
      const counted = new Set<Mention>();
      for (const { claim } of ratesOf(paragraph)) counted.add(claim);
      for (const { current, base } of changesOf(paragraph)) {
        if (current) counted.add(current);
        if (base) counted.add(base);
      }
      for (const mention of mentionsOf(paragraph)) {
        const { figure, standing, before } = mention;
        const ratio = figure.kind === "ratio" && /比值/.test(before);
        if ((standing !== "rate" && !ratio) || counted.has(mention)) continue;
        if (figure.value === 100 || !isExact(figure) || !NAME.test(before.slice(-40))) continue;
        if (INTENDED.test(mention.gap.slice(-24) + mention.after)) continue;
        yield {
          span: shift(figure.span, start),
          message: say(
            "只写了比率，建议补上分子、分母，或与上年相差几个百分点。",
            "Only the rate is given; add its counts, or the change in points.",
          ),
        };
      }
    }
  },
});
