import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import ignore, { type Ignore } from "ignore";
import { folderOf } from "../../config/path.ts";
import { bytesOf, LARGEST, NotPlain, TooLarge } from "../../disk/read.ts";
import { type Decoded, decode } from "../../text/decode.ts";
import { type Message, say } from "../../text/message.ts";

/** A file to check. */
export interface Found {
  /** As it is shown: the way it was first named. */
  readonly name: string;
  /** Absolute, with slashes. */
  readonly path: string;
  /** Named itself, and not only found in a folder or by a pattern. */
  readonly named: boolean;
  /** The folders and patterns that it was found by. */
  readonly within: readonly string[];
}

/** What arguments lead to. */
export interface Finds {
  readonly files: readonly Found[];
  /** The arguments that are folders, or patterns that match. */
  readonly places: readonly string[];
  readonly troubles: readonly Trouble[];
  /** What was found and is left alone, which is no fault. */
  readonly passedOver: readonly Trouble[];
}

/** Something that could not be done with a file, a folder or an argument. */
export interface Trouble {
  readonly name: string;
  readonly message: Message;
}

export interface FindOptions {
  /** Absolute: where relative arguments begin. */
  readonly folder: string;
  /** Whether to take what .gitignore leaves out, too. */
  readonly everything: boolean;
}

const TEXT = /\.(?:txt|md|govreport)$/i;
const GLOB = /[*?[]/;
/** Folders that never hold drafts. */
const PASSED_OVER = /^(?:\.|node_modules$)/;

const ABSENT = say("找不到这个文件或文件夹，请检查路径。", "There is no such file or folder; please check the path.");
const UNMATCHED = say("没有符合的文件，请检查写法。", "No file matches; please check the pattern.");

export const slashed = (path: string): string => path.replaceAll("\\", "/");

/** The path of a folder, so that names of what lies in it can follow. */
const withSlash = (folder: string): string => folder.replace(/\/{0,9}$/, "/");

/** The folder, as it is named, below which a pattern looks. */
const beforePattern = (argument: string): string =>
  argument.slice(0, argument.lastIndexOf("/", argument.search(GLOB)) + 1);

/**
 * The files that arguments name, each once. A file is taken whatever it is called, of a folder those that look like
 * texts, of a pattern (in the language of .gitignore) those that match. Links are followed where they are named, and
 * passed over where they are found: a folder must not lead out of itself.
 */
export function find(names: readonly string[], { folder, everything }: FindOptions): Finds {
  const files = new Map<string, Found>();
  const places = new Set<string>();
  const troubles: Trouble[] = [];
  const passedOver: Trouble[] = [];
  const add = (path: string, name: string, place: string | null): void => {
    const known = files.get(path) ?? { name, path, named: false, within: [] };
    if (place === null) files.set(path, { ...known, named: true });
    else files.set(path, { ...known, within: [...known.within, place] });
  };
  for (const argument of names) {
    const path = slashed(resolve(folder, argument));
    const about = statOf(path);
    if (about && !about.isDirectory()) {
      add(path, argument, null);
      continue;
    }
    if (!about && !GLOB.test(argument)) {
      troubles.push({ name: argument, message: ABSENT });
      continue;
    }
    const prefix = about ? withSlash(slashed(argument)) : beforePattern(slashed(argument));
    const root = withSlash(slashed(resolve(folder, prefix)));
    const pattern = about ? null : ignore().add(`/${slashed(argument).slice(prefix.length)}`);
    if (about) places.add(argument);
    for (const item of tree(root, everything ? [] : ignoredAbove(root), everything)) {
      const rest = item.path.slice(root.length);
      const name = (prefix === "./" ? "" : prefix) + rest;
      if (item.error) troubles.push({ name, message: unreadable(item.error) });
      else if (!(pattern ? pattern.ignores(rest) : TEXT.test(rest))) continue;
      else if (item.strange) passedOver.push({ name, message: item.strange });
      else {
        add(item.path, name, argument);
        places.add(argument);
      }
    }
    if (!places.has(argument)) troubles.push({ name: argument, message: UNMATCHED });
  }
  return { files: [...files.values()], places: [...places], troubles, passedOver };
}

/** What one .gitignore names, below the folder (ending in a slash) in which it lies. */
interface Ignored {
  readonly folder: string;
  readonly patterns: Ignore;
}

interface Item {
  readonly path: string;
  /** Set on a folder that cannot be listed. */
  readonly error?: NodeJS.ErrnoException;
  /** Set on what is no plain file. */
  readonly strange?: Message;
}

/** All files below a folder (ending in a slash), in the order of their names. */
function* tree(folder: string, above: readonly Ignored[], everything: boolean): Generator<Item> {
  const ignored = everything ? [] : [...above, ...ignoredIn(folder)];
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder + entry.name + (entry.isDirectory() ? "/" : "");
      if (PASSED_OVER.test(entry.name) || isIgnored(path, ignored)) continue;
      if (entry.isDirectory()) yield* tree(path, ignored, everything);
      else yield { path, ...strangeness(entry) };
    }
  } catch (error) {
    yield { path: folder, error: error as NodeJS.ErrnoException };
  }
}

const LINK = say(
  "是链接，没有跟过去。要处理它，请直接写出它的路径。",
  "This is a link and was not followed; to have it read, name it.",
);
const NOT_PLAIN = say(
  "不是普通文件（管道、设备等），没有读。",
  "This is no plain file (but a pipe, a device or the like) and was not read.",
);

const strangeness = (entry: Dirent): Pick<Item, "strange"> =>
  entry.isFile() ? {} : { strange: entry.isSymbolicLink() ? LINK : NOT_PLAIN };

/** The nearest .gitignore that says anything of a path has the last word. */
const isIgnored = (path: string, ignored: readonly Ignored[]): boolean =>
  ignored.reduce((sofar, { folder, patterns }) => {
    const verdict = patterns.test(path.slice(folder.length));
    return verdict.ignored || (sofar && !verdict.unignored);
  }, false);

function ignoredIn(folder: string): readonly Ignored[] {
  const text = textOf(`${folder}.gitignore`);
  return text === null ? [] : [{ folder, patterns: ignore().add(text) }];
}

/** The .gitignore files of the folders around one, as far as the root of its repository. */
function ignoredAbove(folder: string): readonly Ignored[] {
  const above = withSlash(folderOf(folder.replace(/\/$/, "")));
  if (above === folder || statOf(`${folder}.git`)) return [];
  return [...ignoredAbove(above), ...ignoredIn(above)];
}

export const statOf = (path: string): Stats | null => {
  try {
    return statSync(path);
  } catch {
    return null;
  }
};

/** A file that may be missing, as text. */
export const textOf = (path: string): string | null => {
  try {
    return decode(bytesOf(path))?.text ?? null;
  } catch {
    return null;
  }
};

/** Reads a draft. What cannot be read, or is no text, is said so. */
export function read(path: string): Decoded | Message {
  try {
    return decoded(bytesOf(path));
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(error.size);
    return error instanceof NotPlain ? NOT_PLAIN : unreadable(error as NodeJS.ErrnoException);
  }
}

export const decoded = (bytes: Uint8Array): Decoded | Message =>
  decode(bytes) ??
  say(
    "不是文本文件，没有检查。Word、PDF 请先另存为 .txt。",
    "This is not a text file and was not checked; please save Word or PDF files as .txt first.",
  );

const UNREADABLE: Readonly<Record<string, Message>> = {
  EACCES: say("没有权限读取，请检查文件权限。", "It may not be read; please check its permissions."),
  EPERM: say("没有权限读取，请检查文件权限。", "It may not be read; please check its permissions."),
  ENOENT: say("文件已不在原处，没有检查。", "The file is no longer there and was not checked."),
};

const unreadable = ({ code, message }: NodeJS.ErrnoException): Message =>
  UNREADABLE[code ?? ""] ?? say(`读不出来（${code ?? message}）。`, `It cannot be read (${code ?? message}).`);

function tooLarge(size: number): Message {
  const [megabytes, most] = [size, LARGEST].map((bytes) => Math.round(bytes / 1024 / 1024));
  return say(
    `文件有 ${megabytes} MB，超过 ${most} MB，没有检查。请拆分后再查。`,
    `The file has ${megabytes} MB, more than ${most} MB, and was not checked; please split it.`,
  );
}
