import Ajv from "ajv";
import { expect, test } from "vitest";
import type { Checkup, Finding } from "../../server/cli/checkup/checkup.ts";
import { compact } from "../../server/cli/output/compact.ts";
import type { MakeFormat, Totals } from "../../server/cli/output/format.ts";
import { github } from "../../server/cli/output/github.ts";
import { junit } from "../../server/cli/output/junit.ts";
import { pretty } from "../../server/cli/output/pretty.ts";
import { sarif } from "../../server/cli/output/sarif.ts";
import { say } from "../../server/text/message.ts";
import { span } from "../../server/text/span.ts";
import { FAULTY, folder, govreport } from "./kit.ts";
import schema from "./sarif-2.1.0.schema.json" with { type: "json" };

const TEXT = "标题\n共12件，其中甲5件、乙8件。\n";

const finding: Finding = {
  rule: "figure/sum-mismatch",
  severity: "error",
  message: say("5＋8＝13，文中为12，100%<“请核对”>。", "5+8=13, not 12"),
  span: span(4, 7),
  related: [{ span: span(11, 13), message: say("第1项", "part 1") }],
  fixes: [{ title: say("改为13件", "13"), safe: false, edits: [{ span: span(4, 6), newText: "13" }] }],
  role: null,
  unnecessary: false,
  fingerprint: "0123456789abcdef",
};

const checkup: Checkup = {
  name: "报告 1,a.txt",
  path: "/报告 1,a.txt",
  text: TEXT,
  recognised: true,
  kind: "annual-report",
  kindName: "法治政府建设年度报告",
  period: "2024",
  findings: [finding, { ...finding, severity: "hint", span: span(0, 5), related: [], fixes: [] }],
  failures: [{ rule: "wording/repeated", error: "Error: \u0000故障" }],
  audit: { proved: 3, refuted: 1, open: 0 },
};

const counts = { error: 1, warning: 0, information: 0, hint: 1 };
const totals: Totals = { files: 1, reports: 1, shown: counts, all: { ...counts, hint: 3 }, fixable: 1 };

const printed = (format: MakeFormat, checkups: readonly Checkup[] = [checkup], colour = false): string => {
  const made = format({ locale: "zh", colour, columns: 80 });
  return checkups.map((each) => made.draft(each)).join("") + made.end(totals);
};

test("pretty", () =>
  expect(printed(pretty)).toBe(`报告 1,a.txt  法治政府建设年度报告 2024
  错误 2:2  5＋8＝13，文中为12，100%<“请核对”>。  figure/sum-mismatch
     共12件，其中甲5件、乙8件。
       ^^^^
     2:9  第1项

  建议 1:1  5＋8＝13，文中为12，100%<“请核对”>。  figure/sum-mismatch
     标题
     ^^^^

  规则 wording/repeated 出了故障，这份报告没有按它检查（Error: \ufffd故障）。

检查了 1 份报告：1 处错误，0 处警告；其中 1 处可用 govreport fix 修好；另有 2 处提示，加 --severity hint 查看。
`));

test("colours come only where they are asked for", () => {
  expect(printed(pretty)).not.toContain("\u001b");
  expect(printed(pretty, [checkup], true)).toContain("\u001b[31m错误\u001b[39m");
});

test("compact", () =>
  expect(printed(compact)).toBe(`报告 1,a.txt:2:2: error: 5＋8＝13，文中为12，100%<“请核对”>。 [figure/sum-mismatch]
报告 1,a.txt:1:1: hint: 5＋8＝13，文中为12，100%<“请核对”>。 [figure/sum-mismatch]
报告 1,a.txt: failure: Error: \ufffd故障 [wording/repeated]
`));

test("github escapes what would end a command", () =>
  expect(printed(github).split("\n").slice(0, 2)).toEqual([
    "::error file=报告 1%2Ca.txt,line=2,endLine=2,col=2,endColumn=5,title=figure/sum-mismatch::5＋8＝13，文中为12，100%25<“请核对”>。",
    "::notice file=报告 1%2Ca.txt,line=1,endLine=2,title=figure/sum-mismatch::5＋8＝13，文中为12，100%25<“请核对”>。",
  ]));

test("junit is XML, and a sound draft a case that passed", () => {
  const out = printed(junit, [checkup, { ...checkup, name: "好.txt", findings: [], failures: [] }]);
  expect(out).toContain('<testsuites name="govreport" tests="4" failures="2" errors="1">');
  expect(out).toContain(
    '<failure type="error" message="5＋8＝13，文中为12，100%&lt;“请核对”&gt;。">报告 1,a.txt:2:2 5＋8＝13，文中为12，100%&lt;“请核对”&gt;。</failure>',
  );
  expect(out).toContain('<error message="Error: \ufffd故障"/>');
  expect(out).toContain('<testcase name="govreport" classname="好.txt"/>');
  for (const [, name] of out.matchAll(/<(\w+)[^>]*[^/]>/g)) expect(out).toContain(`</${name}>`);
});

const problems = (text: string): unknown => {
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  return validate(JSON.parse(text)) ? [] : validate.errors;
};

test("sarif is valid against its schema", async () => {
  expect(problems(printed(sarif))).toEqual([]);
  expect(problems(printed(sarif, []))).toEqual([]);
  expect(problems('{ "version": "2.1.0" }')).not.toEqual([]);
  const { out } = await govreport(folder({ "a.txt": FAULTY }), "check --format sarif a.txt");
  expect(problems(out)).toEqual([]);
});

test("sarif carries rules, places, fixes and fingerprints", () => {
  const [run] = JSON.parse(printed(sarif)).runs;
  const [result] = run.results;
  expect(run.columnKind).toBe("utf16CodeUnits");
  expect(run.tool.driver.rules[result.ruleIndex]).toMatchObject({
    id: "figure/sum-mismatch",
    help: { markdown: expect.stringContaining("# figure/sum-mismatch") },
    defaultConfiguration: { level: "error" },
  });
  const uri = "%E6%8A%A5%E5%91%8A%201%2Ca.txt";
  const region = { startLine: 2, startColumn: 2, endLine: 2, endColumn: 5, charOffset: 4, charLength: 3 };
  expect(result).toMatchObject({
    ruleId: "figure/sum-mismatch",
    level: "error",
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
    partialFingerprints: { "govreport/v1": "0123456789abcdef" },
    fixes: [{ artifactChanges: [{ artifactLocation: { uri }, replacements: [{ insertedContent: { text: "13" } }] }] }],
  });
  expect(run.results[1].level).toBe("note");
  expect(run.invocations[0].toolExecutionNotifications[0].associatedRule).toEqual({ id: "wording/repeated" });
});
