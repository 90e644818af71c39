import { Script } from "node:vm";
import { type Message, say } from "../text/message.ts";

/** How long a draft may be read and checked, in milliseconds, and as long again for each further 250,000 characters. */
const PATIENCE = 5000;
const MUCH = 250_000;

/** Thrown where the work on a draft has taken too long and was stopped. */
export class TooLong extends Error {
  /** @param seconds how long it was waited for */
  constructor(readonly seconds: number) {
    super(`stopped after ${seconds} s`);
  }
}

const SLOT = Symbol.for("govreport.inTime");
const place = globalThis as { [SLOT]?: () => void };
let script: Script | undefined;

/**
 * Does work on a draft, and stops it when it takes too long. Node can stop what runs within a script, at any place, even
 * in the midst of one regular expression: neither a `catch` nor a `finally` of the work is reached then. So it must be
 * pure: nothing of it may be left half done that others see.
 * @param length of the draft, in UTF-16 code units
 * @throws TooLong, and whatever the work throws
 */
export function inTime<T>(length: number, work: () => T): T {
  const timeout = PATIENCE * Math.max(1, Math.ceil(length / MUCH));
  let done: { readonly value: T } | undefined;
  const outer = place[SLOT];
  place[SLOT] = () => {
    done = { value: work() };
  };
  try {
    script ??= new Script(`globalThis[Symbol.for(${JSON.stringify(SLOT.description)})]()`);
    script.runInThisContext({ timeout });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
      ? new TooLong(timeout / 1000)
      : error;
  } finally {
    if (outer) place[SLOT] = outer;
    else delete place[SLOT];
  }
  return done!.value;
}

/** What is told of a draft that was given up. */
export const givenUp = ({ seconds }: TooLong): Message =>
  say(
    `检查这份稿子用了 ${seconds} 秒还没有完，已经停下，没有结果。请把它分成几个文件再查，并把这件事告诉我们。`,
    `The check took more than ${seconds} s and was stopped without a result; please split the draft, and tell us of it.`,
  );
