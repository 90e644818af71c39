import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { project } from "../../server/config/project.ts";
import { linesIn } from "../../server/lsp/encoding.ts";
import { host } from "../../server/workspace/host.ts";
import { report } from "../bench/corpus.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is held in bytes when all garbage has been collected. */
function held(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

const lines = linesIn("utf-16");
const [DRAFTS, EDITS] = [3, 600];

test("however long drafts are edited, no more is held of them", async () => {
  const inForce = await project(null, {}, async () => null);
  const drafts = host({ locale: "zh", snippets: false, ownSentences: [], rulePage: () => null, lines });
  const texts = Array.from({ length: DRAFTS }, (_, i) => report(i, 4000));
  for (const [i, text] of texts.entries())
    drafts.open({ uri: `${i}`, path: `/${i}.md`, language: "markdown", version: 0, text });
  let early = 0;
  for (let edit = 0; edit < EDITS; edit++) {
    const uri = `${edit % DRAFTS}`;
    const text = texts[edit % DRAFTS]!;
    const at = lines(text).position((edit * 7919) % text.length);
    const behind = { ...at, character: at.character + 1 };
    drafts.edit(uri, 2 * edit, [{ range: { start: at, end: at }, text: "件" }]);
    drafts.snapshot(uri, inForce);
    drafts.edit(uri, 2 * edit + 1, [{ range: { start: at, end: behind }, text: "" }]);
    drafts.snapshot(uri, inForce);
    if (edit === EDITS / 2) early = held();
  }
  const late = held();
  expect(drafts.uris()).toHaveLength(DRAFTS);
  // While V8 still learns what runs often, it takes some room of its own; the reports of all versions would be ten times this.
  expect(late - early).toBeLessThan(4 * 2 ** 20);
});
