import { expect, test } from "vitest";
import { diagnostics } from "../../server/ide/diagnostics.ts";
import { mark } from "../kit.ts";
import { open } from "./kit.ts";

async function check(rule: string, marked: string): Promise<void> {
  const { snapshot } = await open(marked, [rule]);
  const spans = diagnostics(snapshot).map(({ range }) => ({
    start: snapshot.lines.offset(range.start),
    end: snapshot.lines.offset(range.end),
  }));
  expect(mark(snapshot.report.text, spans)).toBe(marked);
}

test("a finding stands where its rule put it, on whichever line", () =>
  check(
    "structure/numbering",
    "青山县司法局2024年工作总结\r\n\r\n一、2024年工作总结\r\n已完成。\r\n⟦三、⟧2025年工作计划\r\n继续努力。\r\n",
  ));

test("what is no report has no diagnostics", async () => {
  const { snapshot } = await open("买两斤苹果，XX家的。");
  expect(diagnostics({ ...snapshot, diagnostics: [] })).toEqual([]);
});

test("a diagnostic says which rule found it, links to its page and shows the other places", async () => {
  const { snapshot } = await open(
    "全年共办理行政复议案件20件，其中维持8件、撤销5件、驳回9件。",
    ["figure/sum-mismatch"],
    { rulePage: (rule) => `file:///pages/${rule}.md` },
  );
  const [found] = diagnostics(snapshot);
  expect(found).toMatchObject({
    code: "figure/sum-mismatch",
    source: "govreport",
    severity: 1,
    codeDescription: { href: "file:///pages/figure/sum-mismatch.md" },
  });
  expect(found?.relatedInformation?.length).toBeGreaterThan(0);
});
