import { parseArgs } from "node:util";
import { type Locale, type Message, say } from "../../text/message.ts";
import { aligned } from "./printable.ts";
import type { Status } from "./status.ts";
import type { Terminal } from "./terminal.ts";

/** One option of a command: a switch, or one that takes a value. */
export interface Option {
  readonly about: Message;
  /** What the value is; a switch has none. */
  readonly value?: Message;
  readonly choices?: readonly string[];
  readonly fallback?: string;
}

/** What was asked of a command: `--dry-run` stands under `dryRun`. */
export type Asked = Readonly<Record<string, string | boolean | undefined>> & { readonly locale: Locale };

export interface Command {
  readonly about: Message;
  /** What its arguments are; a command without takes none. */
  readonly argument?: { readonly name: Message; readonly about: Message; readonly many: boolean };
  readonly options: Readonly<Record<string, Option>>;
  /** @throws Usage where what is asked cannot be meant. */
  run(names: readonly string[], asked: Asked, terminal: Terminal): Promise<Status> | Status;
}

/** A command line that asks for what there is not. */
export class Usage extends Error {
  constructor(readonly said: Message) {
    super(said.en);
  }
}

const LOCALES: Readonly<Record<string, Locale>> = { "zh-cn": "zh", en: "en" };

/** Options that every command has. */
const COMMON: Readonly<Record<string, Option>> = {
  locale: {
    about: say("输出语言", "language of the output"),
    value: say("语言", "LOCALE"),
    choices: Object.keys(LOCALES),
    fallback: "zh-cn",
  },
  help: { about: say("显示用法", "show this help") },
};

/** The language asked for anywhere on a command line; it must be known before anything can be said of the rest. */
export const localeOf = (argv: readonly string[]): Locale =>
  argv.some((word, index) => word === "--locale=en" || (word === "--locale" && argv[index + 1] === "en")) ? "en" : "zh";

/**
 * Reads the arguments of one command.
 * @throws Usage on an unknown option, a missing value, a value that is no choice, or too many arguments
 */
export function parse(command: Command, argv: readonly string[]): { names: string[]; asked: Asked } {
  const options = { ...COMMON, ...command.options };
  const { values, positionals } = strictly(options, argv);
  for (const [name, { choices }] of Object.entries(options)) {
    const value = values[name];
    if (choices && typeof value === "string" && !choices.includes(value))
      throw new Usage(
        say(
          `--${name} 应为 ${choices.join("、")} 之一，不是“${value}”。`,
          `--${name} is one of ${choices.join(", ")}, not "${value}".`,
        ),
      );
  }
  const most = command.argument ? (command.argument.many ? Number.POSITIVE_INFINITY : 1) : 0;
  if (positionals.length > most)
    throw new Usage(say(`用不着“${positionals[most]}”。`, `"${positionals[most]}" is not wanted here.`));
  const asked = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase()), value]),
  );
  return { names: positionals, asked: { ...asked, locale: LOCALES[values.locale as string]! } };
}

function strictly(options: Readonly<Record<string, Option>>, argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { value, fallback }]) => [
          name,
          {
            type: value ? ("string" as const) : ("boolean" as const),
            ...(name === "help" && { short: "h" }),
            ...(fallback !== undefined && { default: fallback }),
          },
        ]),
      ),
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error;
    const option = /'?(-[^\s'<,]*)/.exec(message)?.[1] ?? "";
    throw new Usage(
      code === "ERR_PARSE_ARGS_UNKNOWN_OPTION"
        ? say(`没有 ${option} 这个选项。`, `There is no option ${option}.`)
        : say(`${option} 的值不对或没有写。`, `The value of ${option} is missing or not wanted.`),
    );
  }
}

/** How a command is used. */
export function help(name: string, { about, argument, options }: Command, locale: Locale): string {
  const said = (message: Message): string => message[locale];
  const written = argument ? ` [${said(argument.name)}${argument.many ? " …" : ""}]` : "";
  const rows = Object.entries({ ...options, ...COMMON }).map(([name, { value, about, choices, fallback }]) => [
    `--${name}${value ? ` <${said(value)}>` : ""}`,
    said(about) +
      (choices ? `${said(say("：", ": "))}${choices.join(" ")}` : "") +
      (fallback ? said(say(`（默认 ${fallback}）`, ` (default ${fallback})`)) : ""),
  ]);
  return [
    `${said(say("用法：", "Usage: "))}govreport ${name}${written} [${said(say("选项", "options"))}]`,
    "",
    said(about),
    ...(argument ? ["", `  ${said(argument.name)}  ${said(argument.about)}`] : []),
    "",
    ...table(rows),
    "",
  ].join("\n");
}

/** How the program is used. */
export const overview = (commands: Readonly<Record<string, Command>>, locale: Locale): string =>
  [
    say("用法：govreport <命令> [选项]", "Usage: govreport <command> [options]")[locale],
    "",
    say("校对结构化政府报告：章节、数字、残留、用语、标点。", "Checks structured Chinese government reports.")[locale],
    "",
    ...table(Object.entries(commands).map(([name, { about }]) => [name, about[locale]])),
    "",
    say("各命令的选项：govreport <命令> --help", "Options of a command: govreport <command> --help")[locale],
    "",
  ].join("\n");

const table = (rows: readonly (readonly string[])[]): readonly string[] => aligned(rows).map((row) => `  ${row}`);
