import process from "node:process";
import { Script } from "node:vm";
import { once } from "../text/memo.ts";
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
const script = once(() => new Script(`globalThis[Symbol.for(${JSON.stringify(SLOT.description)})]()`));

/** How many times as long is waited on a machine that hardly got to the work. */
const BUSY = 4;

/**
 * Does work on a draft, and stops it when it takes too long. Node can stop what runs within a script, at any place, even
 * in the midst of one regular expression: neither a `catch` nor a `finally` of the work is reached then. So it must be
 * pure: nothing of it may be left half done that others see. Where other programs took most of the time, it is begun
 * once more and given longer.
 * @param length of the draft, in UTF-16 code units
 * @throws TooLong, and whatever the work throws
 */
export function inTime<T>(length: number, work: () => T): T {
  const patience = PATIENCE * Math.max(1, Math.ceil(length / MUCH));
  const before = process.cpuUsage();
  const first = within(patience, work);
  if (first) return first.value;
  const { user, system } = process.cpuUsage(before);
  const second = (user + system) / 1000 < patience / 2 ? within(BUSY * patience, work) : null;
  if (!second) throw new TooLong(patience / 1000);
  return second.value;
}

/** What work gives; null where it is not done in so many milliseconds. */
function within<T>(timeout: number, work: () => T): { readonly value: T } | null {
  let done: { readonly value: T } | null = null;
  const outer = place[SLOT];
  place[SLOT] = () => {
    done = { value: work() };
  };
  try {
    script().runInThisContext({ timeout });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
  } finally {
    if (outer) place[SLOT] = outer;
    else delete place[SLOT];
  }
  return done;
}

/** What is told of a draft that was given up. */
export const givenUp = ({ seconds }: TooLong): Message =>
  say(
    `检查这份稿子用了 ${seconds} 秒还没有完，已经停下，没有结果。请把它分成几个文件再查，并把这件事告诉我们。`,
    `The check took more than ${seconds} s and was stopped without a result; please split the draft, and tell us of it.`,
  );
