/** The folder that holds a path; the root holds itself. Paths have slashes, on Windows as well. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0)) || "/";

/** Where a path leads that was written in a file of `folder`. */
export function pathFrom(folder: string, path: string): string {
  if (/^(?:\/|[a-z]:\/)/i.test(path)) return path;
  const steps = folder === "/" ? [""] : folder.split("/");
  for (const step of path.split("/")) {
    if (step === "..") steps.splice(Math.max(steps.length - 1, 1));
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/") || "/";
}

/** Where the system's devices are; in /dev/shm, plain files are kept in memory. */
const DEVICES = /^\/(?:dev(?!\/shm\/)|proc|sys)(?:\/|$)/;

/**
 * Whether a path that was written in a file of `folder` names a share of another machine or a device. To open it is
 * already to do something: the other machine is told who asks, and a device may answer for ever.
 */
export function isForeign(folder: string, path: string): boolean {
  const written = path.trim().replaceAll("\\", "/");
  const steps = pathFrom(folder, written).replace(/^\//, "");
  return (
    written.startsWith("//") ||
    DEVICES.test(pathFrom("/", steps)) ||
    /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:[.:][^/]*)?$/i.test(written)
  );
}

/**
 * A pattern in the language of .gitignore, written in a file of `folder`, as one for whole paths: like there, a
 * pattern without a slash names files at any depth.
 */
export function patternFrom(folder: string, pattern: string): string {
  const not = pattern.startsWith("!") ? "!" : "";
  const bare = pattern.slice(not.length).replace(/^\.?\//, "");
  const anchored = pattern.slice(not.length, -1).includes("/");
  const base = folder === "/" ? "" : folder.replace(/[\\*?[\]!# ]/g, "\\$&").replace(/^(?!\/)/, "/");
  return `${not}${base}/${anchored ? "" : "**/"}${bare}`;
}
