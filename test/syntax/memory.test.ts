import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { parse, type Syntax } from "../../server/syntax/parse.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is held in bytes when all garbage has been collected. */
function held(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

test("a text that is edited line by line keeps none of its versions", () => {
  const [count, length] = [150, 500];
  const lines = Array.from({ length: count }, (_, i) => `（一）第${i}项。${"办理实事。".repeat(length / 5)}`);
  let syntax: Syntax = parse(lines.join("\n"));
  const before = held();
  for (let i = 0; i < count; i++) {
    lines[i] = `${lines[i]}完。`;
    syntax = parse(lines.join("\n"), syntax);
  }
  const size = 2 * lines.join("\n").length;
  expect(held() - before).toBeLessThan(5 * size);
  expect(syntax.lines.size).toBe(count);
});
