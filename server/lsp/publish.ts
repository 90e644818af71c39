import { type Connection, DiagnosticSeverity, type PublishDiagnosticsParams } from "vscode-languageserver";
import type { Project } from "../config/project.ts";
import type { Problem } from "../config/source.ts";
import type { Locale } from "../text/message.ts";
import type { Outside } from "./outside.ts";

/** How long to wait for the next keystroke, in milliseconds. */
const PAUSE = 50;

/**
 * For editors that do not ask for diagnostics: sends them a moment after each change, always those of the newest
 * version, and none once the document is closed.
 * @param found what is to be said of a document as it stands
 * @returns what to call when a document has been opened, changed or closed
 */
export function publisher(
  connection: Connection,
  found: (uri: string) => Promise<Omit<PublishDiagnosticsParams, "uri">>,
): (uri: string) => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  const publish = async (uri: string) => {
    await connection.sendDiagnostics({ uri, ...(await found(uri)) });
  };
  return (uri) => {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        void publish(uri);
      }, PAUSE),
    );
  };
}

/** Where the trouble with project files is shown. */
export interface ProblemBoard {
  /** Shows what is wrong in a project's files where it stands, and what is wrong in the editor's settings in its log. */
  show(project: Project): void;
  /** Takes everything down. */
  clear(): void;
}

export function problemBoard(connection: Connection, { uri }: Outside, locale: Locale): ProblemBoard {
  const shown = new Set<string>();
  const publish = (file: string, problems: readonly Problem[]) =>
    void connection.sendDiagnostics({
      uri: uri(file),
      diagnostics: problems.map(({ range, message }) => ({
        range: range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        severity: DiagnosticSeverity.Error,
        source: "govreport",
        message: message[locale],
      })),
    });
  return {
    show({ problems }) {
      for (const file of new Set(problems.map(({ file }) => file))) {
        const here = problems.filter((problem) => problem.file === file);
        if (file === null) {
          for (const { key, message } of here)
            connection.console.warn(`govreport.${key.join(".")}: ${message[locale]}`);
        } else {
          shown.add(file);
          publish(file, here);
        }
      }
    },
    clear() {
      for (const file of shown) publish(file, []);
      shown.clear();
    },
  };
}
