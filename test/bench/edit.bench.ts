import { readdirSync, readFileSync } from "node:fs";
import { bench, describe } from "vitest";
import { project } from "../../server/config/project.ts";
import { diagnostics } from "../../server/ide/diagnostics.ts";
import { lines } from "../../server/text/lines.ts";
import { host } from "../../server/workspace/host.ts";

const LENGTH = 20_000;
const URI = "file:///draft.txt";

const seeds = new URL("../../seeds/", import.meta.url);
const sample = readdirSync(seeds)
  .filter((name) => /年度报告\.(?:txt|md|govreport)$/.test(name))
  .map((name) => readFileSync(new URL(name, seeds), "utf8"))
  .join("\n");
/** A report of the length asked for, with as many faults as the samples have. */
const draft = sample.repeat(Math.ceil(LENGTH / sample.length)).slice(0, LENGTH);

const inForce = await project(null, {}, async () => null);
const reader = { locale: "zh", snippets: true, ownSentences: [], rulePage: () => null, lines } as const;

describe(`a report of ${LENGTH} characters`, () => {
  const drafts = host(reader);
  drafts.open({ uri: URI, path: "/draft.txt", language: "plaintext", version: 0, text: draft });
  diagnostics(drafts.snapshot(URI, inForce)!);
  let version = 0;

  bench("a keystroke, answered with the diagnostics of the new text", () => {
    const place = lines(draft).position((version * 7919) % LENGTH);
    drafts.edit(URI, ++version, [{ range: { start: place, end: place }, text: "件" }]);
    diagnostics(drafts.snapshot(URI, inForce)!);
  });

  bench("the first opening", () => {
    const cold = host(reader);
    cold.open({ uri: URI, path: "/draft.txt", language: "plaintext", version: 0, text: `${draft}${version++}` });
    diagnostics(cold.snapshot(URI, inForce)!);
  });
});
