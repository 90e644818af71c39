import { isExact } from "../../facts/arithmetic.ts";
import { type Mention, mentionsOf } from "../../facts/mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { ordersOf } from "../../facts/relations/order.ts";
import { totalsOf } from "../../facts/relations/total.ts";
import { say } from "../../text/message.ts";
import { defineRule, type Finding } from "../rule.ts";
import { number, operand, written } from "./shared/operand.ts";

/** Shares that cannot pass 100%; 完成率, 增长率 and the like can. */
const BOUNDED =
  /(?:办结|结案|审结|合格|满意|成功|化解|采纳|整改|出庭|应诉|胜诉|败诉|覆盖|普及|知晓|参与|参考|通过|及格|回收|答复|接通|到位|接种|签约|就业|入学|巩固|破案|优良|绿化|支持|好评|达标|持证|建档|受理|到岗|在岗|兑现|履约)(?:率|度|比例|面)(?:为|是|达到|达|高达|均为|均达|已达|:|\s){0,3}$|占(?:比|总数的|总量的|全部的)?(?:为|达|达到)?$/;

export default defineRule({
  id: "figure/part-exceeds-whole",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("部分大于整体。", "A part is larger than its whole."),
  why: say(
    "办结的不会多于受理的，采纳的不会多于提出的，合格率不会超过100%。",
    "What is closed cannot exceed what was taken in.",
  ),
  examples: [
    { good: "受理复议案件314件，办结307件。" },
    { good: "受理案件314件，办结320件（含上年结转20件）。" },
    { good: "完成全年目标任务的120%。" },
    { bad: "受理复议案件314件，办结⟦341件⟧。" },
    { bad: "检查企业120家，其中规模以上企业⟦150家⟧。" },
    { bad: "全镇有党员620名，其中60岁以上党员⟦680名⟧。" },
    { bad: "全年抽检合格率达⟦102%⟧。" },
  ],
  *check(paragraph) {
    const told = new Set<Mention>();
    for (const { whole, part, verdict } of ordersOf(paragraph)) {
      if (verdict !== "fails") continue;
      told.add(part);
      yield exceeding(paragraph, whole, part);
    }
    for (const { whole, parts, verdict } of totalsOf(paragraph)) {
      const part = parts[0]!;
      if (verdict === "exceeds" && parts.length === 1 && !told.has(part)) yield exceeding(paragraph, whole, part);
    }
    for (const { figure, standing, before } of mentionsOf(paragraph)) {
      if (figure.unit !== "%" || (standing !== "rate" && standing !== "share") || !isExact(figure)) continue;
      if (figure.value! <= 100 || !BOUNDED.test(before.slice(-24))) continue;
      yield {
        span: figure.span,
        message: say(`这是部分占整体的比率，不会超过100%，请核对。`, "A share of a whole cannot exceed 100%."),
      };
    }
  },
});

const exceeding = (paragraph: Paragraph, whole: Mention, part: Mention): Finding => ({
  span: part.figure.span,
  message: say(
    `${number(part.figure)}＞${number(whole.figure)}，部分不应多于整体，请核对；若含往年结转，请写明。`,
    `${number(part.figure)} exceeds the ${number(whole.figure)} that it is part of.`,
  ),
  related: [operand(paragraph, whole, "整体", `Whole (${written(paragraph, whole.figure)})`)],
});
