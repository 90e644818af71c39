import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type InitializeParams,
  LSPErrorCodes,
  MessageType,
  type PublishDiagnosticsParams,
  ResponseError,
  ShowMessageNotification,
} from "vscode-languageserver";
import { matches } from "../config/active.ts";
import type { Project } from "../config/project.ts";
import { diagnostics } from "../ide/diagnostics.ts";
import type { SuppressRequest } from "../ide/suppressions.ts";
import { type Locale, say } from "../text/message.ts";
import { givenUp, inTime, TooLong } from "../watchdog/watchdog.ts";
import { type Host, host } from "../workspace/host.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { type Encoding, linesIn } from "./encoding.ts";
import type { Outside } from "./outside.ts";
import { patiently } from "./patience.ts";
import { projects } from "./projects.ts";
import { problemBoard, publisher } from "./publish.ts";
import { suppress } from "./suppress.ts";
import { confined } from "./trust.ts";

/** One editor's visit, from its first request on. */
export interface Session {
  readonly params: InitializeParams;
  readonly encoding: Encoding;
  /** Whether the editor asks for diagnostics; otherwise they are sent to it. */
  readonly pulls: boolean;
  readonly host: Host;
  /**
   * What is asked of a document as it stands once its configuration is known; null for one that is not open, and for one
   * that was given up.
   */
  of<T>(uri: string, ask: (snapshot: Snapshot) => T): Promise<T | null>;
  /** The diagnostics of a document, and the version that they belong to; for one that was given up, that it was. */
  found(uri: string): Promise<Omit<PublishDiagnosticsParams, "uri">>;
  /** To be called when a document has been opened or saved: if it was given up, it is tried again. */
  retry(uri: string): void;
  /** Of the files of a workspace, those that the project has checked. */
  chosen(uris: readonly string[]): Promise<readonly string[]>;
  /**
   * What is asked of a file that is not open, as it lies on disk; null where it cannot be read as text.
   * @throws ResponseError where its check takes too long
   */
  file<T>(uri: string, ask: (snapshot: Snapshot) => T): Promise<T | null>;
  /** Takes down that something is no fault, and has the documents checked again. */
  suppress(request: SuppressRequest): Promise<void>;
  /** To be called when the editor's user has declared the folders that are open to be safe. */
  trust(): void;
  /** To be called when a document has been opened, changed or closed. */
  changed(uri: string): void;
  /** To be called when project files have changed, or settings: `settings` is what the editor sent along. */
  reconfigure(settings?: unknown): void;
}

export function session(connection: Connection, machine: Outside, params: InitializeParams): Session {
  const { capabilities, initializationOptions: options } = params;
  const roots = (params.workspaceFolders ?? []).flatMap(({ uri }) => machine.path(uri) ?? []);
  // An editor that knows nothing of trust leaves it to its user what to open.
  let trusted = options?.trusted !== false;
  const within = confined(machine, roots);
  const shown = () => (trusted ? machine : within);
  const outside: Outside = {
    ...machine,
    read: (path) => shown().read(path),
    write: (path, text) => shown().write(path, text),
  };
  const encoding = encodingOf(params);
  const locale = localeOf(options?.locale ?? params.locale);
  const pulls = capabilities.textDocument?.diagnostic !== undefined;

  let sent: unknown = options?.settings;
  const answer = capabilities.workspace?.configuration
    ? patiently(
        () => connection.workspace.getConfiguration("govreport").catch(() => null),
        () => {
          connection.console.warn(UNANSWERED[locale]);
        },
        () => recheck(),
      )
    : async () => sent;
  const user = async (): Promise<unknown> => {
    const { locale: _, ...settings } = ((await answer()) ?? {}) as Record<string, unknown>;
    return settings;
  };
  const board = problemBoard(connection, outside, locale);
  const inForce = projects(outside, () => trusted, user, board.show);
  const reader = {
    locale,
    rulePage: outside.rulePage,
    snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
    ownSentences: list(options?.ownSentences),
    lines: linesIn(encoding),
  };
  const drafts = host(reader);

  const broken = new Set<string>();
  const tell = ({ failures }: Snapshot): void => {
    for (const { rule, error } of failures) {
      if (broken.has(rule)) continue;
      broken.add(rule);
      connection.console.error(`${failed(rule)[locale]}\n${error instanceof Error ? error.stack : error}`);
    }
  };
  /** Asks something of a draft, but not for ever. @throws TooLong */
  const asked = <T>(host: Host, uri: string, project: Project, ask: (snapshot: Snapshot) => T): T | null => {
    const answered = inTime(host.lengthOf(uri), () => {
      const snapshot = host.snapshot(uri, project);
      return snapshot && { snapshot, answer: ask(snapshot) };
    });
    if (!answered) return null;
    tell(answered.snapshot);
    return answered.answer;
  };
  // So that the others are served, these are left alone until they are saved.
  const left = new Map<string, TooLong>();
  const of = async <T>(uri: string, ask: (snapshot: Snapshot) => T): Promise<T | null> => {
    const project = await inForce.of(uri);
    if (left.has(uri)) return null;
    try {
      return asked(drafts, uri, project, ask);
    } catch (error) {
      if (!(error instanceof TooLong)) throw error;
      left.set(uri, error);
      connection.console.error(`${uri} ${givenUp(error)[locale]}`);
      renew([uri]);
      return null;
    }
  };
  const found: Session["found"] = async (uri) => {
    const answer = await of(uri, (snapshot) => ({ version: snapshot.version, diagnostics: diagnostics(snapshot) }));
    const given = left.get(uri);
    return answer ?? { diagnostics: given && drafts.uris().includes(uri) ? [notice(given, locale)] : [] };
  };
  const changed = pulls ? () => {} : publisher(connection, found);
  const renew = (uris: readonly string[]): void => {
    for (const uri of uris) changed(uri);
    if (capabilities.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
  };
  const recheck = (): void => {
    inForce.forget();
    board.clear();
    left.clear();
    renew(drafts.uris());
  };
  return {
    params,
    encoding,
    pulls,
    host: drafts,
    of,
    found,
    retry(uri) {
      if (left.delete(uri)) renew([uri]);
    },
    async chosen(uris) {
      const kept = uris.map(async (uri) => {
        const { files } = (await inForce.of(uri)).settings;
        const path = outside.path(uri);
        return files.length === 0 || (path !== null && matches(files, path)) ? [uri] : [];
      });
      return (await Promise.all(kept)).flat();
    },
    async file(uri, ask) {
      const path = outside.path(uri);
      const text = path === null ? null : await outside.read(path);
      if (typeof text !== "string") return null;
      const shelf = host(reader);
      shelf.open({ uri, path, language: "plaintext", version: 0, text });
      try {
        return asked(shelf, uri, await inForce.of(uri), ask);
      } catch (error) {
        if (!(error instanceof TooLong)) throw error;
        throw new ResponseError(LSPErrorCodes.RequestFailed, givenUp(error)[locale]);
      }
    },
    async suppress(request) {
      const trouble = await suppress(request, await inForce.of(request.uri), roots, outside);
      // A notification: not every editor can answer a question.
      if (trouble) {
        await connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Warning,
          message: trouble[locale],
        });
      }
      recheck();
    },
    trust() {
      trusted = true;
      recheck();
    },
    changed,
    reconfigure(settings) {
      sent = (settings as { govreport?: unknown } | null | undefined)?.govreport ?? sent;
      recheck();
    },
  };
}

const UNANSWERED = say(
  "编辑器没有回答有哪些设置，先按默认设置检查；收到回答后会重新检查。",
  "The editor does not say what its settings are; the defaults are in force until it does.",
);

const failed = (rule: string) =>
  say(
    `规则 ${rule} 出了错，这次没有查它；其余规则照常。`,
    `The rule ${rule} failed and was passed over; the others went on.`,
  );

/** Told at the beginning of a document that was given up. */
const notice = (given: TooLong, locale: Locale): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Warning,
  source: "govreport",
  message: `${givenUp(given)[locale]}${AGAIN[locale]}`,
});

const AGAIN = say("保存后会再查一次。", " It is tried again when the document is saved.");

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** English for those who ask for it, Chinese for all others. */
const localeOf = (asked: unknown): Locale => (/^en\b/i.test(String(asked ?? "")) ? "en" : "zh");

/** UTF-16, which every editor is to know, unless this one says that it only knows others. */
function encodingOf({ capabilities }: InitializeParams): Encoding {
  const offered = capabilities.general?.positionEncodings ?? [];
  const known = (["utf-16", "utf-8", "utf-32"] as const).find((encoding) => offered.includes(encoding));
  return known ?? "utf-16";
}
