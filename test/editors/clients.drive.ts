import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { checked, command, type Fault, sample } from "./report.ts";

/** Editors that run the server over standard input and output, and how each counts columns. */
const CLIENTS = [
  {
    name: "Neovim's own client",
    program: "nvim",
    args: ["--headless", "--clean", "-n", "-i", "NONE", "-S", join(import.meta.dirname, "neovim.lua"), "-c", "cquit"],
    column: (before: string) => Buffer.byteLength(before),
  },
  {
    name: "Emacs with eglot",
    program: "emacs",
    args: ["--batch", "-l", join(import.meta.dirname, "emacs.el")],
    column: (before: string) => [...before].length,
  },
] as const;

/** What the script inside an editor prints for each diagnostic; lines and columns count from zero. */
interface Found {
  readonly rule: string;
  readonly message: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
}

const lines = readFileSync(sample, "utf8").split("\n");

test.for(CLIENTS.map((client) => [client.name, client] as const))(
  "%s shows what the command line finds",
  async ([, client]) => {
    const { program, args, column } = client;
    const place = ({ line, character }: Fault["range"]["start"]) =>
      [line, column((lines[line] ?? "").slice(0, character))] as const;
    const env = { ...process.env, LC_ALL: "C.UTF-8", NODE: process.execPath, GOVREPORT: command, REPORT: sample };
    const { stdout } = await promisify(execFile)(program, args, { env, timeout: 20_000 });
    const found: readonly Found[] = JSON.parse(stdout);
    const expected = (await checked(sample)).diagnostics.map(({ rule, message, range }) => ({
      rule,
      message,
      start: place(range.start),
      end: place(range.end),
    }));
    expect(expected.length).toBeGreaterThan(0);
    expect(found.map(lineOf).sort()).toEqual(expected.map(lineOf).sort());
  },
);

const lineOf = ({ rule, message, start, end }: Found) => `${start.join(":")}-${end.join(":")} ${rule} ${message}`;
