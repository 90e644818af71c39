import assert from "node:assert/strict";
import { run } from "../../server/cli/run.ts";
import type { Project } from "../../server/config/project.ts";
import { resolve } from "../../server/config/settings.ts";
import { type Checked, check } from "../../server/lint/check.ts";
import type { Diagnostic } from "../../server/lint/diagnostic.ts";
import { fingerprints } from "../../server/lint/fingerprint.ts";
import { fixAll, statements } from "../../server/lint/fix.ts";
import { format } from "../../server/lint/format.ts";
import type { Report } from "../../server/report/report.ts";
import { decode } from "../../server/text/decode.ts";
import { difference } from "../../server/text/difference.ts";
import { applyEdits, type Edit } from "../../server/text/edit.ts";
import { encode, reencode } from "../../server/text/encode.ts";
import { fold } from "../../server/text/fold.ts";
import type { Message } from "../../server/text/message.ts";
import { cutsCharacter, overlaps, type Span, span } from "../../server/text/span.ts";
import { audited, checked, listed } from "./answers.ts";
import { type Case, changed, projectOf } from "./case.ts";

/** A case with what its text gives. */
export interface Subject extends Case {
  readonly project: Project;
  readonly checked: Checked;
  /** Checks any text as the case's own is checked, with what is known of an earlier one taken over. */
  fresh(text: string, previous?: Report): Checked;
  /** The same, once for each text. */
  again(text: string, previous?: Report): Checked;
}

const FOLDER = "/drafts";
const PATH = `${FOLDER}/report.txt`;

export function subjectOf(one: Case): Subject {
  const project = projectOf(one.settings);
  const fresh = (text: string, previous?: Report): Checked =>
    check(text, project, { path: PATH, declared: one.declared, previous });
  const checked = fresh(one.text);
  const known = new Map([[one.text, checked]]);
  const again = (text: string, previous = checked.report): Checked => {
    const answer = known.get(text) ?? fresh(text, previous);
    known.set(text, answer);
    return answer;
  };
  return { ...one, project, fresh, again, checked };
}

/** Commands read a text three times over: they are asked for one case in so many. */
const JSON_EVERY = 4;

const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const spansOf = ({ span, related, fixes }: Diagnostic): readonly Span[] => [
  span,
  ...related.map((other) => other.span),
  ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
];

const messagesOf = ({ message, related, fixes }: Diagnostic): readonly Message[] => [
  message,
  ...related.map((other) => other.message),
  ...fixes.map(({ title }) => title),
];

const one = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

/** Rules whose repairs decide what is quoted, and so which numerals are names; `fix` leaves those to the writer. */
const QUOTING: ReadonlySet<string> = new Set(["punctuation/unpaired"]);

/** What formatting keeps in its order: all that is no blank, no mark, no digit and no numeral of a label. */
const kept = (text: string): string =>
  fold(text).replace(/[\s\p{P}\p{S}\p{Cf}\p{Cc}\p{N}]|[零一二三四五六七八九十百千第号]/gu, "");

/** What must hold of any text under any settings; each throws where it does not. */
export const INVARIANTS: Readonly<Record<string, (subject: Subject) => void | Promise<void>>> = {
  "no rule fails": ({ checked }) =>
    assert.deepEqual(
      checked.failures.map(({ rule, error }) => `${rule}: ${error}`),
      [],
    ),

  "the blocks are the text": ({ text, checked: { report } }) => {
    let at = 0;
    for (const { block, start } of report.blocks) {
      assert.equal(start, at);
      assert.ok(block.text.length > 0);
      at += block.text.length;
    }
    assert.equal(report.blocks.map(({ block }) => block.text).join(""), text);
  },

  "an edited text yields what it would yield at once": ({ text, changes, checked, fresh }) => {
    let [now, warm] = [text, checked];
    for (const change of changes) {
      now = changed(now, change);
      warm = fresh(now, warm.report);
    }
    const { report, diagnostics } = fresh(now);
    assert.deepEqual(warm.report.blocks, report.blocks);
    assert.deepEqual(warm.diagnostics, diagnostics);
    assert.equal(warm.report.kind, report.kind);
  },

  "findings lie in the text, in order, and cut no character": ({ text, checked: { diagnostics } }) => {
    let last = 0;
    for (const diagnostic of diagnostics) {
      assert.ok(diagnostic.span.start >= last, `${diagnostic.rule} out of order`);
      last = diagnostic.span.start;
      for (const { start, end } of spansOf(diagnostic)) {
        assert.ok(0 <= start && start <= end && end <= text.length, `${diagnostic.rule} at ${start}–${end}`);
        assert.ok(!cutsCharacter(text, start) && !cutsCharacter(text, end), `${diagnostic.rule} cuts a character`);
      }
    }
  },

  "every finding speaks Chinese, and of numbers that are": ({ text, checked: { diagnostics } }) => {
    for (const diagnostic of diagnostics)
      for (const { zh, en } of messagesOf(diagnostic)) {
        assert.match(zh, /[\u4e00-\u9fff]/, diagnostic.rule);
        assert.notEqual(en.trim(), "", diagnostic.rule);
        assert.doesNotMatch(zh.replaceAll(text, ""), /NaN|Infinity|undefined|\[object/, diagnostic.rule);
        assert.ok(isWhole(zh) || !isWhole(text), `${diagnostic.rule} says half a character`);
      }
  },

  "a fixed text is fixed": ({ text, checked, again }) => {
    const once = fixAll(text, again).report;
    assert.equal(fixAll(once.text, again).report.text, once.text);
    assert.equal(statements(once), statements(checked.report));
    assert.ok(isWhole(once.text) || !isWhole(text), "a fix halves a character");
    assert.equal(applyEdits(text, difference(text, once.text)), once.text);
  },

  // With headings and lines in order, more is seen of the sections than before.
  "fixing brings no error of words, marks or figures": ({ text, checked, again }) => {
    const { diagnostics } = again(fixAll(text, again).report.text);
    const count = ({ rule }: Diagnostic, among: readonly Diagnostic[]): number =>
      among.filter((other) => other.rule === rule).length;
    for (const error of diagnostics.filter(
      ({ rule, severity }) => severity === "error" && !rule.startsWith("structure/"),
    ))
      assert.ok(count(error, diagnostics) <= count(error, checked.diagnostics), error.rule);
  },

  "no fix changes a figure that it does not touch": ({ text, pick, checked: { report, diagnostics }, again }) => {
    const finding = one(
      diagnostics.filter(({ fixes }) => fixes.length > 0),
      pick,
    );
    for (const { safe, edits } of finding?.fixes ?? []) {
      const mended = again(applyEdits(text, edits)).report;
      if (safe && !QUOTING.has(finding!.rule)) assert.equal(statements(mended), statements(report), finding!.rule);
      keeps(report.text, edits, mended.text, finding!.rule);
      const untouched = figuresApart(
        report,
        edits.map(({ span }) => span),
      );
      const there = figuresOf(mended);
      for (const figure of untouched) {
        const at = there.indexOf(figure);
        assert.ok(at >= 0, `${finding!.rule} changes ${figure}`);
        there.splice(0, at + 1);
      }
    }
  },

  "formatting what was formatted changes nothing, and nothing is lost": ({ text, markdown, checked, again }) => {
    const once = format(text, again, markdown);
    assert.equal(format(once.text, again, markdown).text, once.text);
    assert.equal(statements(once), statements(checked.report));
    assert.equal(kept(once.text), kept(text));
  },

  "what is suppressed stays so, and nothing else is": ({ text, pick, project, declared, checked }) => {
    const names = fingerprints(checked.report, checked.diagnostics);
    const name = one(names, pick);
    if (name === undefined) return;
    const entry = {
      file: "report.txt",
      rule: checked.diagnostics[names.indexOf(name)]!.rule,
      reason: "",
      finding: name,
    };
    const suppressing = { ...project, suppressions: { folder: FOLDER, entries: [entry], sound: true } };
    const { diagnostics } = check(text, suppressing, { path: PATH, declared, previous: checked.report });
    assert.deepEqual(
      diagnostics,
      checked.diagnostics.filter((_, i) => names[i] !== name),
    );
  },

  "check, audit and figures answer in JSON and agree": async ({ text, pick }) => {
    if (pick % JSON_EVERY > 0) return;
    const bytes = new TextEncoder().encode(text.replaceAll("\0", ""));
    const read = new TextDecoder().decode(bytes);
    const ask = async (line: string): Promise<unknown> => JSON.parse(await printed(line, bytes));
    const [file] = checked.parse(await ask("check --fail-on never")).files;
    const [claims] = audited.parse(await ask("audit")).files;
    const [numerals] = listed.parse(await ask("figures")).files;
    const { proved, refuted, open } = claims!;
    assert.equal(proved + refuted + open, claims!.claims.length);
    if (file!.audit) assert.deepEqual(file!.audit, { proved, refuted, open });
    const places = new Set(numerals!.figures.map(({ offset }) => offset.join()));
    for (const { claim, operands } of claims!.claims)
      for (const { text: written, offset } of [claim, ...operands]) {
        assert.equal(read.slice(...offset), written);
        assert.ok(places.has(offset.join()) || !/\d/.test(fold(written)), `${written} is no figure`);
      }
    for (const { text: written, offset } of numerals!.figures) assert.equal(read.slice(...offset), written);
    for (const { rule, offset, fixes } of file!.diagnostics)
      for (const [start, end] of [offset, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.offset))])
        assert.ok(start <= end && end <= read.length, rule);
  },

  "what is read is written as it was": ({ text, encoding, bom, again }) => {
    const bytes = encode({ text, encoding, bom: bom || encoding.startsWith("utf-16") });
    const was = decode(bytes);
    if (!was) return assert.ok(/\0|\p{Surrogate}/u.test(text) || encoding === "gb18030", "cannot be read again");
    assert.deepEqual(Buffer.from(encode(was)), Buffer.from(bytes));
    assert.deepEqual(Buffer.from(reencode(was.text, was, bytes)), Buffer.from(bytes));
    const mended = fixAll(was.text, again).report.text;
    assert.equal(decode(reencode(mended, was, bytes))?.text, mended);
  },

  "settings are taken or named": ({ settings }) => {
    const { input } = resolve(settings);
    assert.deepEqual(resolve(input).mistakes, []);
  },
};

/** The numerals of a text, in order, without those that edits reach into. */
const numeralsApart = (text: string, edits: readonly Edit[]): readonly string[] =>
  [...fold(text).matchAll(/\d+(?:[.,]\d+)*/g)]
    .filter(
      ({ index, 0: { length } }) => !edits.some(({ span }) => overlaps(span, { start: index, end: index + length })),
    )
    .map(([numeral]) => numeral);

function keeps(before: string, edits: readonly Edit[], after: string, rule: string): void {
  const there = numeralsApart(after, []);
  let at = 0;
  for (const numeral of numeralsApart(before, edits)) {
    at = there.indexOf(numeral, at) + 1;
    assert.ok(at > 0, `${rule} changes ${numeral}`);
  }
}

const STATISTICS: ReadonlySet<string> = new Set(["quantity", "rate", "change", "ratio"]);

const figuresOf = (report: Report): string[] => figuresApart(report, []);

/** The values of the figures, in order, of the paragraphs that no edit touches. */
const figuresApart = ({ paragraphs }: Report, edits: readonly Span[]): string[] =>
  paragraphs.flatMap(({ paragraph, start }) => {
    const own = span(start, start + paragraph.text.length);
    if (edits.some((edit) => edit.start <= own.end && own.start <= edit.end)) return [];
    return paragraph.figures
      .filter(({ kind }) => STATISTICS.has(kind))
      .map(({ value, upper, unit }) => `${value} ${upper} ${unit}`);
  });

/** What a command prints of a draft on standard input. */
async function printed(line: string, input: Uint8Array): Promise<string> {
  let out = "";
  const [command, ...rest] = line.split(" ");
  await run([command!, ...rest, "--format", "json", "--stdin-filename", "report.govreport", "-"], {
    folder: FOLDER,
    columns: 80,
    colour: false,
    out: (text) => {
      out += text;
    },
    err: () => {},
    input: async () => input,
  });
  return out;
}
