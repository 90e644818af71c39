import { type Project, project, projectFile } from "../config/project.ts";
import { resolve, type Settings } from "../config/settings.ts";
import type { Configuration } from "../workspace/host.ts";
import type { Outside } from "./outside.ts";

/** What is in force where: the editor's settings with the project files, read when first needed. */
export interface Configurations {
  /** Reads what is in force for a document, unless that is known. Never fails. */
  load(uri: string): Promise<void>;
  /** What `load` found, and the defaults before. */
  of(uri: string): Configuration;
  /** Has everything read again. */
  forget(): void;
}

/**
 * @param user asks the editor for its own settings
 * @param tell is given each project that was read, with what is wrong in it
 */
export function configurations(
  { path, read }: Outside,
  user: () => Promise<unknown>,
  tell: (project: Project) => void,
): Configurations {
  const defaults = resolve({}).settings;
  const reading = new Map<string | null, Promise<void>>();
  const known = new Map<string | null, Settings>();
  let generation = 0;
  const folderOf = (uri: string) => path(uri)?.replace(/\/[^/]*$/, "") ?? null;
  const readFor = async (folder: string | null, asked: number) => {
    const file = folder === null ? null : await projectFile(folder || "/", read);
    const found = await project(file, await user(), read);
    // What was to be forgotten meanwhile must not come back.
    if (asked !== generation) return;
    known.set(folder, found.settings);
    tell(found);
  };
  return {
    load(uri) {
      const folder = folderOf(uri);
      const reads = reading.get(folder) ?? readFor(folder, generation);
      reading.set(folder, reads);
      return reads;
    },
    of: (uri) => ({ settings: known.get(folderOf(uri)) ?? defaults, path: path(uri) }),
    forget() {
      generation++;
      reading.clear();
    },
  };
}
