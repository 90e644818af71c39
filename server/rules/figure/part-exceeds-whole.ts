import { isExact } from "../../constraints/interval.ts";
import { statementsOf } from "../../statements/statement.ts";
import { say } from "../../text/message.ts";
import { light } from "../../words/classes.ts";
import type { Token } from "../../words/lexer.ts";
import { defineRule } from "../rule.ts";
import { refuted } from "./shared/refuted.ts";

/** What is done to each of some things at the most once: no 率 of it passes 100%; 完成率 and 增长率 do. */
const BOUNDED =
  "办结 结案 审结 合格 满意 成功 化解 采纳 整改 出庭 应诉 胜诉 败诉 覆盖 普及 知晓 参与 参考 通过 及格 回收 答复 接通 到位 接种 签约 就业 入学 巩固 破案 优良 绿化 支持 好评 达标 持证 建档 受理 到岗 在岗 兑现 履约".split(
    " ",
  );
const ENDS = ["率", "度", "比例", "面"];

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
  needs: "figures",
  *check(paragraph) {
    yield* refuted(paragraph, ["order"]);
    for (const { figure, standing, own } of statementsOf(paragraph)) {
      if (figure.unit !== "%" || (standing !== "rate" && standing !== "share") || !isExact(figure)) continue;
      if (figure.value! <= 100 || !isBounded(own)) continue;
      yield {
        span: figure.span,
        message: say("这是部分占整体的比率，不会超过100%，请核对。", "A share of a whole cannot exceed 100%."),
      };
    }
  },
});

/** Whether the words right before a percentage name a share of a whole that cannot be passed. */
function isBounded(own: readonly Token[]): boolean {
  const words = own.filter(({ text }) => !light.has(text) || text === "率").map(({ text }) => text);
  const name = words.join("");
  return BOUNDED.some((stem) => ENDS.some((end) => name.endsWith(stem + end)));
}
