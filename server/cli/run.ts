import { Command, CommanderError, Option } from "commander";
import { version } from "../../package.json";
import { SEVERITIES } from "../rules/rule.ts";
import type { Locale } from "../text/message.ts";
import { FORMATS, runCheck } from "./check.ts";
import { runFix } from "./fix.ts";
import { runLsp } from "./lsp.ts";
import { OUTLINE_FORMATS, runOutline } from "./outline.ts";
import { runRules } from "./rules.ts";
import { SOUND, type Status, UNUSABLE } from "./status.ts";
import type { Terminal } from "./terminal.ts";

const PATHS = "文件、文件夹或通配符；- 为标准输入；不写则查当前文件夹";

/** Runs the program with the arguments of its command line. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<Status> {
  let status: Status = SOUND;
  const program = new Command("govreport")
    .description("校对结构化政府报告：章节、数字、残留、用语、标点。")
    .version(version)
    .helpCommand("help [命令]", "显示帮助")
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => {} });

  /** A command over drafts, with the options that all of them share. */
  const overDrafts = (name: string, about: string): Command =>
    spoken(program.command(name).description(about).argument("[path...]", PATHS))
      .option("--config <文件>", "用这个设置文件")
      .option("--profile <种类>", "按这一种报告检查，如 annual-report")
      .option("--no-ignore", "不理会 .gitignore")
      .option("--stdin-filename <文件名>", "标准输入的文件名");

  overDrafts("check", "检查报告")
    .addOption(new Option("--format <格式>", "输出格式").choices(Object.keys(FORMATS)).default("pretty"))
    .option("--output <文件>", "写入文件")
    .addOption(new Option("--severity <级别>", "从这一级别起显示").choices(SEVERITIES))
    .addOption(
      new Option("--fail-on <级别>", "有这一级别的问题时以状态 1 结束")
        .choices(["error", "warning", "never"])
        .default("error"),
    )
    .action(async (paths, options) => {
      status = await runCheck(paths, options, terminal);
    });

  overDrafts("fix", "修正可以放心修正的问题")
    .option("--dry-run", "只显示改动")
    .option("--suggestions", "连同建议一并采纳")
    .action(async (paths, options) => {
      status = await runFix(paths, options, terminal);
    });

  overDrafts("outline", "显示章节")
    .addOption(new Option("--format <格式>", "输出格式").choices(OUTLINE_FORMATS).default("pretty"))
    .action(async (paths, options) => {
      status = await runOutline(paths, options, terminal);
    });

  spoken(
    program
      .command("rules")
      .description("列出规则，或显示一条规则的说明")
      .argument("[id]", "规则，如 figure/sum-mismatch"),
  ).action((id, options) => {
    status = runRules(id, options, terminal);
  });

  program.command("lsp").description("启动语言服务器").option("--stdio", "经标准输入输出通信").action(runLsp);

  try {
    await program.parseAsync(argv, { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return SOUND;
    terminal.err(`用法不对（${error.message.replace(/^error: /, "")}）。用法见 govreport --help。\n`);
    return UNUSABLE;
  }
}

const LOCALES: Readonly<Record<string, Locale>> = { "zh-cn": "zh", en: "en" };

const spoken = (command: Command): Command =>
  command.addOption(
    new Option("--locale <语言>", "输出语言：zh-cn 或 en").default("zh", "zh-cn").argParser((value) => {
      const locale = LOCALES[value.toLowerCase()];
      if (!locale) throw new CommanderError(2, "locale", `--locale: zh-cn, en`);
      return locale;
    }),
  );
