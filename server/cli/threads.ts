import { pool } from "workerpool";
import type { Checkup, Wanted } from "./checkup.ts";
import type { Draft } from "./drafts.ts";

/** Worker threads that check drafts. */
export interface Threads {
  checkup(draft: Draft, wanted: Wanted): Promise<Checkup>;
  end(): Promise<void>;
}

/** Makes up to `most` threads, each when there is work for it. */
export function threads(most: number): Threads {
  const workers = pool(`${__dirname}/worker.cjs`, { workerType: "thread", maxWorkers: most });
  return {
    checkup: async (draft, wanted) => workers.exec("checkup", [draft, wanted]),
    end: async () => void (await workers.terminate()),
  };
}
