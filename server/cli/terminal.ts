import process from "node:process";

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
  const { stdin, stdout, stderr, env } = process;
  // A reader that has seen enough (head, less) is no fault.
  stdout.on("error", ({ code }: NodeJS.ErrnoException) => code === "EPIPE" && process.exit());
  return {
    folder: process.cwd(),
    columns: Math.max(NARROWEST, Math.min(stdout.columns ?? WIDEST, WIDEST)),
    colour: stdout.isTTY && !env.NO_COLOR && env.TERM !== "dumb",
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    async input() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}
