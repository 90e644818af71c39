import { labelEnd } from "../../syntax/block.ts";
import { fold } from "../../text/fold.ts";
import { say } from "../../text/message.ts";
import { isSpace } from "../../text/space.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../rule.ts";

/** Stops side by side. ？！ and ！！ are allowed, …… and —— are other marks, :: and ,, belong to code. */
const STOPS = /[,。、;:]\s?[,。、;:]+|[?!]\s?[,。、;:]|[。,、;:]\s?[?!]/g;
/** Of stops that meet, the one that ends most is kept. */
const WEIGHT = "、,:;。!?";

export default defineRule({
  id: "punctuation/repeated",
  scope: "paragraph",
  severity: "error",
  basis: "standard",
  summary: say("标点重复或连用。", "Stops repeated or side by side."),
  why: say(
    "两个点号连在一起，多是修改时没有删净，断句也不清楚。",
    "Two stops side by side are usually left over from editing, and blur where the sentence ends.",
  ),
  source: say("《标点符号用法》（GB/T 15834—2011）", "General rules for punctuation (GB/T 15834—2011)"),
  examples: [
    { good: "抓学习、强作风，促落实；会议强调：“严字当头。”成效明显……" },
    { bad: "抓学习⟦，，⟧促落实⟦。。⟧", fixed: "抓学习，促落实。" },
    { bad: "做好普法、调解⟦、，⟧确保稳定⟦，。⟧", fixed: "做好普法、调解，确保稳定。" },
  ],
  *check({ block, text, folded }) {
    const label = labelEnd(block);
    const stops = new RegExp(STOPS);
    for (let match = stops.exec(folded); match; match = stops.exec(folded)) {
      const { index } = match;
      const end = stops.lastIndex;
      if (/[A-Za-z\d]/.test(folded[index - 1] ?? "") && /[A-Za-z\d]/.test(folded[end] ?? "")) continue;
      const written = text.slice(index, end);
      const kept = [...written].filter((c) => !isSpace(c)).sort((a, b) => weight(b) - weight(a))[0]!;
      // 一、!: the mark of a label is not the one to go, whatever mark that is; of 1、？， the ？， is told.
      if (index < label && kept !== written[0]) {
        stops.lastIndex = label;
        continue;
      }
      yield {
        span: span(index, end),
        message: say(`标点“${written}”重复，保留“${kept}”。`, `“${written}”: two stops side by side; keep “${kept}”.`),
        fixes: [
          {
            title: say(`只留“${kept}”`, `Keep only “${kept}”`),
            safe: new Set(fold(written)).size === 1,
            edits: [{ span: span(index, end), newText: kept }],
          },
        ],
      };
    }
  },
});

const weight = (c: string): number => WEIGHT.indexOf(fold(c));
