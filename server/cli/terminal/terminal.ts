import { fstatSync, readFileSync, statSync, writeSync } from "node:fs";
import process from "node:process";
import { type Locale, type Message, say } from "../../text/message.ts";
import { printable } from "./printable.ts";

/** What a command may do to the outside, so that tests can stand in for it. */
export interface Terminal {
  /** Absolute. */
  readonly folder: string;
  /** Columns of text in a line. */
  readonly columns: number;
  readonly colour: boolean;
  out(text: string): void;
  err(text: string): void;
  /** All of standard input. */
  input(): Promise<Uint8Array>;
}

const WIDEST = 120;
const NARROWEST = 40;

/** The terminal, or whatever stands in its place, that the program was started from. */
export function terminal(): Terminal {
  const { env } = process;
  // The process’s own streams take 5 ms to come to life; only a terminal, which may be asked for its width, needs them.
  const screen = mayBeScreen() ? process.stdout : null;
  return {
    folder: process.cwd(),
    columns: Math.max(NARROWEST, Math.min(screen?.columns ?? WIDEST, WIDEST)),
    colour: screen?.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    out: (text) => write(1, text),
    err: (text) => write(2, text),
    input: async () => readFileSync(0),
  };
}

function mayBeScreen(): boolean {
  const output = fstatSync(1);
  return output.isCharacterDevice() && output.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}

/** Writes all of a text, however slowly the other side reads. */
function write(to: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(to, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that has seen enough (head, less) is no fault.
      if (code === "EPIPE") process.exit();
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

const COLON = say("：", ": ");

/** Says on standard error something of a file, a folder or an option. */
export const tell = (terminal: Terminal, locale: Locale, name: string, message: Message): void =>
  terminal.err(`${printable(name)}${COLON[locale]}${printable(message[locale])}\n`);
