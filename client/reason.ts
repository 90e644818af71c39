import { window } from "vscode";
import type { ExecuteCommandMiddleware } from "vscode-languageclient/node";
import { SUPPRESS } from "../server/ide/suppressions.ts";
import { say } from "../server/text/message.ts";
import { locale } from "./draft.ts";

const ASKED = say("为什么不是错误？（写给以后看的人）", "Why is this no fault? (for whoever comes later)");
const USUAL = say("已核对，不是错误。", "Checked: it is no fault.");

/** Asks for the reason before a finding is suppressed; whoever cancels leaves all as it is. */
export const withReason: NonNullable<ExecuteCommandMiddleware["executeCommand"]> = async (command, args, next) => {
  if (command !== SUPPRESS) return next(command, args);
  const reason = await window.showInputBox({ prompt: ASKED[locale], value: USUAL[locale] });
  return reason === undefined ? null : next(command, [{ ...args[0], reason: reason || USUAL[locale] }]);
};
