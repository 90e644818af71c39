import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isStatistic } from "../server/figures/figure.ts";
import { scan } from "../server/figures/scan.ts";
import type { Diagnostic } from "../server/lint/diagnostic.ts";
import { lint } from "../server/lint/run.ts";
import { analyse } from "../server/report/report.ts";
import { rules } from "../server/rules/index.ts";
import type { AnyRule, Example, Fix } from "../server/rules/rule.ts";
import { applyEdits } from "../server/text/edit.ts";
import { inForce, mark, unmark } from "./kit.ts";

function findings(rule: AnyRule, text: string, { profile }: Example): readonly Diagnostic[] {
  const { diagnostics, failures } = lint(analyse(text, { declared: true, profile }), inForce([rule]));
  expect(failures).toEqual([]);
  return diagnostics;
}

const firstFixes = (diagnostics: readonly Diagnostic[]): Fix[] => diagnostics.flatMap(({ fixes }) => fixes.slice(0, 1));

const values = (text: string) =>
  scan(text)
    .filter(isStatistic)
    .map(({ value, unit }) => ({ value, unit }));

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test("has examples, right and wrong", () => {
    expect(rule.examples.some((example) => "good" in example)).toBe(true);
    expect(rule.examples.some((example) => "bad" in example)).toBe(true);
  });

  test.each(rule.examples.filter((example) => "good" in example))("is silent: $good", (example) => {
    expect(
      mark(
        example.good,
        findings(rule, example.good, example).map(({ span }) => span),
      ),
    ).toBe(example.good);
  });

  test.each(rule.examples.filter((example) => "bad" in example))("finds: $bad", (example) => {
    const { text } = unmark(example.bad);
    const found = findings(rule, text, example);
    expect(
      mark(
        text,
        found.map(({ span }) => span),
      ),
    ).toBe(example.bad);
    for (const { message, fixes } of found) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/[A-Za-z]/);
      for (const said of [message, ...fixes.map(({ title }) => title)]) {
        expect(`${said.zh}${said.en}`).not.toMatch(/NaN|Infinity|undefined|\[object/);
      }
    }
    const fixes = firstFixes(found);
    if (example.fixed === undefined) return;
    const fixed = applyEdits(
      text,
      fixes.flatMap(({ edits }) => edits),
    );
    expect(fixed).toBe(example.fixed);
    expect(
      mark(
        fixed,
        findings(rule, fixed, example).map(({ span }) => span),
      ),
    ).toBe(fixed);
    if (fixes.every(({ safe }) => safe)) expect(values(fixed)).toEqual(values(text));
  });

  test("is documented in both languages", () => {
    for (const { zh, en } of [rule.summary, rule.why]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e“”‘’—–×÷＋−…\u3000-\u9fff\uff00-\uffef〔〕《》%]+$/);
    }
    expect(id).toMatch(/^(structure|figure|residue|wording|punctuation)\/[a-z]+(-[a-z]+)*$/);
  });
});

test("every rule file is listed, under the id that its path gives", () => {
  const root = new URL("../server/rules/", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /^\w+\/[a-z-]+\.ts$/.test(path))
    .map((path) => path.slice(0, -3));
  const ids = rules.map(({ id }) => id);
  const todo = [
    ...files.filter((id) => !ids.includes(id)).map((id) => `add it to server/rules/index.ts: ${id}`),
    ...ids.filter((id) => !files.includes(id)).map((id) => `its id must be its path below server/rules: ${id}`),
    ...ids
      .filter((id, i) => i > 0 && id < ids[i - 1]!)
      .map((id) => `put it where its id belongs in server/rules/index.ts: ${id}`),
  ];
  expect(todo).toEqual([]);
});
