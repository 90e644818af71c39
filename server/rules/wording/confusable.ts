import { lexicon } from "../../text/lexicon.ts";
import { say } from "../../text/message.ts";
import { overlaps } from "../../text/span.ts";
import { defineRule } from "../rule.ts";
import { confusables } from "./table/confusables.ts";
import { missesIn } from "./table/misses.ts";
import { findingsIn, wordList } from "./table/row.ts";

const builtin = lexicon(confusables);

export default defineRule({
  id: "wording/confusable",
  scope: "paragraph",
  severity: "warning",
  basis: "standard",
  summary: say("易混、易错的字词。", "A word that is easily mistaken for another."),
  why: say(
    "错别字和误用的词会损害公文的准确与权威。",
    "A wrong character or a misused word harms the accuracy and authority of an official document.",
  ),
  source: say(
    "《现代汉语词典》《通用规范汉字表》《第一批异形词整理表》及公文惯例。",
    "The Dictionary of Modern Chinese, the Table of General Standard Characters, the table of variant word forms, and official usage.",
  ),
  options: wordList,
  filledBy: ({ dictionary: { terms } }) => ({ terms }),
  examples: [
    { good: "截至6月底，共受理行政复议案件12件。报名截止日期为6月30日。" },
    { bad: "⟦截止⟧6月底，共受理行政复议案件12件。", fixed: "截至6月底，共受理行政复议案件12件。" },
    { good: "防患于未然，防范各类风险。" },
    { bad: "着力⟦防患⟧各类廉政风险。", fixed: "着力防范各类廉政风险。" },
  ],
  check: (paragraph, options) =>
    findingsIn(paragraph, builtin, options).filter(
      (finding) => !missesIn(paragraph).some(({ span }) => overlaps(span, finding.span)),
    ),
});
