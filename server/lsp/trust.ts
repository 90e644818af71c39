import { folderOf } from "../config/path.ts";
import { type Message, say } from "../text/message.ts";
import type { Outside } from "./outside.ts";

/**
 * The machine as it is shown to folders that nobody has declared to be safe: nothing outside of them is read or
 * written, wherever a path or a link leads.
 * @param roots absolute, with slashes
 */
export function confined(outside: Outside, roots: readonly string[]): Outside {
  const ends = Promise.all(roots.map((root) => outside.real(root)));
  const lies = async (path: string): Promise<boolean> => {
    // Asked first, so that a path to another machine is not even looked up.
    if (!roots.some((root) => isWithin(path, root))) return false;
    const end = await endOf(path, outside);
    return (await ends).some((root) => root !== null && end !== null && isWithin(end, root));
  };
  return {
    ...outside,
    read: async (path) => ((await lies(path)) ? outside.read(path) : BEYOND),
    async write(path, text) {
      if (!(await lies(path))) throw new Error(BEYOND.en);
      await outside.write(path, text);
    },
  };
}

/** Where a path leads; of one that is not there yet, where the folder leads that it is to lie in. */
async function endOf(path: string, outside: Outside): Promise<string | null> {
  const end = await outside.real(path);
  const above = folderOf(path);
  return end ?? (above === path ? null : endOf(above, outside));
}

const isWithin = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.replace(/\/{0,9}$/, "/"));

const BEYOND: Message = say(
  "文件夹未受信任，没有读它以外的文件。要读，请先信任这个文件夹。",
  "The folder is not trusted, and nothing outside of it is read; trust it to have this read.",
);
