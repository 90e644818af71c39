import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { PROJECT_FILES } from "../config/project.ts";
import { SUPPRESSIONS_FILE } from "../config/suppressions.ts";
import { codeActions, FIX_ALL } from "../ide/codeActions.ts";
import { completion } from "../ide/completion.ts";
import { folding } from "../ide/folding.ts";
import { formatting } from "../ide/formatting.ts";
import { hover } from "../ide/hover.ts";
import { summary } from "../ide/summary.ts";
import { SUPPRESS } from "../ide/suppressions.ts";
import { symbols } from "../ide/symbols.ts";
import { verdict } from "../ide/verdict.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Outside } from "./outside.ts";
import { type Session, session } from "./session.ts";

/** Serves one editor over a connection that has not begun to listen. */
export function serve(connection: Connection, outside: Outside): void {
  let begun: Session | null = null;

  connection.onInitialize((params): InitializeResult => {
    begun = session(connection, outside, params);
    return {
      serverInfo: { name: "govreport", version: outside.version },
      capabilities: {
        positionEncoding: begun.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...(begun.pulls && {
          diagnosticProvider: { identifier: "govreport", interFileDependencies: false, workspaceDiagnostics: false },
        }),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        executeCommandProvider: { commands: [SUPPRESS] },
        completionProvider: {},
        hoverProvider: true,
        documentFormattingProvider: !params.capabilities.textDocument?.formatting?.dynamicRegistration,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
      },
    };
  });
  connection.onInitialized(() => {
    if (begun) register(connection, begun.params);
  });
  connection.onDidChangeConfiguration(({ settings }) => begun?.reconfigure(settings));
  connection.onNotification("govreport/trusted", () => begun?.trust());
  connection.onDidChangeWatchedFiles(() => begun?.reconfigure());

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId: language, version, text } }) => {
    if (outside.isRulePage(uri)) return;
    begun?.host.open({ uri, path: outside.path(uri), language, version, text });
    begun?.retry(uri);
    begun?.changed(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    begun?.host.edit(uri, version, contentChanges);
    begun?.changed(uri);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => begun?.retry(uri));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    begun?.host.close(uri);
    begun?.changed(uri);
  });

  /** A feature's answer for a document as it stands now; null for one that is not open. */
  const on =
    <P extends { textDocument: { uri: string } }, R>(feature: (snapshot: Snapshot, params: P) => R) =>
    async (params: P): Promise<R | null> =>
      (await begun?.of(params.textDocument.uri, (snapshot) => feature(snapshot, params))) ?? null;

  connection.languages.diagnostics.on(async (params) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: [...((await begun?.found(params.textDocument.uri))?.diagnostics ?? [])],
  }));
  connection.onCodeAction(on(codeActions));
  connection.onExecuteCommand(async ({ command, arguments: [request] = [] }) => {
    if (command === SUPPRESS) await begun?.suppress(request);
    return null;
  });
  connection.onCompletion(on(completion));
  connection.onHover(on(hover));
  connection.onDocumentFormatting(on(formatting));
  connection.onDocumentSymbol(on(symbols));
  connection.onFoldingRanges(on(folding));
  connection.onRequest("govreport/summary", on(summary));
  connection.onRequest("govreport/chosen", ({ uris }: { uris: readonly string[] }) => begun?.chosen(uris) ?? []);
  // Files that nobody has open, one a request, so that a whole folder can be gone through and the going be stopped.
  connection.onRequest(
    "govreport/file",
    async ({ textDocument: { uri } }: { textDocument: { uri: string } }) => (await begun?.file(uri, verdict)) ?? null,
  );
}

/** Asks to be told when settings or project files change, and offers to format what is sure to be a report. */
function register({ client }: Connection, { capabilities: { workspace, textDocument } }: InitializeParams): void {
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    void client.register(DidChangeConfigurationNotification.type, { section: "govreport" });
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    void client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [...PROJECT_FILES, "*.profile.json", SUPPRESSIONS_FILE].map((name) => ({ globPattern: `**/${name}` })),
    });
  }
  // Other formatters have a better claim to Markdown and plain text.
  if (textDocument?.formatting?.dynamicRegistration) {
    void client.register(DocumentFormattingRequest.type, { documentSelector: [{ language: "govreport" }] });
  }
}
