import type { CodeActionParams } from "vscode-languageserver";
import { type CodeAction, CodeActionKind, CodeActionTriggerKind, type TextEdit } from "vscode-languageserver-types";
import { fixAll } from "../lint/fix.ts";
import { SEVERITIES } from "../rules/rule.ts";
import { difference } from "../text/difference.ts";
import type { Edit } from "../text/edit.ts";
import { spanOf } from "../text/lines.ts";
import { say } from "../text/message.ts";
import type { Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { diagnostic } from "./diagnostics.ts";
import { rangeOf } from "./range.ts";
import { declarations, SUPPRESS } from "./suppressions.ts";

/** The kind of the action that makes every safe repair, for `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.govreport`;

const FIX_ALL_TITLE = say("修正本文件中所有可以放心修正的问题", "Fix everything in this file that is safe to fix");

/** The repairs of the findings that a range touches, the gravest first, and one of all safe repairs of the document. */
export function codeActions(snapshot: Snapshot, { range, context }: CodeActionParams): CodeAction[] {
  const { only, triggerKind } = context;
  const asked = (kind: string) => only?.some((o) => o === "" || kind === o || kind.startsWith(`${o}.`));
  return [
    ...((asked(CodeActionKind.QuickFix) ?? true) ? quickFixes(snapshot, spanOf(snapshot.lines, range)) : []),
    // An editor that only wants to know whether to show a light bulb asks at every move of the cursor.
    ...((asked(FIX_ALL) ?? triggerKind !== CodeActionTriggerKind.Automatic) ? safeRepairs(snapshot) : []),
  ];
}

function quickFixes(snapshot: Snapshot, asked: Span): CodeAction[] {
  const findings = snapshot.diagnostics
    .filter(({ span }) => touches(snapshot.report.text, span, asked))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const repairs = findings.flatMap((finding) =>
    finding.fixes.map((fix, index) => ({
      title: fix.title[snapshot.reader.locale],
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic(snapshot, finding)],
      isPreferred: fix.safe && index === 0,
      edit: workspaceEdit(snapshot, fix.edits),
    })),
  );
  return [
    ...repairs,
    ...declarations(snapshot, findings).map(({ title, request }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: SUPPRESS, arguments: [request] },
    })),
  ];
}

/** Whether two places meet; what ends with its line does not meet what begins the next. */
const touches = (text: string, found: Span, asked: Span): boolean =>
  found.start <= asked.end &&
  (asked.start < found.end || (asked.start === found.end && !/[\r\n]/.test(text[found.end - 1] ?? "")));

function safeRepairs(snapshot: Snapshot): CodeAction[] {
  const { text } = snapshot.report;
  const edits = difference(text, fixAll(text, snapshot.check).report.text);
  if (edits.length === 0) return [];
  return [{ title: FIX_ALL_TITLE[snapshot.reader.locale], kind: FIX_ALL, edit: workspaceEdit(snapshot, edits) }];
}

const workspaceEdit = (snapshot: Snapshot, edits: readonly Edit[]) => ({
  changes: {
    [snapshot.uri]: edits.map(({ span, newText }): TextEdit => ({ range: rangeOf(snapshot, span), newText })),
  },
});
