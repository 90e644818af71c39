import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { expect, test } from "vitest";
import { writeWhole } from "../../server/disk/write.ts";
import { folder } from "../cli/kit.ts";
import { bundled } from "./writer.ts";

const text = (path: string): string => readFileSync(path, "utf8");

test("a file keeps its mode, and a link stays one", () => {
  const path = folder({ "a.txt": "old" });
  chmodSync(`${path}/a.txt`, 0o640);
  symlinkSync("a.txt", `${path}/link`);
  writeWhole(`${path}/link`, "new");
  expect(text(`${path}/a.txt`)).toBe("new");
  expect(statSync(`${path}/a.txt`).mode & 0o777).toBe(0o640);
  expect(readdirSync(path)).toEqual(["a.txt", "link"]);
});

test.skipIf(process.platform === "win32")("a private file is at no moment one that others read", () => {
  const path = folder({
    "a.txt": "old",
    "watch.cjs": `
      const fs = require("node:fs");
      const { openSync, writeFileSync } = fs;
      const tell = (file) => console.log((fs.fstatSync(file).mode & 0o777).toString(8));
      fs.openSync = (...given) => {
        const file = openSync(...given);
        if (given[1] === "wx") tell(file);
        return file;
      };
      fs.writeFileSync = (file, content) => {
        tell(file);
        writeFileSync(file, content);
      };`,
  });
  chmodSync(`${path}/a.txt`, 0o640);
  const program = ["--require", `${path}/watch.cjs`, bundled(path), `${path}/a.txt`, "once"];
  const { stdout } = spawnSync(process.execPath, program, { encoding: "utf8" });
  expect(stdout.split("\n")).toEqual(["begun", "600", "640", ""]);
});

test("a name as long as names may be is no hindrance", () => {
  const name = `${"字".repeat(83)}.txt`;
  const path = folder();
  writeWhole(`${path}/${name}`, "new");
  expect(text(`${path}/${name}`)).toBe("new");
});

test.skipIf(process.platform === "win32")("a disk that is full leaves the old file and nothing else", () => {
  const path = folder({ "a.txt": "old" });
  // Files of more than 8 blocks are refused in the middle, as on a disk that fills up.
  const script = `ulimit -f 8; "${process.execPath}" "${bundled(path)}" "${path}/a.txt" once`;
  const { status, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
  expect(stderr).toContain("EFBIG");
  expect(status).toBe(1);
  expect(text(`${path}/a.txt`)).toBe("old");
  expect(readdirSync(path).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("what a killed program left is taken away, and what another is writing is not", () => {
  const path = folder();
  const { pid: dead } = spawnSync(process.execPath, ["-e", ""]);
  const draft = (pid: number) => `${path}/.govreport-${pid}-abc.tmp`;
  const long = new Date(Date.now() - 3_600_000);
  for (const pid of [dead, process.pid]) {
    writeFileSync(draft(pid), "half");
    utimesSync(draft(pid), long, long);
  }
  writeFileSync(`${path}/.govreport-of-mine.tmp`, "mine");
  writeWhole(`${path}/a.txt`, "new");
  expect(existsSync(draft(dead))).toBe(false);
  expect(existsSync(draft(process.pid))).toBe(true);
  expect(text(`${path}/.govreport-of-mine.tmp`)).toBe("mine");
});

test("a folder is gone through once, however many of its files are written", () => {
  const path = folder();
  const { pid: dead } = spawnSync(process.execPath, ["-e", ""]);
  const draft = `${path}/.govreport-${dead}-abc.tmp`;
  writeWhole(`${path}/a.txt`, "new");
  writeFileSync(draft, "half");
  utimesSync(draft, 0, 0);
  writeWhole(`${path}/b.txt`, "new");
  expect(existsSync(draft)).toBe(true);
});

test("nothing else writes files", () => {
  const writers = readdirSync("server", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && path !== "disk/write.ts")
    .filter((path) =>
      /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|rename|renameSync|copyFile|copyFileSync|truncate)\b/.test(
        readFileSync(`server/${path}`, "utf8"),
      ),
    );
  expect(writers).toEqual([]);
});
