import { contentOf } from "../../report/content.ts";
import type { Report } from "../../report/report.ts";
import { headingSpan, type Section, walk } from "../../syntax/outline.ts";
import { say } from "../../text/message.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

const CAUSE =
  /原因[，,]?(?:在于|是|为|有|主要|：|:)|究其原因|主要原因|根本原因|深层次原因|由于|因为|因[^，,。；;]{1,20}(?:导致|造成|影响)|根源(?:在|是)|缘于|源于|归因|所致|之所以|导致|造成/;

export default defineRule({
  id: "structure/missing-cause",
  scope: "document",
  severity: "warning",
  basis: "regulation",
  summary: say("年度报告写不足，还要写原因。", "An annual report states its shortcomings and their causes."),
  why: say(
    "规定要求报告“存在的不足和原因”。只列问题不讲原因，下一年的安排就没有依据。",
    "The regulation asks for shortcomings and causes; without causes the plan has no ground.",
  ),
  source: say(
    "《法治政府建设与责任落实督察工作规定》",
    "Regulation on the Supervision of Law-Based Government Building",
  ),
  examples: [
    {
      good: "某局2024年法治政府建设年度报告\n一、2024年度推进法治政府建设存在的不足和原因\n一是队伍力量薄弱。究其原因，主要是编制紧张。\n",
    },
    {
      bad: "某局2024年法治政府建设年度报告\n⟦一、2024年度推进法治政府建设存在的不足⟧\n一是队伍力量薄弱。\n",
      fixed:
        "某局2024年法治政府建设年度报告\n一、2024年度推进法治政府建设存在的不足\n一是队伍力量薄弱。究其原因，主要是________。\n",
    },
  ],
  *check(report) {
    const { match, profile } = report;
    if (!profile) return;
    for (const section of walk(report.sections)) {
      if (match.roles.get(section) !== "shortcomings" || statesCause(report, section)) continue;
      const promised = section.title.includes("原因");
      const severity = promised ? "error" : profile.cause;
      if (!severity) continue;
      const { end } = contentOf(report, section);
      yield {
        span: headingSpan(section),
        severity,
        message: promised
          ? say(
              "标题写了“原因”，正文只有不足，没有原因，请补写。",
              "The heading promises causes, but the text states none; add them.",
            )
          : say(
              "这一部分只写了不足，没有写原因，请补写。",
              "This section states shortcomings but no causes; add them.",
            ),
        fixes: [
          {
            title: say("补上“究其原因，主要是…”", "Insert “究其原因，主要是…”"),
            safe: false,
            edits: [{ span: span(end, end), newText: "究其原因，主要是________。" }],
          },
        ],
      };
    }
  },
});

const statesCause = (report: Report, section: Section): boolean => {
  const { start, end } = contentOf(report, section);
  return (
    CAUSE.test(report.text.slice(start, end)) || [...walk(section.children)].some(({ title }) => title.includes("原因"))
  );
};
