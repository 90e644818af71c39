import { Worker } from "node:worker_threads";
import { TooLong } from "../../watchdog/watchdog.ts";
import type { Draft } from "../files/drafts.ts";
import type { Checkup, Wanted } from "./checkup.ts";
import type { Answer } from "./worker.ts";

/** Worker threads that check drafts. */
export interface Threads {
  /** @throws TooLong, what the check of this draft threw, or what ended the thread that it was checked on */
  checkup(draft: Draft, wanted: Wanted): Promise<Checkup>;
  end(): Promise<void>;
}

interface Job {
  readonly draft: Draft;
  readonly wanted: Wanted;
  done(checkup: Checkup): void;
  fail(error: unknown): void;
}

/**
 * Makes up to `most` threads, each when there is work for it. One that ends takes only its own draft with it.
 * @param script what runs on them
 */
export function threads(most: number, script = `${__dirname}/worker.cjs`): Threads {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Job>();

  const begin = (): Worker => {
    const worker = new Worker(script);
    const lose = (error: unknown): void => {
      busy.get(worker)?.fail(error);
      busy.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      work();
    };
    worker.on("message", (answer: Answer) => {
      const job = busy.get(worker)!;
      busy.delete(worker);
      idle.push(worker);
      if ("checkup" in answer) job.done(answer.checkup);
      else job.fail("seconds" in answer ? new TooLong(answer.seconds) : answer.error);
      work();
    });
    worker.on("error", lose);
    worker.on("exit", (code) => lose(new Error(`thread ended (${code})`)));
    return worker;
  };
  const work = (): void => {
    while (waiting.length > 0 && (idle.length > 0 || busy.size < most)) {
      const worker = idle.pop() ?? begin();
      const job = waiting.shift()!;
      busy.set(worker, job);
      worker.postMessage({ draft: job.draft, wanted: job.wanted });
    }
  };
  return {
    checkup: (draft, wanted) =>
      new Promise((done, fail) => {
        waiting.push({ draft, wanted, done, fail });
        work();
      }),
    async end() {
      await Promise.all(idle.map((worker) => worker.terminate()));
    },
  };
}
