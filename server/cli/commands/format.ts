import { check } from "../../lint/check.ts";
import { format as formatted } from "../../lint/format.ts";
import { say } from "../../text/message.ts";
import { rewriting } from "./rewriting.ts";

/** Puts layout and typography in order, and never changes a figure. */
export const format = rewriting(
  say("整理版式：序号、标点、数字、文号、空行，标题各占一行", "put labels, marks, digits and lines in order"),
  {},
  ({ name, text, path, project }) => ({
    report: formatted(text, (text, previous) => check(text, project, { path, previous }), /\.md$/i.test(name)),
    done: say("整理好了。", "Formatted."),
  }),
);
