import type { Connection } from "vscode-languageserver";
import { diagnostics } from "../ide/diagnostics.ts";
import type { Host } from "../workspace/host.ts";

/** How long to wait for the next keystroke, in milliseconds. */
const PAUSE = 50;

/**
 * For editors that do not ask for diagnostics: sends them a moment after each change, always those of the newest
 * version, and none once the document is closed.
 * @returns what to call when a document has been opened, changed or closed.
 */
export function publisher(connection: Connection, host: Host): (uri: string) => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  return (uri) => {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        const snapshot = host.snapshot(uri);
        void connection.sendDiagnostics(
          snapshot ? { uri, version: snapshot.version, diagnostics: diagnostics(snapshot) } : { uri, diagnostics: [] },
        );
      }, PAUSE),
    );
  };
}
