import type { Profile } from "../grammar/profile.ts";
import { builtinProfiles } from "../grammar/profiles/index.ts";
import { append } from "../text/list.ts";
import { type Message, say } from "../text/message.ts";
import { folderOf, isForeign, pathFrom, patternFrom } from "./path.ts";
import { extendProfiles } from "./profiles.ts";
import { resolve, type Settings } from "./settings.ts";
import { type Problem, type Read, type Source, source } from "./source.ts";
import { type Suppressions, suppressionsFor } from "./suppressions.ts";

/** Settings from one source, checked: paths in them are absolute. */
export interface Layer {
  /** The file; null for an editor's own settings. */
  readonly file: string | null;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What is in force for a folder. */
export interface Project {
  readonly settings: Settings;
  /** The kinds of report to choose among: the built-in ones and the folder's own. */
  readonly profiles: readonly Profile[];
  /** What somebody has declared to be no fault; null where nothing is. */
  readonly suppressions: Suppressions | null;
  /** What the settings were put together from; the later outweighs the earlier. */
  readonly layers: readonly Layer[];
  readonly problems: readonly Problem[];
}

export const PROJECT_FILES = ["govreport.config.json", "govreport.config.yaml", "govreport.config.yml"] as const;

/** The project file that holds for a folder: its own, or that of the nearest folder around it. */
export async function projectFile(folder: string, read: Read): Promise<string | null> {
  for (const name of PROJECT_FILES) {
    const path = pathFrom(folder, name);
    if (typeof (await read(path)) === "string") return path;
  }
  const above = folderOf(folder);
  return above === folder ? null : projectFile(above, read);
}

/**
 * Puts together the settings of an editor's user (if any) and of a project file with all that it extends.
 * Whatever cannot be used is named in `problems`, and the rest is in force.
 * @param trusted whether the kinds of report that the project brings along are used
 */
export async function project(file: string | null, user: unknown, read: Read, trusted = true): Promise<Project> {
  const problems: Problem[] = [];
  const { input: given, mistakes } = resolve(user);
  const own: Source["problem"] = (key, message) => ({ file: null, key, range: null, message });
  const input = withoutForeign(given as Layer["input"], NOWHERE, own, problems);
  append(
    problems,
    mistakes.map(({ key, message }) => own(key, message)),
  );
  const layers = [
    { file: null, input },
    ...(file === null ? [] : await layersOf(file, [], { read, trusted }, problems)),
  ];
  const { settings } = resolve(layers.map((layer) => layer.input).reduce(merged, {}));
  const profiles = await profilesOf(settings.profiles, read, problems);
  return { settings, profiles, suppressions: null, layers, problems };
}

/** The same with the suppressions that hold for a folder; what is wrong in them comes behind its own problems. */
export async function withSuppressions(project: Project, folder: string, read: Read): Promise<Project> {
  const problems: Problem[] = [];
  const suppressions = await suppressionsFor(folder, read, problems);
  return suppressions ? { ...project, suppressions, problems: [...project.problems, ...problems] } : project;
}

/** The built-in kinds and those of the files named; what is wrong in a file goes to `problems`. */
async function profilesOf(files: readonly string[], read: Read, problems: Problem[]): Promise<readonly Profile[]> {
  const sources = new Map<string, Source>();
  for (const file of files) {
    const text = await read(file);
    if (typeof text !== "string") problems.push({ file, key: [], range: null, message: text ?? missing(file) });
    else sources.set(file, await source(file, text));
  }
  const { profiles, mistakes } = extendProfiles(
    builtinProfiles,
    [...sources].map(([file, { value }]) => ({ file, value })),
  );
  for (const each of sources.values()) append(problems, each.problems);
  append(
    problems,
    mistakes.map(({ file, key, message }) => sources.get(file)!.problem(key, message)),
  );
  return profiles;
}

async function layersOf(
  file: string,
  within: readonly string[],
  { read, trusted }: { readonly read: Read; readonly trusted: boolean },
  problems: Problem[],
): Promise<readonly Layer[]> {
  const text = await read(file);
  const { value, problem, problems: broken } = await source(file, typeof text === "string" ? text : "");
  const { input, mistakes } = resolve(value);
  append(problems, [...broken, ...mistakes.map(({ key, message }) => problem(key, message))]);
  const safe = withoutForeign(input as Layer["input"], folderOf(file), problem, problems);
  const { profiles, ...others } = safe;
  if (profiles && !trusted) problems.push(problem(["profiles"], UNTRUSTED));
  const layer = { file, input: rooted(trusted ? safe : others, folderOf(file)) };
  const base = layer.input.extends as string | undefined;
  if (base === undefined) return [layer];
  const chain = [...within, file];
  if (chain.includes(base)) {
    problems.push(
      problem(
        ["extends"],
        say("这里的 extends 绕回了自己，请去掉其中一处。", "This extends itself in a circle; remove one of the links."),
      ),
    );
    return [layer];
  }
  const found = await read(base);
  if (typeof found !== "string") {
    problems.push(problem(["extends"], found ?? missing(base)));
    return [layer];
  }
  return [...(await layersOf(base, chain, { read, trusted }, problems)), layer];
}

/** The settings that hold paths of files. */
const PATHS = ["extends", "profiles", "previous"] as const;

/** The folder of an editor's own settings, which stand in no file: whatever they name is judged as if it led from the root. */
const NOWHERE = "/";

/** Settings of a folder without the paths that are not followed wherever they stand; each is named in `problems`. */
function withoutForeign(
  input: Layer["input"],
  folder: string,
  problem: Source["problem"],
  problems: Problem[],
): Layer["input"] {
  const kept = new Map(Object.entries(input));
  for (const name of PATHS) {
    const value = input[name];
    const isSafe = (path: unknown, key: Problem["key"]): boolean => {
      const foreign = isForeign(folder, String(path));
      if (foreign) problems.push(problem(key, FOREIGN));
      return !foreign;
    };
    if (Array.isArray(value))
      kept.set(
        name,
        value.filter((path, index) => isSafe(path, [name, index])),
      );
    else if (value !== undefined && !isSafe(value, [name])) kept.delete(name);
  }
  return Object.fromEntries(kept);
}

const FOREIGN = say(
  "这是网络共享或设备的路径，为安全起见不读。请把文件复制到本机的文件夹里，再写它的路径。",
  "This path leads to a network share or a device and is not read; copy the file to a folder of this machine.",
);

const UNTRUSTED = say(
  "文件夹未受信任，没有使用它自带的报告种类。要使用，请先信任这个文件夹。",
  "The folder is not trusted, and its own kinds of report are not used; trust it to use them.",
);

const missing = (path: string): Message =>
  say(`找不到“${path}”，请检查路径。`, `There is no "${path}"; please check the path.`);

/** Settings with the paths in them made absolute. */
function rooted(input: Layer["input"], folder: string): Layer["input"] {
  const paths = (value: unknown) => (value as string[]).map((path) => pathFrom(folder, path));
  const patterns = (value: unknown) => (value as string[]).map((pattern) => patternFrom(folder, pattern));
  const make: Readonly<Record<string, (value: unknown) => unknown>> = {
    extends: (value) => pathFrom(folder, value as string),
    profiles: paths,
    previous: paths,
    files: patterns,
    overrides: (value) =>
      (value as Record<string, unknown>[]).map((override) =>
        override.files ? { ...override, files: patterns(override.files) } : override,
      ),
  };
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, make[key]?.(value) ?? value]));
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists add up; of everything else the later outweighs the earlier, key by key. */
function merged(base: Tree, over: Tree): Tree {
  const entries = Object.entries(over).map(([key, value]) => {
    const below = base[key];
    if (Array.isArray(below) && Array.isArray(value)) return [key, [...below, ...value]];
    return [key, isTree(below) && isTree(value) ? merged(below, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}
