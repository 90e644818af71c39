import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Decoded, decode } from "../text/decode.ts";
import { encode } from "../text/encode.ts";
import { type Message, say } from "../text/message.ts";

const OWNER_WRITES = 0o200;

/**
 * Puts a text in the place of the one that was read, in the same encoding, all at once: whoever reads the file sees
 * the old text or the new one. A file that may not be written, or that has changed since, is left as it is.
 * @returns what stood in the way, or null
 */
export function replace(path: string, read: Decoded, text: string): Message | null {
  try {
    const target = realpathSync(path);
    const { mode } = statSync(target);
    if (!(mode & OWNER_WRITES)) return READ_ONLY;
    const now = decode(readFileSync(target));
    if (now?.text !== read.text || now.encoding !== read.encoding || now.bom !== read.bom) return CHANGED;
    const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    try {
      writeFileSync(draft, encode({ ...read, text }), { flag: "wx" });
      chmodSync(draft, mode);
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return say(
      `写不进这个文件（${code ?? message}），没有改动。`,
      `It cannot be written (${code ?? message}); unchanged.`,
    );
  }
}

const READ_ONLY = say("文件是只读的，没有改动。", "The file is read-only and was left as it is.");

const CHANGED = say(
  "检查期间文件被别处改过，没有改动。请再运行一次。",
  "The file was changed meanwhile and was left as it is; please run this again.",
);
