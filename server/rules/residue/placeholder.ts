import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { BLANK_WORDS, blanksIn } from "./shared/blank.ts";

export default defineRule({
  id: "residue/placeholder",
  scope: "paragraph",
  severity: "error",
  basis: "practice",
  summary: say("没有填写的占位符。", "A blank that was never filled in."),
  why: say(
    "XX、××、某某、20XX年、____ 是模板或脱敏留下的，印发前要换成真实内容。",
    "XX, ××, 某某, 20XX年 and ____ are left over from a template or from anonymising; put in what belongs there.",
  ),
  examples: [
    { good: "配备X光机2台，推行“3+X”模式和“互联网+政务服务”，7×24小时值班。" },
    { good: "调处王某某与李某的邻里纠纷，绿地V岛项目按期交付，某些环节仍待加强。" },
    { bad: "⟦XX⟧区司法局认真学习⟦党的XX大⟧精神。" },
    { bad: "会同公安⟦X⟧分局走访，增长⟦x⟧%。" },
    { bad: "⟦20XX⟧年，⟦某某⟧局⟦某某⟧科共办理⟦____⟧件。" },
    { bad: "2024年，⟦某⟧局认真履行职责。" },
    { bad: "落实资金⟦【】⟧万元，⟦（此处补充数据）⟧。" },
  ],
  needs: BLANK_WORDS,
  *check(paragraph) {
    for (const { start, end } of blanksIn(paragraph)) {
      const blank = paragraph.text.slice(start, end);
      yield {
        span: span(start, end),
        message: say(
          `“${blank}”还没有填写，请换成真实的内容。`,
          `“${blank}” is a placeholder; put in what belongs here.`,
        ),
      };
    }
  },
});
