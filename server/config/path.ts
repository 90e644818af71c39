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

/**
 * Whether a path, as it was written, names a share of another machine or a device. To open it is already to do
 * something: the other machine is told who asks, and a device may answer for ever.
 */
export function isForeign(path: string): boolean {
  const written = path.trim().replaceAll("\\", "/");
  return (
    written.startsWith("//") ||
    /^\/(?:dev|proc|sys)(?:\/|$)/.test(pathFrom("/", written.replace(/^\//, ""))) ||
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
