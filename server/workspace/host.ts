import { activeRules } from "../config/active.ts";
import type { Settings } from "../config/settings.ts";
import { analyse, type Report } from "../facts/report.ts";
import { lint } from "../lint/run.ts";
import type { Lines, Position } from "../text/lines.ts";
import type { Reader, Snapshot } from "./snapshot.ts";

/** A change to a document: of the text between two places, or of all of it. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** What is in force for one document. */
export interface Configuration {
  readonly settings: Settings;
  /** Absolute, with slashes; null for a document that has no place. */
  readonly path: string | null;
}

interface Draft {
  readonly version: number;
  readonly text: string;
  readonly lines: Lines;
  readonly language: string;
  /** Of this version once it has been asked for, else of an earlier one, whose blocks are reused. */
  readonly report: Report | null;
  readonly snapshot: Snapshot | null;
}

/** The open documents: the one mutable thing. Changes go in, immutable snapshots come out. */
export interface Host {
  open(uri: string, language: string, version: number, text: string): void;
  /** Applies changes one after another; positions beyond the text are clamped, unknown documents passed over. */
  edit(uri: string, version: number, changes: readonly Change[]): void;
  close(uri: string): void;
  /** Forgets the snapshots but not the texts, after the configuration has changed. */
  refresh(): void;
  uris(): readonly string[];
  /** All that is known of the document now; null for one that is not open. */
  snapshot(uri: string): Snapshot | null;
}

export function host(reader: Reader, configurationOf: (uri: string) => Configuration): Host {
  const drafts = new Map<string, Draft>();
  return {
    open(uri, language, version, text) {
      drafts.set(uri, { version, text, lines: reader.lines(text), language, report: null, snapshot: null });
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
      const { settings, path } = configurationOf(uri);
      const report = analyse(draft.text, {
        profile: settings.profile,
        declared: draft.language === "govreport" && !/\.(?:txt|md)$/i.test(uri),
        previous: draft.report ?? undefined,
      });
      const result = lint(report, activeRules(settings, report.kind, path));
      const snapshot = { uri, version: draft.version, lines: draft.lines, report, result, reader };
      drafts.set(uri, { ...draft, report, snapshot });
      return snapshot;
    },
  };
}
