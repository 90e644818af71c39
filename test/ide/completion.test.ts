import { describe, expect, test } from "vitest";
import { InsertTextFormat, type TextEdit } from "vscode-languageserver-types";
import { completion } from "../../server/ide/completion.ts";
import { host } from "../../server/workspace/host.ts";
import type { Reader } from "../../server/workspace/snapshot.ts";
import { edited, onlyRules, open, reader, URI } from "./kit.ts";

async function items(marked: string, change: Partial<Reader> = {}) {
  const { snapshot, position } = await open(marked, [], { snippets: false, ...change });
  return { snapshot, found: completion(snapshot, { textDocument: { uri: URI }, position }) };
}

/** Takes the offer of that name and compares the text. */
async function check(marked: string, label: string, expected: string): Promise<void> {
  const { snapshot, found } = await items(marked);
  const taken = found.find((item) => item.label === label);
  expect(found.map(({ label }) => label)).toContain(label);
  expect(edited(snapshot, [taken!.textEdit as TextEdit])).toBe(expected);
}

const HEAD = "青山县司法局2024年工作总结及2025年工作计划\n";

describe("sections", () => {
  test("that the draft lacks are offered under the next number and the right year", () =>
    check(
      `${HEAD}一、2024年工作总结\n办了案。\n二、存在的问题和不足\n人手不足。\n‸`,
      "下一年工作计划",
      `${HEAD}一、2024年工作总结\n办了案。\n二、存在的问题和不足\n人手不足。\n三、2025年工作计划\n2025年，________将________。\n`,
    ));

  test("that it has are not", async () => {
    const { found } = await items(`${HEAD}一、2024年工作总结\n办了案。\n二、2025年工作计划\n继续。\n‸`, {
      ownSentences: ["govreport"],
    });
    expect(found.map(({ label }) => label)).toEqual(["存在的问题和不足"]);
  });

  test("replace the number that was typed", () =>
    check(
      `${HEAD}一、2024年工作总结\n办了案。\n二、‸`,
      "存在的问题和不足",
      `${HEAD}一、2024年工作总结\n办了案。\n二、存在的问题和不足\n一是________。二是________。\n`,
    ));

  test("stand on lines of their own", async () => {
    const { found } = await items(`${HEAD}一、2024年工作总结\n办了案‸。`, { ownSentences: ["govreport"] });
    expect(found).toEqual([]);
  });

  test("of the kind that the title names are offered under it", async () => {
    const { found } = await items(`${HEAD}‸`, { ownSentences: ["govreport"] });
    expect(found.map(({ label }) => label)).toEqual(["工作总结", "存在的问题和不足", "下一年工作计划"]);
  });

  test("come as whole outlines where nothing is written", async () => {
    const { found } = await items("‸", { ownSentences: ["govreport"] });
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found[0]?.documentation).toContain("一、20××年推进法治政府建设的主要举措和成效");
  });
});

test("what is no report is left alone", async () => {
  const drafts = host(reader());
  drafts.open({ uri: URI, path: "/notes.txt", language: "plaintext", version: 1, text: "买菜。\n其中" });
  const snapshot = drafts.snapshot(URI, await onlyRules())!;
  expect(completion(snapshot, { textDocument: { uri: URI }, position: { line: 1, character: 2 } })).toEqual([]);
});

describe("sentences", () => {
  test("take the place of the word that was begun in the middle of a line", () =>
    check(
      "今年工作有序推进，其中‸",
      "其中（分项合计等于总数）",
      "今年工作有序推进，共×件，其中行政许可×件、行政处罚×件、其他×件",
    ));

  test("answer to the initials of their names", () =>
    check("有序推进，tb‸", "同比（带上年同期数）", "有序推进，全年，共受理案件×件，同比增长×%（上年同期×件）"));

  test("have stops for editors that know snippets", async () => {
    const { found } = await items("有序推进，‸", { snippets: true });
    expect(found.every(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet)).toBe(true);
    expect(JSON.stringify(found)).toContain("{1|全年,上半年,1月至6月|}");
  });

  test("are not offered twice where the editor has them", async () => {
    const own = { ownSentences: ["govreport"] };
    expect((await items("有序推进，‸", own)).found).toEqual([]);
    expect((await items("有序推进，究其原‸", own)).found).toHaveLength(1);
  });
});
