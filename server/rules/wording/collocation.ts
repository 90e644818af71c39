import { lexicon } from "../../text/lexicon.ts";
import { say } from "../../text/message.ts";
import { defineRule } from "../rule.ts";
import { collocations } from "./table/collocations.ts";
import { findingsIn, wordList } from "./table/row.ts";

const builtin = lexicon(collocations);

export default defineRule({
  id: "wording/collocation",
  scope: "paragraph",
  severity: "information",
  basis: "practice",
  summary: say("搭配不当或词义重复。", "Words that do not go together, or say a thing twice."),
  why: say(
    "动词与宾语搭配不当，读者要停下来猜意思，也显得文稿未经推敲。",
    "An ill-matched verb and object make the reader stop and guess, and the draft look unpolished.",
  ),
  options: wordList,
  filledBy: ({ dictionary: { terms } }) => ({ terms }),
  examples: [
    { good: "加大对基层的投入力度，完善风险防控体系，召开企业座谈会12场。" },
    { bad: "进一步⟦加强对基层的投入力度⟧。", fixed: "进一步加大对基层的投入力度。" },
    { bad: "⟦开展企业座谈会⟧12场。", fixed: "召开企业座谈会12场。" },
    { bad: "邀请专家⟦开展惠企政策进行⟧解读。", fixed: "邀请专家对惠企政策进行解读。" },
  ],
  check: (paragraph, options) => findingsIn(paragraph, builtin, options),
});
