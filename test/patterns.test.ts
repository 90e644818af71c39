import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { expect, test, vi } from "vitest";
import { parseAst } from "vitest/node";
import type { Phrase } from "../server/text/lexicon.ts";
import { FAULTY } from "./cli/kit.ts";
import { inForce } from "./kit.ts";
import { linted } from "./samples/lint.ts";
import { thorough } from "./thorough.ts";

type Listed = readonly [file: string, beginning: string, bound: string];

/**
 * Patterns with repeats without a bound that `recheck` does not find linear, or not in time, by their file and how they
 * begin, and why they are.
 */
const LISTED: readonly Listed[] = [
  ["server/syntax/furniture.ts", "^扫一扫[^。]{0,20}$|", "a line of 200 characters; each choice is checked by itself"],
  ["server/syntax/parse.ts", "\\t\\s{0,9}\\d", "one run of digits for 10 tabs at most"],
  ["server/report/signature.ts", "^\\s*(?=\\S)", "from the beginning, once; behind each bracket over blanks alone"],
  ["server/figures/name.ts", "\\d.{0,20}(?:", "20 characters from each digit, and once from the beginning"],
  ["server/rules/punctuation/unpaired.ts", "[^，,。；;：:！!？?\\n]*$", "a slice of 60 characters"],
  ["server/rules/structure/numbering-style.ts", "（[^）]*\\)|", "the label of a heading, of 10 characters at most"],
];

/**
 * Patterns with bounded repeats alone, found in the thorough run not to be exponential: that is tried and not proved, and
 * takes long. From each place of a text they go on for a bounded stretch only.
 */
const TRIED = "test/patterns.txt";

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const isNode = (value: unknown): value is { readonly [key: string]: unknown; readonly type: string } =>
  typeof value === "object" && value !== null && "type" in value;

/** What a source writes between slashes, and the lines where it builds patterns out of strings. */
function inSource(source: string): { literals: { pattern: string; flags: string }[]; built: number[] } {
  const literals: { pattern: string; flags: string }[] = [];
  const built: number[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === "Literal" && value.regex) literals.push(value.regex as (typeof literals)[number]);
    const callee = value.callee as { readonly name?: string } | undefined;
    if (callee?.name === "RegExp") built.push(source.slice(0, value.start as number).split("\n").length);
    Object.values(value).forEach(visit);
  };
  visit(parseAst(source, { lang: "ts" }));
  return { literals, built };
}

const sources = ["server", "client"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, ...inSource(readFileSync(path, "utf8")) })),
);

/** What runs as soon as it is loaded. */
const ENTRIES = /^client\/|\/(?:lsp\/node|cli\/(?:main|cli|jitless|checkup\/worker))\.ts$/;

/** A text in which a phrase stands. */
const sample = ({ wrong }: Phrase): string =>
  wrong
    .replaceAll("…", "")
    .replaceAll("#", "1")
    .replace(/\(([^|)]*)[^)]*\)/g, "$1");

/** The patterns that are built while all modules are loaded, all rules' examples checked and all phrases met. */
async function builtAtRunTime(): Promise<ReadonlyMap<string, readonly Pattern[]>> {
  const found = new Map<string, Pattern[]>();
  const Own = globalThis.RegExp;
  vi.stubGlobal(
    "RegExp",
    new Proxy(Own, {
      construct(target, given: [string, string?]) {
        const pattern = new target(...given);
        const place = /[\\/](server[\\/]\S+?\.ts):(\d+)/.exec(new Error().stack!.split("\n")[2]!);
        if (place) {
          const file = place[1]!.replaceAll("\\", "/");
          const at = `${file}:${place[2]}`;
          found.set(at, [...(found.get(at) ?? []), { file, source: pattern.source, flags: pattern.flags }]);
        }
        return pattern;
      },
    }),
  );
  vi.resetModules();
  try {
    const phrases = new Set<Phrase>();
    const own = await import("../server/text/lexicon.ts");
    vi.doMock("../server/text/lexicon.ts", () => ({
      ...own,
      lexicon(list: readonly Phrase[]) {
        for (const phrase of list) phrases.add(phrase);
        return own.lexicon(list);
      },
    }));
    for (const { path } of sources) if (!ENTRIES.test(path)) await import(/* @vite-ignore */ `../${path}`);
    const [{ analyse }, { lint }, { rules }] = await Promise.all([
      import("../server/report/report.ts"),
      import("../server/lint/run.ts"),
      import("../server/rules/index.ts"),
    ]);
    const examples = rules.flatMap(({ examples }) => examples.flatMap((example) => Object.values(example)));
    for (const text of examples) lint(analyse(String(text).replace(/[⟦⟧]/g, ""), { declared: true }), inForce(rules));
    for (const phrase of phrases) own.lexicon([phrase])(sample(phrase));
  } finally {
    vi.doUnmock("../server/text/lexicon.ts");
    vi.unstubAllGlobals();
    vi.resetModules();
  }
  return found;
}

const written = ({ source, flags }: Pattern): string => `/${source}/${flags}`;

const isBy =
  ({ file, source }: Pattern) =>
  ([where, beginning]: Listed): boolean =>
    file === where && source.startsWith(beginning);

/** Whether a pattern repeats anything without a bound. */
const isUnbounded = ({ source }: Pattern): boolean =>
  /[*+]|\{\d+,\}/.test(source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, "x"));

/** Whether a pattern has to be tried: it looks around or back, or repeats so much that there is too much to reason about. */
const isTried = (pattern: Pattern): boolean =>
  !isUnbounded(pattern) && /\(\?<?[=!]|\\[1-9]|\{\d*,?(?:[4-9]|\d\d+)\}/.test(pattern.source);

/** What recheck has against a pattern; null where it takes linear time, or goes on for a bounded stretch only. */
function trouble(pattern: Pattern): string | null {
  const { file, source, flags } = pattern;
  const found = checkSync(source, flags.replace("d", ""), { timeout: 60_000 });
  if (found.status === "safe") return null;
  const what = found.status === "vulnerable" ? found.complexity.type : "too much to tell";
  if (!isUnbounded(pattern) && what !== "exponential") return null;
  const attack = found.status === "vulnerable" ? found.attack.pattern : "";
  return `${file}: ${written(pattern)} is ${what} ${attack}`.trim();
}

vi.stubEnv("RECHECK_SYNC_BACKEND", "pure");

test("a pattern that takes exponential or quadratic time is found", () => {
  const { literals } = inSource("const a = [/^(?:a|aa)+$/u, /a.*b.*$/]; // /(b|bb)+$/");
  const found = literals.map(({ pattern, flags }) => trouble({ file: "a.ts", source: pattern, flags }));
  expect(found).toEqual([
    expect.stringMatching(/^a\.ts: \/\^\(\?:a\|aa\)\+\$\/u is exponential 'a/),
    expect.stringMatching(/ is polynomial /),
  ]);
});

test("every pattern takes linear time, or is held against what is bounded", { timeout: 900_000 }, async () => {
  const built = await builtAtRunTime();
  const places = sources.flatMap(({ path, built }) => built.map(() => path));
  const reached = [...built.keys()].map((at) => at.replace(/:\d+$/, ""));
  expect(reached.sort(), "a pattern is built where the test does not get").toEqual(places.sort());

  const all = [
    ...sources.flatMap(({ path, literals }) =>
      literals.map(({ pattern, flags }): Pattern => ({ file: path, source: pattern, flags })),
    ),
    ...[...built.values()].flat(),
  ];
  expect(
    LISTED.filter((entry) => !all.some((pattern) => isBy(pattern)(entry))),
    "listed in vain",
  ).toEqual([]);
  const others = all.filter((pattern) => !LISTED.some(isBy(pattern)));
  const distinct = new Map(others.map((pattern) => [written(pattern), pattern]));
  if (!thorough) for (const tried of readFileSync(TRIED, "utf8").split("\n")) distinct.delete(tried);
  expect(
    [...distinct.values()].flatMap((pattern) => trouble(pattern) ?? []),
    "mend it, or list it with what bounds it",
  ).toEqual([]);
  if (!thorough) return;
  const tried = [...distinct.values()].filter(isTried).map(written);
  await expect(`${tried.sort().join("\n")}\n`).toMatchFileSnapshot("patterns.txt");
});

test.each([
  ["a count before what it counts", `受理案件${"共计".repeat(40)}过5件。`],
  ["labels of a page that may be read in two ways", `${"返回首页下载文档下载".repeat(19)}，`],
])("%s is checked in no time", { timeout: 10_000 }, (_, text) => {
  linted(FAULTY);
  const start = performance.now();
  linted(`${FAULTY}${text}\n`);
  expect(performance.now() - start).toBeLessThan(1000);
});
