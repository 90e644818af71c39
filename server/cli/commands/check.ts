import { resolve } from "node:path";
import { SEVERITIES, type Severity } from "../../rules/rule.ts";
import { say } from "../../text/message.ts";
import { baselineFile } from "../checkup/baseline.ts";
import { type Counts, checkup, count, isAtLeast, NONE } from "../checkup/checkup.ts";
import { type Choices, DRAFT_OPTIONS, eachDraft, PATHS } from "../files/drafts.ts";
import { writeTo } from "../files/write.ts";
import { compact } from "../output/compact.ts";
import type { MakeFormat } from "../output/format.ts";
import { github } from "../output/github.ts";
import { json, ndjson } from "../output/json.ts";
import { junit } from "../output/junit.ts";
import { pretty } from "../output/pretty.ts";
import { sarif } from "../output/sarif.ts";
import { type Command, Usage } from "../terminal/command.ts";
import { FAULTY, SOUND, type Status, UNUSABLE } from "../terminal/status.ts";
import { type Terminal, tell } from "../terminal/terminal.ts";

const FORMATS = { pretty, compact, json, ndjson, sarif, junit, github } as const satisfies Readonly<
  Record<string, MakeFormat>
>;

interface CheckChoices extends Choices {
  readonly format: keyof typeof FORMATS;
  /** A file to write to instead of standard output. */
  readonly output?: string;
  readonly severity?: Severity;
  readonly failOn: "error" | "warning" | "never";
  /** A file of accepted findings. */
  readonly baseline?: string;
  readonly jobs: string;
  /** Accept all that is found. */
  readonly updateBaseline?: boolean;
}

/** What is wrong with each report. */
export const check: Command = {
  about: say("检查报告", "check reports"),
  argument: PATHS,
  options: {
    format: {
      about: say("输出格式", "form of the output"),
      value: say("格式", "FORMAT"),
      choices: Object.keys(FORMATS),
      fallback: "pretty",
    },
    output: { about: say("写入这个文件", "write to this file"), value: say("文件", "FILE") },
    severity: {
      about: say("从这一级别起显示", "show findings from this level"),
      value: say("级别", "LEVEL"),
      choices: SEVERITIES,
    },
    "fail-on": {
      about: say("有这一级别的问题时，以状态 1 结束", "end in status 1 on findings at this level"),
      value: say("级别", "LEVEL"),
      choices: ["error", "warning", "never"],
      fallback: "error",
    },
    baseline: {
      about: say("只显示这个基线之后新出现的问题", "show only what is new since this baseline"),
      value: say("文件", "FILE"),
    },
    "update-baseline": { about: say("把现有问题全部记入基线", "accept all findings into the baseline") },
    jobs: {
      about: say("用几个线程同时检查", "how many threads check at once"),
      value: say("个数", "N"),
      fallback: "1",
    },
    ...DRAFT_OPTIONS,
  },
  run(names, asked, terminal) {
    if (!/^[1-9]\d{0,2}$/.test(String(asked.jobs))) throw new Usage(JOBS);
    return run(names, asked as unknown as CheckChoices, terminal);
  },
};

const JOBS = say("--jobs 应为 1 到 999 的整数。", "--jobs is a whole number from 1 to 999.");

async function run(names: readonly string[], choices: CheckChoices, terminal: Terminal): Promise<Status> {
  const { output, locale, failOn } = choices;
  const format = FORMATS[choices.format]({ locale, ...terminal, colour: terminal.colour && output === undefined });
  const level = choices.severity ?? format.level;
  const accepted = baselineOf(choices, terminal);
  if (accepted && "zh" in accepted) {
    tell(terminal, locale, choices.baseline!, accepted);
    return UNUSABLE;
  }
  const wanted = { fingerprints: accepted !== null || format.fingerprints === true, audit: format.audit === true };
  const printed: string[] = [];
  const print = output === undefined ? terminal.out : (text: string) => void printed.push(text);
  let all: Counts = NONE;
  let shown: Counts = NONE;
  let [files, reports, fixable] = [0, 0, 0];
  const jobs = Number(choices.jobs);
  const workers = jobs > 1 ? (await import("../checkup/threads.ts")).threads(jobs) : null;
  let usable = await eachDraft(names, choices, terminal, {
    ahead: workers ? 4 * jobs : 1,
    work: (draft) => checkup(draft, wanted),
    elsewhere: workers ? (draft) => workers.checkup(draft, wanted) : undefined,
    finish(result) {
      const remaining = accepted ? accepted.remaining(result) : result.findings;
      const findings = remaining.filter(({ severity }) => isAtLeast(severity, level));
      files++;
      reports += result.recognised ? 1 : 0;
      fixable += remaining.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
      all = count(all, remaining);
      shown = count(shown, findings);
      print(format.draft({ ...result, findings }));
      return result.recognised;
    },
  });
  await workers?.end();
  print(format.end({ files, reports, shown, all, fixable }));
  if (output !== undefined) {
    const obstacle = writeTo(resolve(terminal.folder, output), printed.join(""));
    if (obstacle) {
      usable = false;
      tell(terminal, locale, output, obstacle);
    }
  }
  const trouble = accepted?.close();
  if (trouble) {
    usable = false;
    tell(terminal, locale, choices.baseline!, trouble);
  }
  const fails = failOn !== "never" && all.error + (failOn === "warning" ? all.warning : 0) > 0;
  return usable ? (fails ? FAULTY : SOUND) : UNUSABLE;
}

/** @throws Usage where a baseline is to be updated and none is named */
function baselineOf({ baseline, updateBaseline = false }: CheckChoices, { folder }: Terminal) {
  if (baseline !== undefined) return baselineFile(baseline, folder, updateBaseline);
  if (updateBaseline)
    throw new Usage(
      say("--update-baseline 要和 --baseline 文件 一起用。", "--update-baseline goes with --baseline FILE."),
    );
  return null;
}
