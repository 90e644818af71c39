import { describe, expect, test } from "vitest";
import { standard } from "../../server/figures/vocabulary.ts";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import type { Rule } from "../../server/rules/rule.ts";
import collocation from "../../server/rules/wording/collocation.ts";
import confusable from "../../server/rules/wording/confusable.ts";
import fixedPhrase from "../../server/rules/wording/fixed-phrase.ts";
import { collocations } from "../../server/rules/wording/table/collocations.ts";
import { confusables } from "../../server/rules/wording/table/confusables.ts";
import { fixedPhrases, setPhrases } from "../../server/rules/wording/table/phrases.ts";
import type { Row } from "../../server/rules/wording/table/row.ts";
import { terms } from "../../server/rules/wording/table/terms.ts";
import termConsistency from "../../server/rules/wording/term-consistency.ts";
import { difference } from "../../server/text/difference.ts";
import { applyEdits } from "../../server/text/edit.ts";
import { fold } from "../../server/text/fold.ts";
import { mark, unmark } from "../kit.ts";

const findings = (rule: Rule<"paragraph", never>, text: string) => {
  const options = (rule.options ? rule.options.parse({}) : {}) as never;
  return [
    ...rule.check(
      { block: { kind: "body", text }, text, folded: fold(text), figures: [], vocabulary: standard },
      options,
    ),
  ];
};
const shown = (rule: Rule<"paragraph", never>, text: string) =>
  mark(
    text,
    findings(rule, text).map(({ span }) => span),
  );

/** Every row finds its own fault where it says, and its correction and its counter-example are silent. */
function prove(rule: Rule<"paragraph", never>, table: readonly Pick<Row, "bad" | "good">[]) {
  test.each(table.map((row) => [row.bad, row] as const))("%s", (_, { bad, good }) => {
    const { text } = unmark(bad);
    expect(shown(rule, text)).toBe(bad);
    const fixed = applyEdits(
      text,
      findings(rule, text).flatMap(({ fixes }) => fixes?.[0]?.edits ?? []),
    );
    expect(shown(rule, fixed)).toBe(fixed);
    if (good) expect(shown(rule, good)).toBe(good);
  });
}

describe("confusables", () => prove(confusable as never, confusables));
describe("collocations", () => prove(collocation as never, collocations));
describe("fixed phrases", () => prove(fixedPhrase as never, fixedPhrases));
describe("set phrases", () => {
  prove(fixedPhrase as never, setPhrases);
  test.each(setPhrases.flatMap(({ phrase, also }) => [phrase, ...also]))("%s is right", (phrase) =>
    expect(shown(fixedPhrase as never, `坚持${phrase}。`)).toBe(`坚持${phrase}。`),
  );
});
describe("terms", () =>
  test.each(terms.map(({ bad }) => [bad]))("%s", (bad) => {
    const { text } = unmark(bad);
    const active = [{ rule: termConsistency, severity: "information", options: { terms: [] }, pinned: false }] as const;
    const lintTerms = (draft: string) => lint(analyse(draft, { declared: true }), active).diagnostics;
    const found = lintTerms(text);
    expect(
      mark(
        text,
        found.map(({ span }) => span),
      ),
    ).toBe(bad);
    const fixed = applyEdits(
      text,
      found.flatMap(({ fixes }) => fixes[0]!.edits),
    );
    expect(lintTerms(fixed)).toEqual([]);
  }));

describe("one slip is one finding", () => {
  const rules = [confusable, collocation, fixedPhrase] as unknown as Rule<"paragraph", never>[];
  test.each([...confusables, ...collocations, ...fixedPhrases, ...setPhrases].map(({ bad }) => [bad]))("%s", (bad) => {
    const { text } = unmark(bad);
    const edits = rules.flatMap((rule) => findings(rule, text).flatMap(({ fixes }) => fixes?.[0]?.edits ?? []));
    const changed = edits.flatMap((edit) => difference(text, applyEdits(text, [edit]))).map(({ span }) => span.start);
    expect(new Set(changed).size).toBe(changed.length);
  });
});

test("the tables are worth having", () => {
  expect(confusables.length).toBeGreaterThanOrEqual(150);
  expect(collocations.length).toBeGreaterThanOrEqual(60);
  expect(fixedPhrases.length + setPhrases.length).toBeGreaterThanOrEqual(60);
});

describe("a project's own words", () => {
  const found = (options: object, text: string) => {
    const given = confusable.options!.parse(options);
    return [
      ...confusable.check(
        { block: { kind: "body", text }, text, folded: fold(text), figures: [], vocabulary: standard },
        given,
      ),
    ];
  };

  test("are found like the built-in ones, templates and exceptions and all", () => {
    const words = [{ wrong: "开（展|办）…讲堂", right: "举办$2讲堂", unless: ["开办法治大讲堂"] }];
    const [finding, ...more] = found({ words }, "全年开展了，开展普法讲堂12期，开办法治大讲堂3期。");
    expect(more).toEqual([]);
    expect(finding?.fixes?.[0]?.edits[0]?.newText).toBe("举办普法讲堂");
  });

  test("hold terms in which nothing is wrong", () => {
    expect(found({}, "编印《其它角落》专刊，做好其它工作。")).toHaveLength(2);
    expect(found({ terms: ["《其它角落》"] }, "编印《其它角落》专刊，做好其它工作。")).toHaveLength(1);
  });

  test.each(["", "…工作", "（甲|（乙）", "）", "a…b…c…d"])("must be readable: %s", (wrong) =>
    expect(confusable.options!.safeParse({ words: [{ wrong, right: "" }] }).success).toBe(false),
  );
});
