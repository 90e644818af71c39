import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { bench, describe } from "vitest";

const [sample] = readdirSync("seeds");
const node = (...args: string[]) => spawnSync(process.execPath, args);

describe("a cold start", () => {
  bench("node -e 0", () => void node("-e", "0"), { iterations: 20 });
  bench("govreport check, one report", () => void node("dist/govreport.cjs", "check", `seeds/${sample}`), {
    iterations: 20,
  });
});
