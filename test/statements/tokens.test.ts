import { expect, test } from "vitest";
import { vocabulary } from "../../server/figures/vocabulary.ts";
import { analyse } from "../../server/report/report.ts";
import { tokensOf } from "../../server/statements/tokens.ts";

const words = (text: string, terms: readonly string[]): readonly string[] =>
  analyse(text, { declared: true, vocabulary: vocabulary({ terms }) }).paragraphs.flatMap(({ paragraph }) =>
    tokensOf(paragraph).map((token) => token.text),
  );

test("a project's terms are one word each", () => {
  const text = "浦江红管家上门32次。";
  expect(words(text, [])).not.toContain("浦江红管家");
  expect(words(text, ["浦江红管家"])).toEqual(["浦江红管家", "上门", "32次", "。"]);
});
