import { chmodSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { replace } from "../../server/cli/files/write.ts";
import { decode } from "../../server/text/decode.ts";
import { encode } from "../../server/text/encode.ts";
import { FAULTY, folder, govreport, NO_REPORT } from "./kit.ts";

const MENDED = FAULTY.replace("截止", "截至");
const text = (path: string): string => readFileSync(path, "utf8");

test("safe fixes are written, once and for all", async () => {
  const path = folder({ "a.txt": FAULTY });
  expect(await govreport(path, "fix a.txt")).toEqual({ status: 0, out: "", err: "a.txt：修好 1 处。\n" });
  expect(text(`${path}/a.txt`)).toBe(MENDED);
  expect(await govreport(path, "fix a.txt")).toEqual({ status: 0, out: "", err: "" });
  expect(readdirSync(path)).toEqual(["a.txt"]);
});

test("--suggestions writes the others as well", async () => {
  const path = folder({ "a.txt": FAULTY });
  await govreport(path, "fix a.txt --suggestions");
  expect(text(`${path}/a.txt`)).toContain("350万元");
});

test("--dry-run shows the difference and writes nothing", async () => {
  const path = folder({ "a.txt": FAULTY });
  const { out } = await govreport(path, "fix --dry-run a.txt");
  expect(out).toMatch(/^-截止6月30日.*\n\+截至6月30日/m);
  expect(text(`${path}/a.txt`)).toBe(FAULTY);
});

test("--dry-run shows a difference of very many lines as a whole, and does not take for ever", async () => {
  const line = "截止6月30日，受理12件。\n";
  const path = folder({ "a.txt": `${FAULTY}${line.repeat(40_000)}尾` });
  const { out } = await govreport(path, "fix --dry-run a.txt");
  expect(out).toContain("@@ -1,40005 +1,40005 @@\n-某县");
  expect(out.endsWith("\n-尾\n\\ No newline at end of file\n") || out.includes("\n+尾\n\\ No newline")).toBe(true);
  expect(out.match(/^\+截至/gm)?.length).toBe(40_001);
});

test("standard input goes to standard output", async () => {
  expect(await govreport(folder(), "fix -", FAULTY)).toEqual({ status: 0, out: MENDED, err: "" });
});

test("encoding, byte order mark and line ends stay", async () => {
  const windows = FAULTY.replaceAll("\n", "\r\n");
  const path = folder({
    "a.txt": `\ufeff${windows}`,
    "b.txt": encode({ text: windows, encoding: "gb18030", bom: false }),
    "c.txt": encode({ text: windows, encoding: "utf-16le", bom: true }),
    "d.txt": encode({ text: windows, encoding: "utf-16be", bom: true }),
  });
  expect((await govreport(path, "fix .")).status).toBe(0);
  expect(text(`${path}/a.txt`)).toBe(`\ufeff${MENDED.replaceAll("\n", "\r\n")}`);
  expect(decode(readFileSync(`${path}/b.txt`))).toEqual({
    text: MENDED.replaceAll("\n", "\r\n"),
    encoding: "gb18030",
    bom: false,
  });
  const mended = MENDED.replaceAll("\n", "\r\n");
  expect(readFileSync(`${path}/c.txt`)).toEqual(Buffer.from(`\ufeff${mended}`, "utf16le"));
  expect(readFileSync(`${path}/d.txt`)).toEqual(Buffer.from(`\ufeff${mended}`, "utf16le").swap16());
});

test("a link stays one, and what it leads to is mended", async () => {
  const path = folder({ "real/a.txt": FAULTY });
  symlinkSync("real/a.txt", `${path}/b.txt`);
  await govreport(path, "fix b.txt");
  expect(text(`${path}/real/a.txt`)).toBe(MENDED);
  expect(readdirSync(path).sort()).toEqual(["b.txt", "real"]);
});

test("a read-only file is left as it is", async () => {
  const path = folder({ "a.txt": FAULTY, "b.txt": FAULTY });
  chmodSync(`${path}/a.txt`, 0o444);
  expect(await govreport(path, "fix a.txt b.txt")).toEqual({
    status: 2,
    out: "",
    err: "a.txt：文件是只读的，没有改动。\nb.txt：修好 1 处。\n",
  });
  expect(text(`${path}/a.txt`)).toBe(FAULTY);
});

test("a file that changed meanwhile is left as it is", async () => {
  const path = `${folder({ "a.txt": FAULTY })}/a.txt`;
  const read = decode(readFileSync(path))!;
  writeFileSync(path, "新的一稿");
  expect((await replace(path, read, MENDED))?.zh).toContain("检查期间文件被别处改过");
  expect(text(path)).toBe("新的一稿");
});

test("what is no report is left as it is", async () => {
  const path = folder({ "a.txt": `${NO_REPORT}截止6月30日。\n` });
  expect((await govreport(path, "fix a.txt")).err).toContain("不像政府报告");
  expect(text(`${path}/a.txt`)).toContain("截止");
});

test("format says what it would change, and changes it", async () => {
  const path = folder({ "a.txt": FAULTY.replace("12件，", "12件,") });
  expect(await govreport(path, "format --check a.txt")).toEqual({ status: 1, out: "", err: "a.txt：会改动。\n" });
  expect((await govreport(path, "format --dry-run a.txt")).out).toMatch(/^--- a\.txt\n\+\+\+ a\.txt\n@@/);
  expect(await govreport(path, "format a.txt")).toEqual({ status: 0, out: "", err: "a.txt：整理好了。\n" });
  expect(text(`${path}/a.txt`)).toBe(FAULTY);
  expect(await govreport(path, "format --check a.txt")).toEqual({ status: 0, out: "", err: "" });
});
