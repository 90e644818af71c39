import type { Connection, InitializeParams } from "vscode-languageserver";
import { type Locale, say } from "../text/message.ts";
import { type Encoding, linesIn } from "../workspace/encoding.ts";
import { type Host, host } from "../workspace/host.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { configurations } from "./configurations.ts";
import type { Outside } from "./outside.ts";
import { publisher, publishProblems } from "./publish.ts";

/** One editor's visit, from its first request on. */
export interface Session {
  readonly params: InitializeParams;
  readonly encoding: Encoding;
  /** Whether the editor asks for diagnostics; otherwise they are sent to it. */
  readonly pulls: boolean;
  readonly host: Host;
  /** A document as it stands once its configuration is known; null for one that is not open. */
  snapshot(uri: string): Promise<Snapshot | null>;
  /** To be called when a document has been opened, changed or closed. */
  changed(uri: string): void;
  /** To be called when project files have changed, or settings: `settings` is what the editor sent along. */
  reconfigure(settings?: unknown): void;
}

export function session(connection: Connection, outside: Outside, params: InitializeParams): Session {
  const { capabilities, initializationOptions: options } = params;
  const encoding = encodingOf(params);
  const locale = localeOf(options?.locale ?? params.locale);
  const pulls = capabilities.textDocument?.diagnostic !== undefined;

  let sent: unknown = options?.settings;
  const user = async (): Promise<unknown> => {
    const asked = capabilities.workspace?.configuration
      ? await connection.workspace.getConfiguration("govreport").catch(() => null)
      : sent;
    const { locale: _, ...settings } = asked ?? {};
    return settings;
  };
  const projects = configurations(outside, user, (project) => publishProblems(connection, outside, project, locale));
  const drafts = host({ locale, rulePage: outside.rulePage, lines: linesIn(encoding) }, projects.of);

  const named = new Set<string>();
  const snapshot = async (uri: string): Promise<Snapshot | null> => {
    await projects.load(uri);
    const found = drafts.snapshot(uri);
    for (const { rule, error } of found?.failures ?? []) {
      if (named.has(rule)) continue;
      named.add(rule);
      connection.console.error(`${broken(rule)[locale]}\n${error instanceof Error ? error.stack : error}`);
    }
    return found;
  };
  const changed = pulls ? () => {} : publisher(connection, snapshot);
  return {
    params,
    encoding,
    pulls,
    host: drafts,
    snapshot,
    changed,
    reconfigure(settings) {
      sent = (settings as { govreport?: unknown } | null | undefined)?.govreport ?? sent;
      projects.forget();
      drafts.refresh();
      for (const uri of drafts.uris()) changed(uri);
      if (capabilities.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
    },
  };
}

const broken = (rule: string) =>
  say(
    `规则 ${rule} 出了错，这次没有查它；其余规则照常。`,
    `The rule ${rule} failed and was passed over; the others went on.`,
  );

/** English for those who ask for it, Chinese for all others. */
const localeOf = (asked: unknown): Locale => (/^en\b/i.test(String(asked ?? "")) ? "en" : "zh");

/** UTF-16, which every editor is to know, unless this one says that it only knows others. */
function encodingOf({ capabilities }: InitializeParams): Encoding {
  const offered = capabilities.general?.positionEncodings ?? [];
  const known = (["utf-16", "utf-8", "utf-32"] as const).find((encoding) => offered.includes(encoding));
  return known ?? "utf-16";
}
