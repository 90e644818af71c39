import { activeRules } from "../config/active.ts";
import type { Settings } from "../config/settings.ts";
import { analyse, type Report } from "../facts/report.ts";
import { lint } from "../lint/run.ts";
import type { Lines, Position } from "../text/lines.ts";
import type { Checked, Reader, Snapshot } from "./snapshot.ts";

/** What is in force for one document. */
export interface Configuration {
  readonly settings: Settings;
  /** Where the document lies: absolute, with slashes; null for one that has no place yet. */
  readonly path: string | null;
}

/** A change to a document: of the text between two places, or of all of it. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

interface Draft {
  readonly language: string;
  readonly version: number;
  readonly text: string;
  readonly lines: Lines;
  /** Of this version or an earlier one, whose blocks are reused; null before the first snapshot. */
  readonly report: Report | null;
  readonly snapshot: Snapshot | null;
}

/** The open documents: the one mutable thing. Changes go in, immutable snapshots come out. */
export interface Host {
  open(uri: string, language: string, version: number, text: string): void;
  /** Makes changes one after another. Places beyond the text are clamped; a document that is not open stays so. */
  edit(uri: string, version: number, changes: readonly Change[]): void;
  close(uri: string): void;
  /** Forgets what was found, but not the texts, when what is in force has changed. */
  refresh(): void;
  uris(): readonly string[];
  /** All that is known of a document now; null for one that is not open. */
  snapshot(uri: string): Snapshot | null;
}

export function host(reader: Reader, configurationOf: (uri: string) => Configuration): Host {
  const drafts = new Map<string, Draft>();
  return {
    open(uri, language, version, text) {
      drafts.set(uri, { language, version, text, lines: reader.lines(text), report: null, snapshot: null });
    },
    edit(uri, version, changes) {
      const draft = drafts.get(uri);
      if (!draft) return;
      let { text, lines } = draft;
      for (const { range, text: replacement } of changes) {
        text = range
          ? text.slice(0, lines.offset(range.start)) + replacement + text.slice(lines.offset(range.end))
          : replacement;
        lines = reader.lines(text);
      }
      drafts.set(uri, { ...draft, version, text, lines, snapshot: null });
    },
    close: (uri) => void drafts.delete(uri),
    refresh() {
      for (const [uri, draft] of drafts) drafts.set(uri, { ...draft, snapshot: null });
    },
    uris: () => [...drafts.keys()],
    snapshot(uri) {
      const draft = drafts.get(uri);
      if (!draft) return null;
      if (draft.snapshot) return draft.snapshot;
      const check = checker(configurationOf(uri), isDeclared(uri, draft.language));
      const checked = check(draft.text, draft.report);
      const snapshot: Snapshot = {
        ...checked,
        uri,
        version: draft.version,
        lines: draft.lines,
        reader,
        check: (text) => check(text, checked.report),
      };
      drafts.set(uri, { ...draft, report: checked.report, snapshot });
      return snapshot;
    },
  };
}

/** Whether a document is a report by name, or because the writer said so of one that has no name yet. */
const isDeclared = (uri: string, language: string): boolean =>
  language === "govreport" && !/\.(?:txt|md|markdown)$/i.test(uri);

const checker =
  ({ settings, path }: Configuration, declared: boolean) =>
  (text: string, previous: Report | null): Checked => {
    const report = analyse(text, { profile: settings.profile, declared, previous: previous ?? undefined });
    return { report, ...lint(report, activeRules(settings, report.kind, path)) };
  };
