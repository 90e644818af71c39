import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver-types";
import { project } from "../../server/config/project.ts";
import { rules } from "../../server/rules/index.ts";
import { lines } from "../../server/text/lines.ts";
import type { Locale } from "../../server/text/message.ts";
import { host } from "../../server/workspace/host.ts";
import type { Reader, Snapshot } from "../../server/workspace/snapshot.ts";
import { unmark } from "../kit.ts";

export const URI = "file:///drafts/draft.govreport";

export const reader = (change: Partial<Reader> = {}): Reader => ({
  locale: "zh" satisfies Locale,
  snippets: true,
  ownSentences: [],
  rulePage: () => null,
  lines,
  ...change,
});

/** What is in force where only some rules are wanted. */
export const onlyRules = (...wanted: readonly string[]) =>
  project(
    null,
    { rules: Object.fromEntries(rules.filter(({ id }) => !wanted.includes(id)).map(({ id }) => [id, "off"])) },
    async () => null,
  );

export interface Marked {
  readonly snapshot: Snapshot;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly position: Place;
}

type Place = { readonly line: number; readonly character: number };

/** Opens a text in which ⟦ ⟧ mark a range, or ‸ the cursor. */
export async function open(
  marked: string,
  wanted: readonly string[] = [],
  change: Partial<Reader> = {},
): Promise<Marked> {
  const { text: withCursor, spans } = unmark(marked);
  const cursor = withCursor.indexOf("‸");
  const text = withCursor.replace("‸", "");
  const drafts = host(reader(change));
  drafts.open({ uri: URI, path: "/drafts/draft.govreport", language: "govreport", version: 1, text });
  const snapshot = drafts.snapshot(URI, await onlyRules(...wanted))!;
  const { start, end } = spans[0] ?? { start: Math.max(cursor, 0), end: Math.max(cursor, 0) };
  const range = { start: snapshot.lines.position(start), end: snapshot.lines.position(end) };
  return { snapshot, range, position: range.start };
}

/** The text after an editor has made the edits: an implementation that is not ours. */
export const edited = ({ report }: Snapshot, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(URI, "govreport", 1, report.text), [...edits]);
