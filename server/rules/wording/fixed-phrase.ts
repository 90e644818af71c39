import { lexicon } from "../../text/lexicon.ts";
import { quoted, say } from "../../text/message.ts";
import { overlaps } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { missesIn } from "./table/misses.ts";
import { fixedPhrases } from "./table/phrases.ts";
import { findingsIn, wordList } from "./table/row.ts";

const builtin = lexicon(fixedPhrases);

export default defineRule({
  id: "wording/fixed-phrase",
  scope: "paragraph",
  severity: "warning",
  basis: "regulation",
  summary: say("固定提法、专有名称写得不准。", "A set phrase or proper term that is not quite right."),
  why: say(
    "党和国家文件的固定提法、法规名称一字不能改。",
    "The set phrases of party and state documents and the names of laws allow no change.",
  ),
  source: say(
    "党章、宪法法律、党中央和国务院文件的规范表述。",
    "The wording of the Party Constitution, the laws, and the documents of the Central Committee and the State Council.",
  ),
  options: wordList,
  filledBy: ({ dictionary: { terms } }) => ({ terms }),
  examples: [
    { good: "坚持尊法学法守法用法，做到严格规范公正文明执法，落实省委巡视和区委巡察整改要求。" },
    { bad: "做到⟦严格规范公证文明执法⟧。", fixed: "做到严格规范公正文明执法。" },
    { bad: "引导群众⟦学法用法尊法⟧。", fixed: "引导群众尊法学法守法用法。" },
    { bad: "落实⟦区委巡视⟧整改任务。", fixed: "落实区委巡察整改任务。" },
  ],
  *check(paragraph, options) {
    const { text } = paragraph;
    const near = missesIn(paragraph);
    for (const { phrase, span } of near) {
      yield {
        span,
        message: say(
          `${quoted(text.slice(span.start, span.end))}与固定提法差一个字，应为${quoted(phrase)}。`,
          `${quoted(text.slice(span.start, span.end))} is one character off the set phrase ${quoted(phrase)}.`,
        ),
        fixes: [
          {
            title: say(`改为${quoted(phrase)}`, `Write ${quoted(phrase)}`),
            safe: false,
            edits: [{ span, newText: phrase }],
          },
        ],
      };
    }
    for (const finding of findingsIn(paragraph, builtin, options)) {
      if (!near.some(({ span }) => overlaps(span, finding.span))) yield finding;
    }
  },
});
