import {
  CodeActionKind,
  type Connection,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { resolve } from "../config/settings.ts";
import { codeActions, FIX_ALL } from "../ide/codeActions.ts";
import { diagnostics } from "../ide/diagnostics.ts";
import { folding } from "../ide/folding.ts";
import { summary } from "../ide/summary.ts";
import { symbols } from "../ide/symbols.ts";
import { type Encoding, linesIn } from "../workspace/encoding.ts";
import { type Host, host } from "../workspace/host.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { publisher } from "./publish.ts";

/** What the server asks of the machine it runs on. */
export interface Outside {
  readonly version: string;
  /** The address of a rule's page, or null where it has none. */
  rulePage(rule: string): string | null;
}

/** Serves one editor over a connection that has not begun to listen. */
export function serve(connection: Connection, outside: Outside): void {
  let drafts: Host | null = null;
  let changed = (_uri: string): void => {};

  /** A feature's answer from the document as it is now; null for one that the editor has not opened. */
  const on =
    <P extends { textDocument: { uri: string } }, R>(feature: (snapshot: Snapshot, params: P) => R) =>
    (params: P): R | null => {
      const snapshot = drafts?.snapshot(params.textDocument.uri);
      return snapshot ? feature(snapshot, params) : null;
    };

  connection.onInitialize((params): InitializeResult => {
    const encoding = encodingOf(params);
    const pulls = params.capabilities.textDocument?.diagnostic !== undefined;
    const reader = {
      locale: params.locale?.toLowerCase().startsWith("en") ? "en" : "zh",
      rulePage: outside.rulePage,
      lines: linesIn(encoding),
    } as const;
    const open = host(reader, () => ({ settings: resolve({}).settings, path: null }));
    drafts = open;
    if (!pulls) changed = publisher(connection, open);
    return {
      serverInfo: { name: "govreport", version: outside.version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulls && {
          diagnosticProvider: { identifier: "govreport", interFileDependencies: false, workspaceDiagnostics: false },
        }),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      },
    };
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    drafts?.open(uri, languageId, version, text);
    changed(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    drafts?.edit(uri, version, contentChanges);
    changed(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    drafts?.close(uri);
    changed(uri);
  });

  connection.languages.diagnostics.on(({ textDocument: { uri } }) => {
    const snapshot = drafts?.snapshot(uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: snapshot ? diagnostics(snapshot) : [] };
  });
  connection.onCodeAction(on(codeActions));
  connection.onDocumentSymbol(on(symbols));
  connection.onFoldingRanges(on(folding));
  connection.onRequest("govreport/summary", on(summary));
}

/** UTF-16, which every editor must know, unless this one says that it only knows others. */
function encodingOf({ capabilities }: InitializeParams): Encoding {
  const offered = capabilities.general?.positionEncodings ?? [];
  if (offered.includes("utf-16")) return "utf-16";
  return (["utf-8", "utf-32"] as const).find((encoding) => offered.includes(encoding)) ?? "utf-16";
}
