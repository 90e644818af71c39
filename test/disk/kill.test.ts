import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { expect, test } from "vitest";
import { folder } from "../cli/kit.ts";
import { bundled, CONTENTS } from "./writer.ts";

/** `npm run test:kill` takes its time. */
const TIMES = process.env.npm_lifecycle_event === "test:kill" ? 200 : 10;
/** Milliseconds in which the program writes several times. */
const WHILE = 60;

test("a program that is killed while it writes leaves the old text or the new one", { timeout: 300_000 }, async () => {
  const path = folder({ "a.txt": CONTENTS[0]! });
  const writer = bundled(path);
  for (let i = 0; i < TIMES; i++) {
    const child = spawn(process.execPath, [writer, `${path}/a.txt`], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    // Moments that spread evenly over the while, however many there are.
    await after((i * 0.618034 * WHILE) % WHILE);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(CONTENTS.includes(readFileSync(`${path}/a.txt`, "utf8"))).toBe(true);
  }
  const others = readdirSync(path).filter((name) => name !== "a.txt" && name !== "writer.cjs");
  expect(others.filter((name) => !/^\.govreport-\d+-\w+\.tmp$/.test(name))).toEqual([]);
});
