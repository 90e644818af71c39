import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { refuted } from "./shared/refuted.ts";

export default defineRule({
  id: "figure/change-mismatch",
  scope: "paragraph",
  severity: "error",
  basis: "arithmetic",
  summary: say("增减幅度与本期数、上期数不符。", "A change that the two stated values do not give."),
  why: say(
    "两个数都写出来了，增幅算错或升降写反，一核便知。",
    "Both values are there; a wrong growth or direction shows at once.",
  ),
  examples: [
    { good: "零售总额118.3亿元；一般公共预算收入18.36亿元，同比增长2%（上年18亿元）。" },
    { good: "收到复议申请882件，同比增长36.32%（上年同期647件）。" },
    { good: "满意率98.5%，较上年的97.3%提高1.2个百分点。" },
    { good: "发案数由240起降至180起，下降25%。" },
    {
      bad: "收到复议申请882件，同比增长⟦63.32%⟧（上年同期647件）。",
      fixed: "收到复议申请882件，同比增长36.32%（上年同期647件）。",
    },
    { bad: "全年发案180起，同比⟦增长25%⟧（上年240起）。", fixed: "全年发案180起，同比下降25%（上年240起）。" },
    { bad: "全年发案180起，比上年减少⟦50起⟧（上年240起）。", fixed: "全年发案180起，比上年减少60起（上年240起）。" },
    { bad: "满意率98.5%，较上年的97.3%提高⟦1.5个百分点⟧。", fixed: "满意率98.5%，较上年的97.3%提高1.2个百分点。" },
    { good: "火灾事故122起，较上年的135起有所下降；救助386人，与上年380人持平。" },
    { bad: "火灾事故185起，较上年的135起有所⟦下降⟧。" },
    { bad: "办理司法救助386件，与上年320件⟦持平⟧。" },
    { bad: "服务网点由123个增加到184个，实现⟦翻番⟧。" },
    { bad: "在库企业由85家⟦减少到92家⟧。", fixed: "在库企业由85家增加到92家。" },
  ],
  needs: "figures",
  check: (paragraph) => refuted(paragraph, ["change", "points", "gap", "multiple", "compound", "rank", "trend"]),
});
