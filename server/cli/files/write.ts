import { lstatSync, statSync } from "node:fs";
import { bytesOf, NotPlain } from "../../disk/read.ts";
import { writeOut, writeWhole } from "../../disk/write.ts";
import { type Decoded, decode } from "../../text/decode.ts";
import { reencode } from "../../text/encode.ts";
import { type Message, say } from "../../text/message.ts";

const OWNER_WRITES = 0o200;

export interface Replacing {
  /** Whether to write through a link; if left out, a file that has become one meanwhile is left as it is. */
  readonly follow?: boolean;
}

/**
 * Puts a text in the place of the one that was read, in the same encoding, all at once: whoever reads the file sees
 * the old text or the new one. A file that may not be written, or that has changed since, is left as it is.
 * @returns what stood in the way, or null
 */
export function replace(path: string, read: Decoded, text: string, { follow = false }: Replacing = {}): Message | null {
  return obstacle(() => {
    if (!follow && lstatSync(path).isSymbolicLink()) return CHANGED;
    if (!(statSync(path).mode & OWNER_WRITES)) return READ_ONLY;
    const bytes = bytesOf(path);
    const now = decode(bytes);
    if (now?.text !== read.text || now.encoding !== read.encoding || now.bom !== read.bom) return CHANGED;
    writeWhole(path, reencode(text, read, bytes));
    return null;
  });
}

/** Writes a file of our own making, all at once. @returns what stood in the way, or null */
export const write = (path: string, text: string): Message | null =>
  obstacle(() => {
    writeWhole(path, text);
    return null;
  });

/** Writes to where the writer says, be it a file or not. @returns what stood in the way, or null */
export const writeTo = (path: string, text: string): Message | null =>
  obstacle(() => {
    writeOut(path, text);
    return null;
  });

function obstacle(attempt: () => Message | null): Message | null {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof NotPlain) return NOT_PLAIN;
    const { code, message } = error as NodeJS.ErrnoException;
    const why = OBSTACLES[code ?? ""] ?? say(code ?? message, code ?? message);
    return say(`写不进这个文件（${why.zh}），没有改动。`, `It cannot be written (${why.en}); unchanged.`);
  }
}

const OBSTACLES: Readonly<Record<string, Message>> = {
  ENOSPC: say("磁盘已满", "the disk is full"),
  EDQUOT: say("磁盘配额已满", "the disk quota is used up"),
  ENOENT: say("所在的文件夹不存在", "the folder that it is to lie in does not exist"),
  EACCES: say("没有权限", "it may not be written"),
  EPERM: say("没有权限", "it may not be written"),
  EROFS: say("磁盘只能读", "the disk can only be read"),
};

const NOT_PLAIN = say("不是普通文件，没有写。", "This is no plain file and was not written.");

const READ_ONLY = say("文件是只读的，没有改动。", "The file is read-only and was left as it is.");

const CHANGED = say(
  "检查期间文件被别处改过，没有改动。请再运行一次。",
  "The file was changed meanwhile and was left as it is; please run this again.",
);
