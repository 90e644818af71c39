import { version } from "../../package.json";
import { say } from "../text/message.ts";
import { audit } from "./commands/audit.ts";
import { check } from "./commands/check.ts";
import { config } from "./commands/config.ts";
import { figures } from "./commands/figures.ts";
import { fix } from "./commands/fix.ts";
import { format } from "./commands/format.ts";
import { lsp } from "./commands/lsp.ts";
import { outline } from "./commands/outline.ts";
import { rules } from "./commands/rules.ts";
import { type Command, help, localeOf, overview, parse, Usage } from "./terminal/command.ts";
import { SOUND, type Status, UNUSABLE } from "./terminal/status.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Every command there is; a new one costs its file and its name here. */
const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  fix,
  format,
  figures,
  audit,
  outline,
  rules,
  config,
  lsp,
};

/** Runs the program with the arguments of its command line. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<Status> {
  const locale = localeOf(argv);
  const [name = "--help", ...rest] = argv;
  try {
    if (["--version", "-V"].includes(name)) terminal.out(`${version}\n`);
    else if (["--help", "-h", "help"].includes(name)) terminal.out(overview(COMMANDS, locale));
    else {
      const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
      if (!command) throw new Usage(say(`没有“${name}”这个命令。`, `There is no command "${name}".`));
      const { names, asked } = parse(command, rest);
      if (!asked.help) return await command.run(names, asked, terminal);
      terminal.out(help(name, command, locale));
    }
    return SOUND;
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    terminal.err(`${error.said[locale]}${say("用法见 govreport --help。", " See govreport --help.")[locale]}\n`);
    return UNUSABLE;
  }
}
