import { parentPort } from "node:worker_threads";
import { type Checkup, checkup, type Wanted } from "./checkup.ts";
import type { Draft } from "./drafts.ts";

/** What comes of a draft: plain data, as it goes from one thread to another. */
export type Answer = { readonly checkup: Checkup } | { readonly error: unknown };

function answer(draft: Draft, wanted: Wanted): Answer {
  try {
    return { checkup: checkup(draft, wanted) };
  } catch (error) {
    return { error: String(error) };
  }
}

parentPort!.on("message", ({ draft, wanted }: { readonly draft: Draft; readonly wanted: Wanted }) =>
  parentPort!.postMessage(answer(draft, wanted)),
);
