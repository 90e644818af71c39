import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { project } from "../../server/config/project.ts";
import { host } from "../../server/workspace/host.ts";
import { reader, URI } from "../ide/kit.ts";

const opened = (text: string, language = "plaintext", path = "/drafts/draft.txt") => {
  const drafts = host(reader());
  drafts.open({ uri: URI, path, language, version: 1, text });
  return drafts;
};
const defaults = await project(null, {}, async () => null);

const DRAFT =
  "青山县司法局2024年工作总结\r\n一、2024年工作总结\n全年办理案件12件，其中维持8件。😀\n二、2025年工作计划\n继续努力。";

describe("the host", () => {
  const change = fc.record({
    from: fc.nat(80),
    to: fc.nat(80),
    text: fc.constantFrom("", "\n", "\r\n", "一、", "12件", "，其中撤销4件", "（二）", "😀"),
  });
  const changeIn = (document: TextDocument, { from, to, text }: { from: number; to: number; text: string }) => {
    const [start, end] = [from, to].sort((a, b) => a - b).map((offset) => document.positionAt(offset));
    return { range: { start: start!, end: end! }, text };
  };

  test("keeps the text that the editor has, whatever is changed, from either end", () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const drafts = opened(DRAFT);
        let document = TextDocument.create(URI, "plaintext", 1, DRAFT);
        changes.forEach((one, version) => {
          const edit = changeIn(document, one);
          const [start, end] = [document.positionAt(one.from), document.positionAt(one.to)];
          drafts.edit(URI, version, [{ range: { start, end }, text: one.text }]);
          document = TextDocument.create(
            URI,
            "plaintext",
            version,
            TextDocument.applyEdits(document, [{ range: edit.range, newText: edit.text }]),
          );
        });
        expect(drafts.snapshot(URI, defaults)?.report.text).toBe(document.getText());
      }),
      { seed: 7, numRuns: 300 },
    ));

  test("finds after edits what it would find in the text at once", () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        const drafts = opened(DRAFT);
        changes.forEach((one, version) => {
          const { text } = drafts.snapshot(URI, defaults)!.report;
          drafts.edit(URI, version, [changeIn(TextDocument.create(URI, "plaintext", version, text), one)]);
        });
        const warm = drafts.snapshot(URI, defaults)!;
        expect(warm.diagnostics).toEqual(opened(warm.report.text).snapshot(URI, defaults)?.diagnostics);
      }),
      { seed: 11, numRuns: 100 },
    ));

  test("clamps what lies beyond the text", () => {
    const drafts = opened("一\n二");
    const nowhere = { start: { line: -3, character: -1 }, end: { line: 0, character: 99 } };
    drafts.edit(URI, 2, [
      { range: nowhere, text: "三" },
      { range: { start: { line: 9, character: 9 }, end: { line: 9, character: 9 } }, text: "。" },
    ]);
    expect(drafts.snapshot(URI, defaults)?.report.text).toBe("三\n二。");
  });

  test("answers the very same snapshot until something changes", async () => {
    const drafts = opened(DRAFT);
    const first = drafts.snapshot(URI, defaults);
    expect(drafts.snapshot(URI, defaults)).toBe(first);
    const others = await project(null, { publicEdition: true }, async () => null);
    expect(drafts.snapshot(URI, others)).not.toBe(first);
    drafts.edit(URI, 2, [{ text: "" }]);
    expect(drafts.snapshot(URI, others)?.version).toBe(2);
  });

  test("knows nothing of what is not open", () => {
    const drafts = opened(DRAFT);
    drafts.edit("file:///other.txt", 1, [{ text: "" }]);
    drafts.close(URI);
    expect(drafts.snapshot(URI, defaults)).toBeNull();
    expect(drafts.uris()).toEqual([]);
  });

  test("takes a .govreport file for a report whatever it holds, and a text by what it holds", () => {
    const recognised = (language: string, path: string) =>
      opened("你好。", language, path).snapshot(URI, defaults)?.report.recognised;
    expect(recognised("govreport", "/drafts/draft.govreport")).toBe(true);
    expect(recognised("govreport", "/drafts/工作总结.txt")).toBe(false);
    expect(recognised("plaintext", "/drafts/draft.txt")).toBe(false);
  });
});
