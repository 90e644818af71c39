import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../server/cli/run.ts";

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own, with files in it, that goes when the test ends. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), "govreport-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** Runs a command line (split at blanks) in a folder, as the program would. */
export async function govreport(folder: string, line: string, input = ""): Promise<Outcome> {
  const outcome = { out: "", err: "" };
  const status = await run(line.split(" ").filter(Boolean), {
    folder,
    columns: 60,
    colour: false,
    out: (text) => {
      outcome.out += text;
    },
    err: (text) => {
      outcome.err += text;
    },
    input: async () => new TextEncoder().encode(input),
  });
  return { status, ...outcome };
}

/** A draft with a fault that has a safe fix (截止), and one that has none. */
export const FAULTY = `某县司法局2024年法治政府建设年度报告

一、2024年推进法治政府建设的主要举措和成效
截止6月30日，受理投诉举报线索12件，涉及金额超过350万，均已答复。
`;

export const NO_REPORT = "今天天气不错，我们去公园散步。\n";
