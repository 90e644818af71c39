import type { CodeActionParams } from "vscode-languageserver";
import { type CodeAction, CodeActionKind, type TextEdit } from "vscode-languageserver-types";
import type { Edit } from "../text/edit.ts";
import { say } from "../text/message.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { diagnostic } from "./diagnostics.ts";
import { rangeOf, spanOf } from "./range.ts";

/** The kind of the action that makes every safe repair, for `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.govreport`;

const FIX_ALL_TITLE = say("修正本文件中所有可以放心修正的问题", "Fix everything in this file that is safe to fix");

/** The repairs of the findings that a range touches, and one of all safe repairs of the document. */
export function codeActions(snapshot: Snapshot, { range, context }: CodeActionParams): CodeAction[] {
  const wanted = (kind: string) =>
    !context.only || context.only.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(snapshot, spanOf(snapshot, range)) : []),
    ...(wanted(FIX_ALL) ? fixAll(snapshot) : []),
  ];
}

const quickFixes = (snapshot: Snapshot, asked: Span): CodeAction[] =>
  snapshot.result.diagnostics
    .filter(({ span }) => span.start <= asked.end && asked.start <= span.end)
    .flatMap((finding) =>
      finding.fixes.map((fix, index) => ({
        title: fix.title[snapshot.reader.locale],
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic(snapshot, finding)],
        isPreferred: fix.safe && index === 0,
        edit: workspaceEdit(snapshot, fix.edits),
      })),
    );

function fixAll(snapshot: Snapshot): CodeAction[] {
  const edits = safeEdits(snapshot);
  if (edits.length === 0) return [];
  return [{ title: FIX_ALL_TITLE[snapshot.reader.locale], kind: FIX_ALL, edit: workspaceEdit(snapshot, edits) }];
}

/** The first safe fix of each finding, whole or not at all: one that would touch an edit already taken waits for the next time. */
function safeEdits({ result }: Snapshot): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of result.diagnostics) {
    const fix = fixes.find(({ safe }) => safe);
    if (fix && !fix.edits.some((edit) => taken.some((other) => collide(edit.span, other.span))))
      taken.push(...fix.edits);
  }
  return taken;
}

const collide = (a: Span, b: Span): boolean => overlaps(a, b) || a.start === b.start;

const workspaceEdit = (snapshot: Snapshot, edits: readonly Edit[]) => ({
  changes: {
    [snapshot.uri]: edits.map(({ span, newText }): TextEdit => ({ range: rangeOf(snapshot, span), newText })),
  },
});
