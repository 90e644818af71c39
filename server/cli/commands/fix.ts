import { check } from "../../lint/check.ts";
import { fixAll } from "../../lint/fix.ts";
import { say } from "../../text/message.ts";
import { rewriting } from "./rewriting.ts";

/** Mends what can be mended safely. */
export const fix = rewriting(
  say("修正可以放心修正的问题", "apply safe fixes"),
  { suggestions: { about: say("连同建议一并采纳", "apply suggestions as well") } },
  ({ text, path, project }, { suggestions }) => {
    const { report, mended } = fixAll(
      text,
      (text, previous) => check(text, project, { path, previous }),
      suggestions ? { choose: ({ fixes }) => fixes[0], figures: true } : {},
    );
    return { report, done: say(`修好 ${mended.length} 处。`, `${mended.length} mended.`) };
  },
);
