import type { Report } from "../../report/report.ts";
import { type Message, say } from "../../text/message.ts";
import { type Choices, DRAFT_OPTIONS, type Draft, eachDraft, PATHS } from "../files/drafts.ts";
import { replace } from "../files/write.ts";
import { patch } from "../output/patch.ts";
import type { Asked, Command, Option } from "../terminal/command.ts";
import { FAULTY, SOUND, UNUSABLE } from "../terminal/status.ts";
import { tell } from "../terminal/terminal.ts";

/** What a draft becomes. */
export interface Rewritten {
  /** Of the new text. */
  readonly report: Report;
  /** What is told of a draft that was changed. */
  readonly done: Message;
}

/**
 * A command that puts a new text in the place of each draft's own, or only shows what would change. A draft from
 * standard input goes to standard output.
 */
export function rewriting(
  about: Message,
  options: Readonly<Record<string, Option>>,
  rewritten: (draft: Draft, asked: Asked) => Rewritten,
): Command {
  return {
    about,
    argument: PATHS,
    options: {
      "dry-run": { about: say("只显示会改什么，不写文件", "show what would change, and write nothing") },
      check: {
        about: say(
          "只说哪些文件会改，有则以状态 1 结束",
          "name the files that would change, and end in status 1 if any",
        ),
      },
      ...options,
      ...DRAFT_OPTIONS,
    },
    async run(names, asked, terminal) {
      let [changed, stuck] = [false, false];
      const usable = await eachDraft(names, asked as unknown as Choices, terminal, {
        work: (draft) => rewritten(draft, asked),
        finish({ report, done }, draft) {
          const { name, path, text, origin } = draft;
          const differs = report.text !== text;
          const said = (message: Message): void => tell(terminal, asked.locale, name, message);
          changed ||= differs;
          if (asked.dryRun) terminal.out(differs ? patch(name, text, report.text) : "");
          else if (asked.check) {
            if (differs) said(WOULD_CHANGE);
          } else if (origin === "input") terminal.out(report.text);
          else if (differs) {
            const obstacle = replace(path!, draft, report.text, { follow: origin === "named" });
            stuck ||= obstacle !== null;
            said(obstacle ?? done);
          }
          return report.recognised;
        },
      });
      return !usable || stuck ? UNUSABLE : asked.check && changed ? FAULTY : SOUND;
    },
  };
}

const WOULD_CHANGE = say("会改动。", "It would change.");
