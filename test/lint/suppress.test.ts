import { describe, expect, test } from "vitest";
import { project, withSuppressions } from "../../server/config/project.ts";
import { SUPPRESSIONS_FILE, type Suppression, withSuppression } from "../../server/config/suppressions.ts";
import { accepting, EMPTY_BASELINE, formatBaseline, newSince, parseBaseline } from "../../server/lint/baseline.ts";
import { check } from "../../server/lint/check.ts";
import { fingerprints } from "../../server/lint/fingerprint.ts";

const PATH = "/a/b/draft.govreport";

/** The words that are found fault with by one rule, under the suppressions of a folder. */
async function found(text: string, suppressions: string | null, rule = "wording/confusable") {
  const files: Record<string, string | null> = { [`/a/${SUPPRESSIONS_FILE}`]: suppressions };
  const read = async (path: string) => files[path] ?? null;
  const inForce = await withSuppressions(await project(null, {}, read), "/a/b", read);
  const { report, diagnostics } = check(text, inForce, { path: PATH });
  const own = diagnostics.filter((diagnostic) => diagnostic.rule === rule);
  const names = fingerprints(report, diagnostics);
  return {
    words: own.map(({ span }) => report.text.slice(span.start, span.end)),
    names: own.map((diagnostic) => names[diagnostics.indexOf(diagnostic)]!),
    problems: inForce.problems.map(({ key, message }) => `${key.join(".")} ${message.zh}`),
  };
}

const FIRST = "截止6月30日，全区办结案件12件。\n";
const SECOND = "截止9月30日，全区办结案件15件。\n";

const entry = async (over: Partial<Suppression> = {}): Promise<string> => {
  const { names } = await found(FIRST, null);
  const whole = { file: "b/draft.govreport", rule: "wording/confusable", finding: names[0], reason: "引文。", ...over };
  return withSuppression(null, whole) as string;
};

describe("a suppression", () => {
  test("silences one finding", async () => {
    expect((await found(FIRST + SECOND, null)).words).toEqual(["截止", "截止"]);
    expect((await found(FIRST + SECOND, await entry())).words).toEqual(["截止"]);
  });

  test("survives edits elsewhere", async () =>
    expect((await found(`新的一段。\n${SECOND}\n${FIRST}`, await entry())).words).toEqual(["截止"]));

  test("lapses when the paragraph changes", async () =>
    expect((await found(FIRST.replace("12", "13"), await entry())).words).toEqual(["截止"]));

  test("of a rule holds in the whole file", async () =>
    expect((await found(FIRST + SECOND, await entry({ finding: undefined }))).words).toEqual([]));

  test("of another file does not hold", async () =>
    expect((await found(FIRST, await entry({ file: "b/other.txt" }))).words).toEqual(["截止"]));

  test.each([
    ["no JSON", "{ suppressions: [", " 这个设置文件从这里起读不通，请检查括号、引号和逗号。"],
    [
      "an entry without a reason",
      '{"version":1,"suppressions":[{"file":"b/draft.govreport","rule":"wording/confusable"}]}',
      "suppressions.0.reason 这里应为文字。",
    ],
  ])("in a file that has %s is named and not in force", async (_, text, problem) => {
    const { words, problems } = await found(FIRST, text);
    expect(words).toEqual(["截止"]);
    expect(problems).toEqual([problem]);
  });

  test("is not added to a file that cannot be read whole", () =>
    expect(
      withSuppression({ folder: "/a", entries: [], sound: false }, { file: "x", rule: "y", reason: "z" }),
    ).toMatchObject({
      zh: expect.stringContaining("请先改好"),
    }));
});

describe("a baseline", () => {
  const inForce = project(null, {}, async () => null);
  const faults = async (text: string, baseline = EMPTY_BASELINE) => {
    const { report, diagnostics } = check(text, await inForce, { path: PATH });
    return { report, diagnostics, fresh: newSince(baseline, "draft", diagnostics, fingerprints(report, diagnostics)) };
  };

  test("accepts what is there, and shows what is new or has changed", async () => {
    const { report, diagnostics } = await faults(FIRST);
    const baseline = accepting(EMPTY_BASELINE, "draft", fingerprints(report, diagnostics));
    expect((await faults(FIRST, baseline)).fresh).toEqual([]);
    const { fresh } = await faults(FIRST + SECOND, baseline);
    expect(fresh.map(({ span }) => span.start >= FIRST.length)).not.toContain(false);
    expect(fresh.some(({ rule }) => rule === "wording/confusable")).toBe(true);
    expect((await faults(FIRST.replace("12", "13"), baseline)).fresh.length).toBe(diagnostics.length);
  });

  test("is the same text whatever the order", async () => {
    const { report, diagnostics } = await faults(FIRST);
    const names = fingerprints(report, diagnostics);
    const both = (a: string, b: string) => formatBaseline(accepting(accepting(EMPTY_BASELINE, a, names), b, names));
    expect(both("x", "y")).toBe(both("y", "x"));
    expect(parseBaseline(both("x", "y"))?.files.x).toHaveLength(diagnostics.length);
    expect(parseBaseline("{}")).toBeNull();
  });
});
