import { expect, test } from "vitest";
import { scan } from "../../server/figures/scan.ts";
import { HOSTILE } from "./hostile.ts";

/** Far above what linear time needs even on a busy machine, far below what quadratic time would. */
const PATIENCE = 8_000;

test.each(Object.entries(HOSTILE))("%s", { timeout: 2 * PATIENCE }, (_, make) => {
  const text = make(200_000);
  const start = performance.now();
  scan(text);
  expect(performance.now() - start).toBeLessThan(PATIENCE);
});
