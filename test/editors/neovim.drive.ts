import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { command, type Fault, faults, sample } from "./report.ts";

/** What the scripts inside the other editors print for each diagnostic; columns as that editor counts them. */
interface Found {
  readonly rule: string;
  readonly message: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
}

describe("Neovim's own client", () => {
  test("shows, over standard input and output, what the command line finds", async () => {
    const args = ["--headless", "--clean", "-n", "-i", "NONE", "-S", join(import.meta.dirname, "neovim.lua")];
    const env = { ...process.env, NODE: process.execPath, GOVREPORT: command, REPORT: sample };
    const { stdout } = await promisify(execFile)("nvim", args, { env, timeout: 20_000 });
    const found: readonly Found[] = JSON.parse(stdout);
    expect(found.map(lineOf).sort()).toEqual((await faults()).map(inBytes).map(lineOf).sort());
  });
});

const lineOf = ({ rule, message, start, end }: Found) => `${start.join(":")}-${end.join(":")} ${rule} ${message}`;

/** Neovim's columns are bytes of UTF-8. */
const inBytes = ({ rule, message, range }: Fault): Found => ({
  rule,
  message,
  start: bytes(range.start),
  end: bytes(range.end),
});

const lines = readFileSync(sample, "utf8").split("\n");
const bytes = ({ line, character }: Fault["range"]["start"]) =>
  [line, Buffer.byteLength((lines[line] ?? "").slice(0, character))] as const;
