import type { Project } from "../config/project.ts";
import { check } from "../lint/check.ts";
import { type Lines, type Range, spanOf } from "../text/lines.ts";
import { span } from "../text/span.ts";
import type { Reader, Snapshot } from "./snapshot.ts";

/** A document as an editor opens it. */
export interface Opened {
  readonly uri: string;
  /** Where it lies, absolute and with slashes; null for one that has no place yet. */
  readonly path: string | null;
  readonly language: string;
  readonly version: number;
  readonly text: string;
}

/** A change to a document: of the text between two places, or of all of it. */
export interface Change {
  readonly range?: Range;
  readonly text: string;
}

interface Draft extends Opened {
  readonly lines: Lines;
  /** The newest that was asked for, and what was in force then. */
  readonly last: { readonly snapshot: Snapshot; readonly project: Project } | null;
}

/** The open documents: the one mutable thing. Changes go in, immutable snapshots come out. */
export interface Host {
  open(document: Opened): void;
  /** Makes changes one after another. Places beyond the text are clamped; a document that is not open stays so. */
  edit(uri: string, version: number, changes: readonly Change[]): void;
  close(uri: string): void;
  uris(): readonly string[];
  /** How long a document is, in UTF-16 code units; 0 for one that is not open. */
  lengthOf(uri: string): number;
  /** All that is known of a document as it stands, under what is in force for it; null for one that is not open. */
  snapshot(uri: string, project: Project): Snapshot | null;
}

export function host(reader: Reader): Host {
  const drafts = new Map<string, Draft>();
  return {
    open: (document) => void drafts.set(document.uri, { ...document, lines: reader.lines(document.text), last: null }),
    edit(uri, version, changes) {
      const draft = drafts.get(uri);
      if (!draft) return;
      let { text, lines } = draft;
      for (const { range, text: replacement } of changes) {
        const { start, end } = range ? spanOf(lines, range) : span(0, text.length);
        text = text.slice(0, start) + replacement + text.slice(end);
        lines = reader.lines(text);
      }
      drafts.set(uri, { ...draft, version, text, lines });
    },
    close: (uri) => void drafts.delete(uri),
    uris: () => [...drafts.keys()],
    lengthOf: (uri) => drafts.get(uri)?.text.length ?? 0,
    snapshot(uri, project) {
      const draft = drafts.get(uri);
      if (!draft) return null;
      const { last } = draft;
      if (last && last.project === project && last.snapshot.lines === draft.lines) return last.snapshot;
      const snapshot = snapshotOf(draft, project, reader);
      drafts.set(uri, { ...draft, last: { snapshot, project } });
      return snapshot;
    },
  };
}

function snapshotOf(
  { uri, path, language, version, text, lines, last }: Draft,
  project: Project,
  reader: Reader,
): Snapshot {
  const options = { path, declared: isDeclared(path, language) };
  const checked = check(text, project, { ...options, previous: last?.snapshot.report });
  return {
    ...checked,
    uri,
    language,
    version,
    lines,
    profiles: project.profiles,
    reader,
    check: (other, previous = checked.report) => check(other, project, { ...options, previous }),
  };
}

/** Whether a document is a report whatever it holds: by its name, or because the writer says so of one without. */
const isDeclared = (path: string | null, language: string): boolean =>
  path === null ? language === "govreport" : /\.govreport$/i.test(path);
