import { readFileSync } from "node:fs";
import { bench, describe } from "vitest";
import { project } from "../../server/config/project.ts";
import { diagnostics } from "../../server/ide/diagnostics.ts";
import { lines } from "../../server/text/lines.ts";
import { host } from "../../server/workspace/host.ts";

const LENGTH = 20_000;
const URI = "file:///draft.txt";

const sample = readFileSync(new URL("../../seeds/满是毛病的草稿.govreport", import.meta.url), "utf8").split("\n");
const headings = sample.filter((line) => line.length < 40).join("\n").length;
const times = Math.ceil((LENGTH - headings) / (sample.join("\n").length - headings));
/** A faulty report of the length asked for: the sample with each of its paragraphs over and over. */
const draft = sample.flatMap((line) => (line.length < 40 ? [line] : Array<string>(times).fill(line))).join("\n");

const inForce = await project(null, {}, async () => null);
const reader = { locale: "zh", snippets: true, ownSentences: [], rulePage: () => null, lines } as const;

describe(`a report of ${draft.length} characters`, () => {
  const drafts = host(reader);
  drafts.open({ uri: URI, path: "/draft.txt", language: "plaintext", version: 0, text: draft });
  diagnostics(drafts.snapshot(URI, inForce)!);
  const known = lines(draft);
  let version = 0;

  bench(
    "a keystroke, answered with the diagnostics of the new text",
    () => {
      const place = known.position((version * 7919) % draft.length);
      drafts.edit(URI, ++version, [{ range: { start: place, end: place }, text: "件" }]);
      diagnostics(drafts.snapshot(URI, inForce)!);
    },
    { warmupTime: 4000, time: 4000 },
  );

  bench("the first opening", () => {
    const cold = host(reader);
    cold.open({ uri: URI, path: "/draft.txt", language: "plaintext", version: 0, text: `${draft}${version++}` });
    diagnostics(cold.snapshot(URI, inForce)!);
  });
});
