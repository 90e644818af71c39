import { read } from "../../lint/check.ts";
import type { Report } from "../../report/report.ts";
import { type Locale, type Message, say } from "../../text/message.ts";
import { type Choices, DRAFT_OPTIONS, eachDraft, PATHS } from "../files/drafts.ts";
import type { Command } from "../terminal/command.ts";
import { SOUND, UNUSABLE } from "../terminal/status.ts";

/** The ways to print what is read in a report. `json` gives the draft's entry in `files`. */
export interface Forms {
  pretty(name: string, report: Report, locale: Locale): string;
  json(name: string, report: Report): object;
  readonly csv?: { readonly head: string; rows(name: string, report: Report): string };
}

/** A command that prints what it reads in each report, and judges nothing. A file that is named is read whatever it holds. */
export function listing(about: Message, forms: Forms): Command {
  const formats = ["pretty", "json", "ndjson", ...(forms.csv ? ["csv"] : [])];
  return {
    about,
    argument: PATHS,
    options: {
      format: {
        about: say("输出格式", "form of the output"),
        value: say("格式", "FORMAT"),
        choices: formats,
        fallback: "pretty",
      },
      ...DRAFT_OPTIONS,
    },
    async run(names, asked, terminal) {
      const choices = asked as unknown as Choices & { readonly format: string };
      const files: object[] = [];
      const { format } = choices;
      // Spreadsheet programs take a text for UTF-8 when it begins with this mark.
      if (format === "csv") terminal.out(`\ufeff${forms.csv!.head}`);
      const usable = await eachDraft(names, choices, terminal, {
        work({ text, path, project, name, origin }) {
          const report = read(text, project, { path });
          if (!report.recognised && origin === "found") return null;
          if (format === "json") return forms.json(name, report);
          if (format === "ndjson") return `${JSON.stringify(forms.json(name, report))}\n`;
          if (format === "csv") return forms.csv!.rows(name, report);
          return forms.pretty(name, report, choices.locale);
        },
        finish(form) {
          if (typeof form === "string") terminal.out(form);
          else if (form) files.push(form);
          return form !== null;
        },
      });
      if (format === "json") terminal.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
      return usable ? SOUND : UNUSABLE;
    },
  };
}
