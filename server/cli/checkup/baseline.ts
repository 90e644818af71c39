import { dirname, relative, resolve } from "node:path";
import { accepting, EMPTY_BASELINE, formatBaseline, newSince, parseBaseline } from "../../lint/baseline.ts";
import { type Message, say } from "../../text/message.ts";
import { slashed, textOf } from "../files/find.ts";
import { write } from "../files/write.ts";
import type { Checkup, Finding } from "./checkup.ts";

/** A baseline file in use: findings are held against it, or it is written anew. */
export interface BaselineFile {
  /** The findings that are new; with `update` there are none, as all is accepted. */
  remaining(checkup: Checkup): readonly Finding[];
  /** Writes what has been accepted. @returns what stood in the way, or null */
  close(): Message | null;
}

/**
 * Opens a baseline file.
 * @param update accept all that is found; the file need not exist
 * @returns a message where it cannot be used
 */
export function baselineFile(name: string, folder: string, update: boolean): BaselineFile | Message {
  const file = resolve(folder, name);
  const known = textOf(file);
  if (known === null && !update) return MISSING;
  const parsed = known === null ? EMPTY_BASELINE : parseBaseline(known);
  if (!parsed) return BROKEN;
  let baseline = parsed;
  const nameOf = (path: string | null): string => (path === null ? "-" : slashed(relative(dirname(file), path)));
  return {
    remaining({ path, findings }) {
      const names = findings.map(({ fingerprint }) => fingerprint);
      if (!update) return newSince(baseline, nameOf(path), findings, names);
      baseline = accepting(baseline, nameOf(path), names);
      return [];
    },
    close: () => (update ? write(file, formatBaseline(baseline)) : null),
  };
}

const MISSING = say(
  "找不到这个基线文件；要新建，请加 --update-baseline。",
  "There is no such baseline; add --update-baseline to make one.",
);
const BROKEN = say(
  "这不是基线文件，或已损坏；请另给一个名字，或删去后重建。",
  "This is no baseline, or a broken one; name another, or delete it and make it anew.",
);
