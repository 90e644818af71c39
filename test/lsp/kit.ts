import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/** A folder with the server as it is shipped, one rule's page beside it, and a place for drafts. */
export const folder = mkdtempSync(join(tmpdir(), "govreport-"));
export const bundle = join(folder, "server.cjs");

export const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

export const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

export function build(): void {
  buildSync({
    entryPoints: ["server/lsp/node.ts"],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    outfile: bundle,
    logLevel: "error",
  });
  mkdirSync(join(folder, "rules/structure"), { recursive: true });
  write("rules/structure/numbering.md", "# structure/numbering\n");
}

/** The server as an editor meets it. */
export interface Editor {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  /** What the server said of itself. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  open(name: string, text: string, language?: string): void;
  change(name: string, version: number, ...contentChanges: readonly object[]): void;
  ask<R>(method: string, params: object): Promise<R>;
  pull(name: string): Promise<readonly Diagnostic[]>;
  /** The next diagnostics that are sent for a document, or those already waiting. */
  published(name: string): Promise<PublishDiagnosticsParams>;
  quit(): Promise<number | null>;
}

export async function start(
  params: Partial<InitializeParams> = {},
  settings: () => unknown = () => ({}),
  server = bundle,
): Promise<Editor> {
  const process = spawn(globalThis.process.execPath, [server, "--stdio"]);
  const ended = new Promise<number | null>((resolve) => process.on("exit", resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(process.stdout),
    new StreamMessageWriter(process.stdin),
  );
  const sent = new Map<string, PublishDiagnosticsParams[]>();
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    const waits = waiting.get(params.uri);
    waiting.delete(params.uri);
    if (waits) waits(params);
    else sent.set(params.uri, [...(sent.get(params.uri) ?? []), params]);
  });
  connection.onRequest("workspace/configuration", async () => [await settings()]);
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.onNotification("window/logMessage", () => {});
  connection.onNotification("window/showMessage", () => {});
  connection.listen();
  const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
    ...params,
  });
  await connection.sendNotification("initialized", {});
  const ask = <R>(method: string, asked: object) => connection.sendRequest<R>(method, asked);
  return {
    process,
    connection,
    capabilities,
    ask,
    open: (name, text, languageId = "plaintext") =>
      void connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uriOf(name), languageId, version: 1, text },
      }),
    change: (name, version, ...contentChanges) =>
      void connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: uriOf(name), version },
        contentChanges,
      }),
    pull: async (name) =>
      (await ask<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri: uriOf(name) } })).items,
    published(name) {
      const [first, ...rest] = sent.get(uriOf(name)) ?? [];
      sent.set(uriOf(name), rest);
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.set(uriOf(name), resolve));
    },
    async quit() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      return ended;
    },
  };
}

/** What editors say of themselves that ask for diagnostics. */
export const PULLS = { textDocument: { diagnostic: {} } } as const;
