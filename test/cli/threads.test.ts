import { expect, test } from "vitest";
import { threads } from "../../server/cli/checkup/threads.ts";
import type { Draft } from "../../server/cli/files/drafts.ts";
import { folder } from "./kit.ts";

test("a thread that fails or ends takes only its own draft with it", async () => {
  const path = folder({
    "worker.cjs": `
      const { parentPort } = require("node:worker_threads");
      parentPort.on("message", ({ draft: { name } }) => {
        if (name === "ends") process.exit(3);
        if (name === "throws") throw new Error("far off");
        parentPort.postMessage(name === "fails" ? { error: "too far" } : { checkup: { name } });
      });`,
  });
  const { checkup, end } = threads(2, `${path}/worker.cjs`);
  const names = ["a", "ends", "b", "throws", "fails", "c", "d"];
  const all = await Promise.allSettled(names.map((name) => checkup({ name } as Draft, {})));
  await end();
  expect(all.map((each) => (each.status === "fulfilled" ? each.value.name : String(each.reason)))).toEqual([
    "a",
    "Error: thread ended (3)",
    "b",
    "Error: far off",
    "too far",
    "c",
    "d",
  ]);
});
