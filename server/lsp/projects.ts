import { folderOf } from "../config/path.ts";
import { type Project, project, projectFile, withSuppressions } from "../config/project.ts";
import type { Outside } from "./outside.ts";

/** What is in force where: an editor's settings with the project files, each read when first needed. */
export interface Projects {
  /** What holds for a document; the very same value until it is forgotten. */
  of(uri: string): Promise<Project>;
  /** Has everything read again. */
  forget(): void;
}

/**
 * @param trusts whether the folders that are open are trusted at this moment
 * @param user asks the editor for its own settings
 * @param tell is given each project as it has been read, with what is wrong in it
 */
export function projects(
  { path, read }: Outside,
  trusts: () => boolean,
  user: () => Promise<unknown>,
  tell: (project: Project) => void,
): Projects {
  const known = new Map<string | null, Promise<Project>>();
  const readFor = async (folder: string | null): Promise<Project> =>
    folder === null
      ? project(null, await user(), read)
      : withSuppressions(await project(await projectFile(folder, read), await user(), read, trusts()), folder, read);
  return {
    of(uri) {
      const place = path(uri);
      const folder = place === null ? null : folderOf(place);
      const before = known.get(folder);
      if (before) return before;
      const found = readFor(folder);
      known.set(folder, found);
      void found.then((project) => {
        // What was to be forgotten meanwhile is told anew by whoever asks next.
        if (known.get(folder) === found) tell(project);
      });
      return found;
    },
    forget: () => known.clear(),
  };
}
