import { resolve } from "node:path";
import { matches } from "../../config/active.ts";
import { folderOf } from "../../config/path.ts";
import { type Project, project, projectFile, withSuppressions } from "../../config/project.ts";
import type { Problem } from "../../config/source.ts";
import type { Decoded } from "../../text/decode.ts";
import { type Locale, type Message, say } from "../../text/message.ts";
import { isSpace } from "../../text/space.ts";
import { givenUp, inTime, TooLong } from "../../watchdog/watchdog.ts";
import type { Option } from "../terminal/command.ts";
import { type Terminal, tell } from "../terminal/terminal.ts";
import { decoded, type Finds, type Found, find, read, slashed, statOf, textOf } from "./find.ts";

/** What every command that reads drafts can be told. */
export interface Choices {
  /** A project file to use instead of the one that is found. */
  readonly config?: string;
  readonly profile?: string;
  /** Take what .gitignore leaves out, too. */
  readonly noIgnore?: boolean;
  /** What standard input is called. */
  readonly stdinFilename?: string;
  readonly locale: Locale;
}

export const PATHS = {
  name: say("路径", "path"),
  about: say(
    "文件、文件夹或通配符；- 为标准输入；不写则为当前文件夹",
    "file, folder or pattern; - is standard input; the current folder if left out",
  ),
  many: true,
} as const;

/** The options by which they are told. */
export const DRAFT_OPTIONS: Readonly<Record<string, Option>> = {
  config: { about: say("用这个设置文件", "settings file to use"), value: say("文件", "FILE") },
  profile: {
    about: say("当作这一种报告，如 annual-report", "kind of report, such as annual-report"),
    value: say("种类", "ID"),
  },
  "no-ignore": { about: say("不理会 .gitignore", "take what .gitignore leaves out, too") },
  "stdin-filename": {
    about: say("标准输入叫什么文件名", "what standard input is called"),
    value: say("文件名", "NAME"),
  },
};

/** A draft that has been read, and the settings in force for it. */
export interface Draft extends Decoded {
  readonly name: string;
  /** Absolute, with slashes; null for standard input without a name. */
  readonly path: string | null;
  /** Whether it was named itself, found in a folder, or came from standard input. */
  readonly origin: "named" | "found" | "input";
  readonly project: Project;
}

const STANDARD_INPUT = "-";

/**
 * What is done with a draft, in two steps: the first gives a value, and the second, which is taken in the drafts' order,
 * does something with it.
 */
export interface Task<T> {
  /** Pure, as it is stopped at any place when it takes too long. */
  work(draft: Draft): T;
  /** Has the same done elsewhere, where it is stopped likewise. */
  readonly elsewhere?: ((draft: Draft) => Promise<T>) | undefined;
  /** Says whether it was a report. */
  finish(result: T, draft: Draft): boolean;
  /** How many drafts may be under way at once. */
  readonly ahead?: number;
}

/**
 * Reads one draft after another and has the task done with each. Whatever cannot be used is named on standard error,
 * and the others are still read.
 * @returns whether all could be used
 */
export async function eachDraft<T>(
  names: readonly string[],
  choices: Choices,
  terminal: Terminal,
  { work, elsewhere, finish, ahead = 1 }: Task<T>,
): Promise<boolean> {
  let usable = true;
  const complain = (name: string, message: Message): void => {
    usable = false;
    tell(terminal, choices.locale, name, message);
  };
  const projectOf = await projects(choices, terminal, complain);
  if (!projectOf) return false;
  const { files, places, troubles, passedOver } = await chosen(names, choices, terminal, projectOf);
  for (const { name, message } of troubles) complain(name, message);
  for (const { name, message } of passedOver) tell(terminal, choices.locale, name, message);
  const barren = new Set(places);
  const begin = async (found: Found & { readonly input?: true }): Promise<{ draft: Draft; result: T } | Message> => {
    const { name, input, named } = found;
    const text = input ? decoded(await terminal.input()) : read(found.path);
    if ("zh" in text) return text;
    const path = found.path || null;
    const origin = input ? "input" : named ? "named" : "found";
    const draft: Draft = { ...text, name, path, origin, project: await projectOf(path ?? placeIn(terminal.folder)) };
    return { draft, result: elsewhere ? await elsewhere(draft) : inTime(draft.text.length, () => work(draft)) };
  };
  const underWay: { readonly found: Found; readonly begun: ReturnType<typeof begin> }[] = [];
  const next = async (): Promise<void> => {
    const { found, begun } = underWay.shift()!;
    try {
      const outcome = await begun;
      if ("zh" in outcome) complain(found.name, outcome);
      else if (finish(outcome.result, outcome.draft)) for (const place of found.within) barren.delete(place);
      else tell(terminal, choices.locale, found.name, isSpace(outcome.draft.text) ? EMPTY : NO_REPORT);
    } catch (error) {
      complain(found.name, error instanceof TooLong ? givenUp(error) : failed(error));
    }
  };
  for (const found of files) {
    const begun = begin(found);
    // Should it fail before its turn, it is told in its turn.
    begun.catch(() => {});
    underWay.push({ found, begun });
    if (underWay.length >= ahead) await next();
  }
  while (underWay.length > 0) await next();
  for (const place of barren) complain(place, NO_REPORTS);
  return usable;
}

const NO_REPORTS = say("这里没有找到报告，请检查路径。", "There are no reports here; please check the path.");

const NO_REPORT = say(
  "不像政府报告，没有检查。若确是报告，请用 --profile 指明种类。",
  "This does not look like a report and was not checked; if it is one, name its kind with --profile.",
);

const EMPTY = say("文件是空的，没有可检查的内容。", "The file is empty: there is nothing to check.");

/** A fault of our own with one draft, which must not keep the others from being read. */
const failed = (error: unknown): Message =>
  say(
    `处理这个文件时程序出了错（${error}），其余文件照常。请把这一行告诉我们。`,
    `The program failed on this file (${error}); the others went on. Please tell us of this line.`,
  );

interface Chosen extends Finds {
  readonly files: readonly (Found & { readonly input?: true })[];
}

async function chosen(
  names: readonly string[],
  { noIgnore = false, stdinFilename }: Choices,
  { folder }: Terminal,
  projectOf: (path: string) => Promise<Project>,
): Promise<Chosen> {
  const options = { folder, everything: noIgnore };
  if (names.length === 0) {
    const { settings } = await projectOf(placeIn(folder));
    const { files, ...rest } = find(["."], options);
    return {
      files: settings.files.length > 0 ? files.filter(({ path }) => matches(settings.files, path)) : files,
      ...rest,
    };
  }
  const { files, ...rest } = find(
    names.filter((name) => name !== STANDARD_INPUT),
    options,
  );
  if (!names.includes(STANDARD_INPUT)) return { files, ...rest };
  const path = stdinFilename === undefined ? "" : slashed(resolve(folder, stdinFilename));
  const input = { name: stdinFilename ?? STANDARD_INPUT, path, named: true, within: [], input: true } as const;
  return { files: [...files, input], ...rest };
}

/** A path in a folder, which need not be: settings are found by it. */
const placeIn = (folder: string): string => `${slashed(folder)}/.`;

/** The settings in force for a path, read once a folder; null where a choice itself cannot be used. */
export async function projects(
  { config, profile, locale }: Choices,
  terminal: Terminal,
  complain: (name: string, message: Message) => void,
): Promise<((path: string) => Promise<Project>) | null> {
  const given = config === undefined ? null : slashed(resolve(terminal.folder, config));
  if (given && !statOf(given)?.isFile()) {
    complain(config!, say("找不到这个设置文件。", "There is no such settings file."));
    return null;
  }
  const said = new Set<string>();
  const report = ({ file, key, range, message }: Problem): void => {
    const place = range ? `:${range.start.line + 1}:${range.start.character + 1}` : "";
    const name = `${file}${place} ${key.join(".")}`.trimEnd();
    if (said.has(name)) return;
    said.add(name);
    complain(name, message);
  };
  const load = async (file: string | null): Promise<Project> => {
    const loaded = await project(file, undefined, readText);
    if (profile === undefined) return loaded;
    const { settings } = loaded;
    const overrides = settings.overrides.map(({ profile: _, ...override }) => override);
    return { ...loaded, settings: { ...settings, profile, overrides } };
  };
  const loaded = onceEach((file: string) => load(file === "" ? null : file));
  const inFolder = onceEach(async (folder: string) => {
    const file = given ?? (await projectFile(folder, readText));
    const project = await withSuppressions(await loaded(file ?? ""), folder, readText);
    project.problems.forEach(report);
    return project;
  });
  const projectOf = (path: string): Promise<Project> => inFolder(folderOf(path));
  if (profile !== undefined) {
    const { profiles } = await projectOf(placeIn(terminal.folder));
    const ids = profiles.map(({ id }) => id);
    if (!ids.includes(profile)) {
      const list = ids.join(locale === "zh" ? "、" : ", ");
      complain(
        "--profile",
        say(`没有“${profile}”这个种类，可用的有 ${list}。`, `There is no kind "${profile}"; there are ${list}.`),
      );
      return null;
    }
  }
  return projectOf;
}

/** A function that is asked once for each key. */
function onceEach<V>(make: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

// Without waiting on the thread pool a start is shorter, and one file is read at a time anyway.
const readText = async (path: string): Promise<string | null> => textOf(path);
