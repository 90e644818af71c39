import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Severity } from "../rules/rule.ts";
import { say } from "../text/message.ts";
import { type Counts, checkup, count, isAtLeast, NONE } from "./checkup.ts";
import { type Choices, eachDraft } from "./drafts.ts";
import type { MakeFormat } from "./format/format.ts";
import { json, ndjson } from "./format/json.ts";
import { pretty } from "./format/pretty.ts";
import { FAULTY, SOUND, type Status, UNUSABLE } from "./status.ts";
import type { Terminal } from "./terminal.ts";

export const FORMATS = { pretty, json, ndjson } as const satisfies Readonly<Record<string, MakeFormat>>;

export interface CheckChoices extends Choices {
  readonly format: keyof typeof FORMATS;
  /** A file to write to instead of standard output. */
  readonly output?: string;
  readonly severity?: Severity;
  readonly failOn: "error" | "warning" | "never";
}

/** `govreport check`: what is wrong with each report. */
export async function runCheck(names: readonly string[], choices: CheckChoices, terminal: Terminal): Promise<Status> {
  const { output, locale, failOn } = choices;
  const format = FORMATS[choices.format]({ locale, ...terminal, colour: terminal.colour && output === undefined });
  const level = choices.severity ?? format.level;
  const printed: string[] = [];
  const print = output === undefined ? terminal.out : (text: string) => void printed.push(text);
  let all: Counts = NONE;
  let shown: Counts = NONE;
  let [files, reports, fixable] = [0, 0, 0];
  let usable = await eachDraft(names, choices, terminal, (draft) => {
    const result = checkup(draft);
    const diagnostics = result.diagnostics.filter(({ severity }) => isAtLeast(severity, level));
    files++;
    reports += result.recognised ? 1 : 0;
    fixable += result.diagnostics.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
    all = count(all, result.diagnostics);
    shown = count(shown, diagnostics);
    print(format.draft({ ...result, diagnostics }));
    return result.recognised;
  });
  print(format.end({ files, reports, shown, all, fixable }));
  if (output !== undefined)
    await writeFile(resolve(terminal.folder, output), printed.join("")).catch((error: Error) => {
      usable = false;
      terminal.err(`${output}：${say("写不进这个文件", "This file cannot be written")[locale]}（${error.message}）\n`);
    });
  const fails = failOn !== "never" && all.error + (failOn === "warning" ? all.warning : 0) > 0;
  return usable ? (fails ? FAULTY : SOUND) : UNUSABLE;
}
