import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");
/** The command line as it is shipped. */
export const command = join(root, "dist/govreport.cjs");
/** The folder of sample reports. */
export const seeds = join(root, "seeds");
/** The one that is full of faults. */
export const sample = join(seeds, "满是毛病的草稿.govreport");

/** A place in a text: both count from zero, columns in UTF-16 code units. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** A diagnostic of `govreport check --format json`, as far as editors show it. */
export interface Fault {
  readonly rule: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly message: string;
  readonly offset: readonly [start: number, end: number];
  readonly range: { readonly start: Position; readonly end: Position };
  readonly fixes: readonly { readonly title: string }[];
}

/** A section of `govreport outline --format json`. */
export interface Section {
  readonly label: string;
  readonly heading: string;
  readonly children: readonly Section[];
}

/** What the command line says of a report: an editor has to show the same. */
export const checked = (file: string): Promise<{ readonly period: string; readonly diagnostics: readonly Fault[] }> =>
  govreport("check", "--format", "json", "--fail-on", "never", file);

export const sections = async (): Promise<readonly Section[]> =>
  (await govreport("outline", "--format", "json", sample)).sections;

async function govreport(...args: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { timeout: 30_000 });
  return JSON.parse(stdout).files[0];
}

/** The extension as `npm run package` writes it. */
export const vsix = join(root, "govreport.vsix");
