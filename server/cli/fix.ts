import { createTwoFilesPatch } from "diff";
import { check } from "../lint/check.ts";
import { fixAll } from "../lint/fix.ts";
import { type Message, say } from "../text/message.ts";
import type { Command } from "./command.ts";
import { type Choices, DRAFT_OPTIONS, eachDraft, PATHS } from "./drafts.ts";
import { printable } from "./printable.ts";
import { SOUND, type Status, UNUSABLE } from "./status.ts";
import type { Terminal } from "./terminal.ts";
import { replace } from "./write.ts";

interface FixChoices extends Choices {
  /** Print what would change, and change nothing. */
  readonly dryRun?: boolean;
  readonly suggestions?: boolean;
}

/** Mends what can be mended safely. A draft from standard input goes to standard output. */
export const fix: Command = {
  about: say("修正可以放心修正的问题", "apply safe fixes"),
  argument: PATHS,
  options: {
    "dry-run": { about: say("只显示改动", "show what would change") },
    suggestions: { about: say("连同建议一并采纳", "apply suggestions as well") },
    ...DRAFT_OPTIONS,
  },
  run: (names, asked, terminal) => run(names, asked as unknown as FixChoices, terminal),
};

async function run(names: readonly string[], choices: FixChoices, terminal: Terminal): Promise<Status> {
  const { locale, dryRun = false, suggestions = false } = choices;
  let stuck = false;
  const usable = await eachDraft(names, choices, terminal, {
    work: ({ path, text, project }) =>
      fixAll(text, (text, previous) => check(text, project, { path, previous }), { suggestions }),
    finish({ report, mended }, draft) {
      const { name, path, text, origin } = draft;
      if (dryRun) {
        if (report.text !== text) terminal.out(createTwoFilesPatch(name, name, text, report.text));
      } else if (origin === "input") terminal.out(report.text);
      else if (report.text !== text) {
        const obstacle = replace(path!, draft, report.text);
        stuck ||= obstacle !== null;
        terminal.err(`${printable(name)}：${(obstacle ?? done(mended.length))[locale]}\n`);
      }
      return report.recognised;
    },
  });
  return usable && !stuck ? SOUND : UNUSABLE;
}

const done = (count: number): Message => say(`修好 ${count} 处。`, `${count} mended.`);
