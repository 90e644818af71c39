import { parentPort } from "node:worker_threads";
import { inTime, TooLong } from "../../watchdog/watchdog.ts";
import type { Draft } from "../files/drafts.ts";
import { type Checkup, checkup, type Wanted } from "./checkup.ts";

/** What comes of a draft: plain data, as it goes from one thread to another. */
export type Answer = { readonly checkup: Checkup } | { readonly seconds: number } | { readonly error: unknown };

function answer(draft: Draft, wanted: Wanted): Answer {
  try {
    return { checkup: inTime(draft.text.length, () => checkup(draft, wanted)) };
  } catch (error) {
    return error instanceof TooLong ? { seconds: error.seconds } : { error: String(error) };
  }
}

parentPort!.on("message", ({ draft, wanted }: { readonly draft: Draft; readonly wanted: Wanted }) =>
  parentPort!.postMessage(answer(draft, wanted)),
);
