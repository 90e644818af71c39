import { type ChildProcess, spawn } from "node:child_process";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { lines } from "../../server/text/lines.ts";

/** A server and how it is started; `answers` is what it asks of its editor beyond the protocol. */
export interface Served {
  readonly name: string;
  readonly script: string;
  readonly language: string;
  /** A document of about so many bytes. */
  text(bytes: number): string;
  readonly answers?: Readonly<Record<string, (params: { readonly text?: string }) => unknown>>;
}

const URI = "file:///draft";

/** An editor with one document, in which somebody types. */
export interface Editor {
  readonly process: ChildProcess;
  /** Types a character at an offset, or takes it away again, and has the diagnostics of the new text. Milliseconds. */
  key(at: number): Promise<number>;
  /** Types many at once, asking after each and taking the question back at the next. Milliseconds to the last answer. */
  burst(at: number, keys: number): Promise<{ readonly wall: number; readonly answered: number }>;
  quit(): Promise<void>;
}

/** Opens a document and waits for its first diagnostics. */
export async function editor(served: Served, text: string, probe: string): Promise<Editor> {
  const child = spawn(process.execPath, ["--expose-gc", "--require", probe, served.script, "--stdio"], {
    stdio: ["pipe", "pipe", "ignore", "ipc"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  const uri = `${URI}.${served.language === "json" ? "json" : "md"}`;
  answer(connection, served);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {
      textDocument: { diagnostic: { dynamicRegistration: true }, synchronization: {} },
      workspace: { configuration: true },
    },
    initializationOptions: { provideFormatter: false, markdownFileExtensions: ["md"] },
  });
  await connection.sendNotification("initialized", {});
  const settings = { markdown: MARKDOWN, json: { validate: { enable: true } } };
  await connection.sendNotification("workspace/didChangeConfiguration", { settings });
  const pull = () => connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: served.language, version: 1, text },
  });
  await pull();

  const known = lines(text);
  let version = 1;
  let typed: number | null = null;
  const change = (at: number, insert: boolean): void => {
    const start = known.position(at);
    const end = insert ? start : { ...start, character: start.character + 1 };
    void connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start, end }, text: insert ? "件" : "" }],
    });
  };
  return {
    process: child,
    async key(at) {
      const begun = performance.now();
      change(typed ?? at, typed === null);
      typed = typed === null ? at : null;
      await pull();
      return performance.now() - begun;
    },
    async burst(at, keys) {
      const begun = performance.now();
      let answered = 0;
      const asked: Promise<unknown>[] = [];
      let cancel: (() => void) | null = null;
      for (let i = 0; i < keys; i++) {
        change(at, i % 2 === 0);
        cancel?.();
        const source = new AbortController();
        cancel = () => source.abort();
        asked.push(
          connection
            .sendRequest("textDocument/diagnostic", { textDocument: { uri } }, tokenOf(source.signal))
            .then(() => answered++)
            .catch(() => {}),
        );
      }
      await asked.at(-1);
      return { wall: performance.now() - begun, answered };
    },
    async quit() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
      child.kill();
    },
  };
}

/** What may be taken back, as the library for the protocol has it. */
const tokenOf = (signal: AbortSignal) => ({
  get isCancellationRequested() {
    return signal.aborted;
  },
  onCancellationRequested(told: (e: unknown) => void) {
    signal.addEventListener("abort", () => told(undefined));
    return { dispose() {} };
  },
});

const MARKDOWN = {
  validate: {
    enabled: true,
    referenceLinks: { enabled: "warning" },
    fragmentLinks: { enabled: "warning" },
    fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: "hint" },
    duplicateLinkDefinitions: { enabled: "warning" },
  },
};

function answer(connection: ProtocolConnection, { answers = {} }: Served): void {
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) => items.map(() => null));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("client/unregisterCapability", () => null);
  for (const [method, reply] of Object.entries(answers)) connection.onRequest(method, reply);
  connection.onUnhandledNotification(() => {});
}
