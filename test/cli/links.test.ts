import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { text as textIn } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { replace } from "../../server/cli/files/write.ts";
import { decode } from "../../server/text/decode.ts";
import { FAULTY, folder, govreport } from "./kit.ts";

const text = (path: string): string => readFileSync(path, "utf8");

/** A pipe that nobody writes to: whoever waits for it waits for ever. */
const pipe = (path: string): void => void spawnSync("mkfifo", [path]);

/** Runs the built program in a shell, with its output led elsewhere. */
function inShell(cwd: string, line: string, elsewhere: string) {
  const program = [process.execPath, resolve("dist/govreport.cjs"), ...line.split(" ")];
  const shell = spawnSync("bash", ["-c", `"$0" "$@" ${elsewhere}`, ...program], { cwd, encoding: "utf8" });
  return { status: shell.status, stdout: shell.stdout, stderr: shell.stderr };
}

test.each(["fix .", "format .", "fix *.txt", "fix --suggestions inside"])(
  "%s follows no link that it finds",
  async (line) => {
    const path = folder({ "outside/a.txt": FAULTY, "work/b.txt": FAULTY, "work/inside/c.txt": FAULTY });
    symlinkSync("../outside/a.txt", `${path}/work/link.txt`);
    symlinkSync("../../outside/a.txt", `${path}/work/inside/link.txt`);
    symlinkSync("../outside", `${path}/work/folder.txt`);
    const { status, err } = await govreport(`${path}/work`, line);
    expect(status).toBe(0);
    expect(err).toMatch(/link\.txt：是链接，没有跟过去。/);
    expect(text(`${path}/outside/a.txt`)).toBe(FAULTY);
  },
);

test("a link that is named is followed", async () => {
  const path = folder({ "outside/a.txt": FAULTY, "work/b.txt": FAULTY });
  symlinkSync("../outside/a.txt", `${path}/work/link.txt`);
  symlinkSync("../outside", `${path}/work/folder`);
  expect((await govreport(`${path}/work`, "check --format compact link.txt")).out).toContain("link.txt:");
  expect((await govreport(`${path}/work`, "check --format compact folder")).out).toContain("folder/a.txt:");
});

test("a file that has become a link since it was read is left as it is", async () => {
  const path = folder({ "outside/a.txt": FAULTY, "a.txt": FAULTY });
  const read = decode(readFileSync(`${path}/a.txt`))!;
  renameSync(`${path}/a.txt`, `${path}/b.txt`);
  symlinkSync("outside/a.txt", `${path}/a.txt`);
  expect(replace(`${path}/a.txt`, read, "")?.zh).toContain("被别处改过");
  expect(text(`${path}/outside/a.txt`)).toBe(FAULTY);
});

test.skipIf(process.platform === "win32")("pipes and devices are passed over, wherever they lie", async () => {
  const path = folder({ "a.txt": FAULTY });
  mkdirSync(`${path}/.govreport`);
  for (const name of ["pipe.txt", ".gitignore", "govreport.config.json", ".govreport/suppressions.json", "base.json"])
    pipe(`${path}/${name}`);
  const found = await govreport(path, "check .");
  expect(found.status).toBe(1);
  expect(found.err).toContain("pipe.txt：不是普通文件");
  for (const name of ["pipe.txt", "/dev/zero", "/dev/tty"]) {
    const { status, err } = await govreport(path, `check ${name}`);
    expect(status).toBe(2);
    expect(err).toMatch(/：(不是普通文件|读不出来)/);
  }
  const { status, err } = await govreport(path, "check a.txt --baseline base.json --update-baseline");
  expect(status).toBe(2);
  expect(err).toContain("base.json：不是普通文件，没有写");
});

describe.skipIf(process.platform === "win32")("what is named as the place to write to", () => {
  const line = "check --fail-on never --format compact --output";

  test("may be a device or a pipe", async () => {
    const path = folder({ "a.txt": FAULTY });
    const { out } = await govreport(path, "check --format compact a.txt");
    pipe(`${path}/pipe`);
    const reader = spawn("cat", [`${path}/pipe`]);
    const read = textIn(reader.stdout);
    expect(await govreport(path, `${line} pipe a.txt`)).toEqual({ status: 0, out: "", err: "" });
    expect(await read).toBe(out);
    expect(await govreport(path, `${line} /dev/null a.txt`)).toEqual({ status: 0, out: "", err: "" });
    expect(inShell(path, `${line} /dev/stdout a.txt`, "| cat")).toEqual({ status: 0, stdout: out, stderr: "" });
  });

  test("may be what is already open, and keeps what it holds", async () => {
    const path = folder({ "a.txt": FAULTY, "log.txt": "甲\n" });
    const { out } = await govreport(path, "check --format compact a.txt");
    inShell(path, `${line} /dev/stdout a.txt`, ">> log.txt");
    expect(text(`${path}/log.txt`)).toBe(`甲\n${out}`);
  });

  test("is no folder", async () => {
    const path = folder({ "a.txt": FAULTY, "b/c.txt": "" });
    const { status, err } = await govreport(path, `${line} b a.txt`);
    expect(status).toBe(2);
    expect(err).toContain("b：不是普通文件，没有写");
  });
});
