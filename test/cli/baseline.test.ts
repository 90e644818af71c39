import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FAULTY, folder, govreport } from "./kit.ts";

const check = (path: string, rest = "") => govreport(path, `check --format json --baseline known.json ${rest} a.txt`);
const found = (out: string): string[] => JSON.parse(out).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);

describe("a baseline", () => {
  test("accepts what is there and shows what is new", async () => {
    const path = folder({ "a.txt": FAULTY });
    const made = await check(path, "--update-baseline");
    expect(made).toMatchObject({ status: 0, err: "" });
    expect(Object.keys(JSON.parse(readFileSync(join(path, "known.json"), "utf8")).files)).toEqual(["a.txt"]);
    expect(await check(path)).toMatchObject({ status: 0, err: "" });
    expect(found((await check(path)).out)).toEqual([]);
    writeFileSync(join(path, "a.txt"), `${FAULTY}\n全区共办结案件件20件，其中民事12件、刑事10件。\n`);
    expect(found((await check(path)).out)).toContain("figure/sum-mismatch");
  });

  test.each([
    ["that is not there", {}, "known.json：找不到这个基线文件；要新建，请加 --update-baseline。\n"],
    ["that is none", { "known.json": "[]" }, "known.json：这不是基线文件，或已损坏；请另给一个名字，或删去后重建。\n"],
  ])("%s is said so", async (_, files, err) =>
    expect(await check(folder({ "a.txt": FAULTY, ...files }))).toMatchObject({ status: 2, err }),
  );

  test("is named to be updated", async () =>
    expect(await govreport(folder({ "a.txt": FAULTY }), "check --update-baseline a.txt")).toMatchObject({ status: 2 }));
});
