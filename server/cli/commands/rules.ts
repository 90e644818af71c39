import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { writeWhole } from "../../disk/write.ts";
import { rules as catalogue } from "../../rules/index.ts";
import { contents, page, pathOf } from "../../rules/page.ts";
import { type Locale, say } from "../../text/message.ts";
import type { Command } from "../terminal/command.ts";
import { aligned } from "../terminal/printable.ts";
import { SOUND, type Status, UNUSABLE } from "../terminal/status.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The catalogue, or the page of one rule. */
export const rules: Command = {
  about: say("列出规则，或显示一条规则的说明", "list the rules, or show one rule’s page"),
  argument: {
    name: say("规则", "id"),
    about: say("如 figure/sum-mismatch", "such as figure/sum-mismatch"),
    many: false,
  },
  options: {
    write: {
      about: say("把每条规则的说明写成文件，放进一个文件夹", "write every rule’s page to a file in a folder"),
      value: say("文件夹", "FOLDER"),
    },
  },
  run: ([id], { locale, write }, terminal) =>
    typeof write === "string" ? writePages(write, locale, terminal) : run(id, locale, terminal),
};

/** One file a rule, at the path that its id is, and one that lists them all. */
function writePages(folder: string, locale: Locale, { folder: here }: Terminal): Status {
  const pages = [
    { path: "README.md", text: contents(catalogue, locale) },
    ...catalogue.map((rule) => ({ path: pathOf(rule), text: page(rule, locale) })),
  ];
  for (const { path, text } of pages) {
    const file = resolve(here, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, text);
  }
  return SOUND;
}

function run(id: string | undefined, locale: Locale, terminal: Terminal): Status {
  if (id === undefined) {
    const rows = catalogue.map(({ id, severity, preview, summary }) => [
      id,
      preview ? "off" : severity,
      summary[locale],
    ]);
    terminal.out(
      aligned(rows)
        .map((row) => `${row}\n`)
        .join(""),
    );
    return SOUND;
  }
  const rule = catalogue.find((rule) => rule.id === id);
  if (rule) {
    terminal.out(page(rule, locale));
    return SOUND;
  }
  const message = say(
    `没有“${id}”这条规则。全部规则见 govreport rules。`,
    `There is no rule "${id}"; see govreport rules.`,
  );
  terminal.err(`${message[locale]}\n`);
  return UNUSABLE;
}
