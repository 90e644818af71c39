import { folderOf, pathFrom } from "../config/path.ts";
import type { Project } from "../config/project.ts";
import { SUPPRESSIONS_FILE, withSuppression } from "../config/suppressions.ts";
import type { SuppressRequest } from "../ide/suppressions.ts";
import { fileIn } from "../lint/suppress.ts";
import { type Message, say } from "../text/message.ts";
import type { Outside } from "./outside.ts";

/**
 * Takes down that something is no fault, in the file of the nearest folder that has one; else beside the project file,
 * in the editor's folder, or beside the report.
 * @param roots the folders that the editor has open; absolute, with slashes
 * @returns what stood in the way, or null
 */
export async function suppress(
  { uri, reason, ...request }: SuppressRequest,
  { suppressions, layers }: Project,
  roots: readonly string[],
  outside: Outside,
): Promise<Message | null> {
  const path = outside.path(uri);
  if (path === null) return UNSAVED;
  const file = layers.at(-1)?.file ?? null;
  const folders = [suppressions?.folder ?? [], file === null ? [] : folderOf(file), ...roots, folderOf(path)].flat();
  const folder = folders.find((each) => fileIn(each, path) !== null)!;
  const entry = { file: fileIn(folder, path)!, ...request, reason: reason ?? "已核对，不是错误。" };
  const text = withSuppression(suppressions, entry);
  if (typeof text !== "string") return text;
  try {
    await outside.write(pathFrom(folder, SUPPRESSIONS_FILE), text);
    return null;
  } catch (error) {
    return say(`写不进 ${SUPPRESSIONS_FILE}（${error}）。`, `${SUPPRESSIONS_FILE} cannot be written (${error}).`);
  }
}

const UNSAVED = say("请先保存这个文件，再标记。", "Please save this file first.");
