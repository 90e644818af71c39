import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "punctuation/between-titles",
  scope: "paragraph",
  severity: "hint",
  basis: "standard",
  summary: say("并列的书名号、引号之间用了顿号。", "An enumeration comma between titles or quotations side by side."),
  why: say(
    "标有书名号或引号的并列成分之间通常不用顿号；不少公文仍用，故只作提示。",
    "The standard asks for no comma between titles or quotations side by side; many documents keep it, so this is only a hint.",
  ),
  source: say("《标点符号用法》（GB/T 15834—2011）4.5.3.5", "General rules for punctuation (GB/T 15834—2011), 4.5.3.5"),
  examples: [
    { good: "印发《工作规则》《实施方案》，当好“宣传员”“调解员”；修订《办法》（试行）、《细则》。" },
    {
      bad: "印发《工作规则》⟦、⟧《实施方案》，当好“宣传员”⟦、⟧“调解员”。",
      fixed: "印发《工作规则》《实施方案》，当好“宣传员”“调解员”。",
    },
  ],
  needs: ["》、《", "》、“", "”、《", "”、“"],
  *check({ text }) {
    for (const { index } of text.matchAll(/(?<=[》”])、(?=[《“])/g)) {
      yield {
        span: span(index, index + 1),
        message: say(
          "并列的书名号或引号之间可不用顿号。",
          "No comma is needed between titles or quotations side by side.",
        ),
        fixes: [
          {
            title: say("删去顿号", "Delete the comma"),
            safe: false,
            edits: [{ span: span(index, index + 1), newText: "" }],
          },
        ],
      };
    }
  },
});
