import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { activeRules } from "../server/config/active.ts";
import { origins } from "../server/config/origin.ts";
import { project } from "../server/config/project.ts";
import { codeActions } from "../server/ide/codeActions.ts";
import { completion } from "../server/ide/completion.ts";
import { diagnostics } from "../server/ide/diagnostics.ts";
import { folding } from "../server/ide/folding.ts";
import { formatting } from "../server/ide/formatting.ts";
import { hover } from "../server/ide/hover.ts";
import { symbols } from "../server/ide/symbols.ts";
import { verdict } from "../server/ide/verdict.ts";
import { host } from "../server/workspace/host.ts";
import { govreport } from "./cli/kit.ts";
import { FAMILIES } from "./families.ts";
import { reader, URI } from "./ide/kit.ts";

const folder = mkdtempSync(join(tmpdir(), "govreport-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands before a text: with the first it is a report of a kind that is known, with the second any text. */
const OPENINGS = {
  "in a report": "某县司法局2024年法治政府建设年度报告\n\n一、2024年推进法治政府建设的主要举措和成效\n",
  alone: "",
} as const;

const byDefault = await project(null, {}, async () => null);

/** What is done with a text: the commands on a file, and what an editor asks for. */
const WORK: Readonly<Record<string, (text: string) => () => unknown>> = {
  ...Object.fromEntries(
    [
      "check --format sarif",
      "audit --format csv",
      "figures",
      "outline",
      "fix --suggestions --dry-run",
      "format --dry-run",
    ].map((line) => [
      line,
      (text: string) => {
        writeFileSync(join(folder, "a.txt"), text);
        return () => govreport(folder, `${line} a.txt`);
      },
    ]),
  ),
  editor: (text) => () => {
    const drafts = host(reader());
    drafts.open({ uri: URI, path: "/drafts/draft.txt", language: "plaintext", version: 1, text });
    drafts.edit(URI, 2, [
      {
        range: { start: drafts.snapshot(URI, byDefault)!.lines.position(0), end: { line: 0, character: 0 } },
        text: "新",
      },
    ]);
    const snapshot = drafts.snapshot(URI, byDefault)!;
    const range = { start: { line: 0, character: 0 }, end: snapshot.lines.position(text.length) };
    const textDocument = { uri: URI };
    const position = snapshot.lines.position(text.length / 2);
    codeActions(snapshot, { textDocument, range, context: { diagnostics: [] } });
    diagnostics(snapshot);
    completion(snapshot, { textDocument, position });
    folding(snapshot);
    formatting(snapshot);
    hover(snapshot, { textDocument, position });
    symbols(snapshot);
    verdict(snapshot);
  },
};

/** Settings of about so many characters, and what they are called. */
const SETTINGS: Readonly<Record<string, (count: number) => Readonly<Record<string, unknown>>>> = {
  "keys that are unknown": (count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, i])),
  "rules that are unknown": (count) => ({
    rules: Object.fromEntries(Array.from({ length: count }, (_, i) => [`a/${i}`, "off"])),
  }),
  "overrides that are wrong": (count) => ({ overrides: Array.from({ length: count }, (_, i) => ({ [`key${i}`]: 1 })) }),
  "overrides that are right": (count) => ({
    overrides: Array.from({ length: count }, (_, i) => ({
      kinds: ["annual-report", `${i}`],
      rules: { "figure/range": "off" },
    })),
  }),
  "words of a dictionary": (count) => ({
    dictionary: {
      terms: Array.from({ length: count }, (_, i) => `词${i}`),
      units: Array.from({ length: count }, (_, i) => `单位${i}`),
    },
  }),
  files: (count) => ({ files: Array.from({ length: count }, (_, i) => `${i}.txt`) }),
  "paths that are foreign": (count) => ({ previous: Array.from({ length: count }, (_, i) => `//host/${i}`) }),
};

const SHORT = 1500;
const TRIES = 4;
const SCALES = [1, 4];
/** Twice the text may take so much longer; what is quadratic takes four times as long. */
const MOST = 3;
/** Below so many milliseconds the clock and the collector weigh more than the text. */
const NOTHING = 20;

/** The processor's time in milliseconds: what else the machine does is not in it. */
async function took(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * How much longer twice takes than once, the least of several tries; null where both take next to nothing. What takes
 * so little that it cannot be told, or grows by too much, is tried again with longer texts: of chance less is left then.
 */
async function growth(make: (times: number) => () => unknown): Promise<number | null> {
  await took(make(1));
  let found: number | null = null;
  for (const scale of SCALES) {
    let [half, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < TRIES; i++) {
      whole = Math.min(whole, await took(make(4 * scale)));
      if (whole < NOTHING) break;
      half = Math.min(half, await took(make(2 * scale)));
      if (whole / half <= MOST) return whole / half;
    }
    found = whole < NOTHING ? null : whole / half;
  }
  return found;
}

describe.each(Object.entries(OPENINGS))("a text %s", (_, opening) => {
  // What grows too much does so every time; a garbage collection at the wrong moment does not.
  test.each(Object.entries(FAMILIES))("%s", { timeout: 120_000, retry: 2 }, async (_, family) => {
    for (const [what, work] of Object.entries(WORK)) {
      const found = await growth((times) => work(opening + family(times * SHORT)));
      expect.soft(found ?? 0, what).toBeLessThanOrEqual(MOST);
    }
  });
});

test("what takes quadratic time is found", { timeout: 120_000 }, async () => {
  const found = await growth((times) => () => {
    let sum = 0;
    for (let i = (times * 600) ** 2; i > 0; i--) sum = (sum * 31 + i) | 0;
    return sum;
  });
  expect(found).toBeGreaterThan(MOST);
});

const COUNT = 1000;
describe("settings", () => {
  test.each(Object.entries(SETTINGS))("%s", { timeout: 120_000 }, async (_, make) => {
    const found = await growth((times) => {
      const text = JSON.stringify(make(times * COUNT));
      const read = async (path: string) => (path === "/d/govreport.config.json" ? text : null);
      return async () => {
        const { settings, layers } = await project("/d/govreport.config.json", {}, read);
        activeRules(settings, "annual-report", "/d/a.txt");
        origins(layers);
      };
    });
    expect(found ?? 0).toBeLessThanOrEqual(MOST);
  });
});
