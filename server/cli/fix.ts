import { createTwoFilesPatch } from "diff";
import { check } from "../lint/check.ts";
import { fixAll } from "../lint/fix.ts";
import { type Message, say } from "../text/message.ts";
import { type Choices, eachDraft } from "./drafts.ts";
import { printable } from "./printable.ts";
import { SOUND, type Status, UNUSABLE } from "./status.ts";
import type { Terminal } from "./terminal.ts";
import { replace } from "./write.ts";

export interface FixChoices extends Choices {
  /** Print what would change, and change nothing. */
  readonly dryRun?: boolean;
  readonly suggestions?: boolean;
}

/** `govreport fix`: mends what can be mended safely. A draft from standard input goes to standard output. */
export async function runFix(names: readonly string[], choices: FixChoices, terminal: Terminal): Promise<Status> {
  const { locale, dryRun = false, suggestions = false } = choices;
  let stuck = false;
  const usable = await eachDraft(names, choices, terminal, async (draft) => {
    const { name, path, text, origin, project } = draft;
    const { report, mended } = fixAll(text, (text, previous) => check(text, project, { path, previous }), {
      suggestions,
    });
    if (dryRun) {
      if (report.text !== text) terminal.out(createTwoFilesPatch(name, name, text, report.text));
    } else if (origin === "input") terminal.out(report.text);
    else if (report.text !== text) {
      const obstacle = await replace(path!, draft, report.text);
      stuck ||= obstacle !== null;
      terminal.err(`${printable(name)}：${(obstacle ?? done(mended.length))[locale]}\n`);
    }
    return report.recognised;
  });
  return usable && !stuck ? SOUND : UNUSABLE;
}

const done = (count: number): Message => say(`修好 ${count} 处。`, `${count} mended.`);
