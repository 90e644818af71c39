import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { NotPlain } from "./read.ts";

/**
 * Puts bytes or a text (as UTF-8) into a file, all at once: whoever reads it, even after the power went, finds what was
 * there or what is. Its mode stays; of a link, what it leads to is written.
 * @throws NotPlain on a pipe, a device, a socket or a folder, or what the system has against it; the file is then as it
 * was
 */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about && !about.isFile()) throw new NotPlain();
  swap(about ? realpathSync(path) : path, content, about ?? null);
}

/** What this program has open, by the names that systems give it. */
const OPEN = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/;

/**
 * The same for a place that a writer names himself. A pipe or a device, and what this program has open, gets what is
 * written as it comes, behind what it has already; a pipe that nobody reads keeps the program waiting, as a shell does.
 * @throws NotPlain on a folder, or what the system has against it
 */
export function writeOut(path: string, content: Uint8Array | string): void {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about?.isFIFO() || about?.isCharacterDevice() || OPEN.test(path)) appendFileSync(path, content);
  else writeWhole(path, content);
}

function swap(target: string, content: Uint8Array | string, about: Stats | null): void {
  if (about) accessSync(target, constants.W_OK);
  const folder = dirname(target);
  clear(folder);
  const draft = join(folder, `.govreport-${process.pid}-${Date.now().toString(36)}.tmp`);
  try {
    fill(draft, content, about);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  keep(folder);
}

/** What a file is made with that is to have the mode of another: nobody else opens it before it has. */
const PRIVATE = 0o600;

function fill(draft: string, content: Uint8Array | string, about: Stats | null): void {
  const file = about ? openSync(draft, "wx", PRIVATE) : openSync(draft, "wx");
  try {
    if (about) fchmodSync(file, about.mode);
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Has the system write down which files a folder holds, where it can be asked to. */
function keep(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Windows opens no folders, and some network drives put nothing down when asked.
  }
}

const DRAFT = /^\.govreport-(\d+)-[0-9a-z]+\.tmp$/;

/** From so many milliseconds on, what a program on another machine has not put in its place is given up. */
const STALE = 60_000;

/** The folders that have been cleared: once is enough, as whatever comes after is written by programs that run. */
const cleared = new Set<string>();

/** Takes away what programs left in a folder that were killed while they wrote, when it is first written to. */
function clear(folder: string): void {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      const [, pid] = DRAFT.exec(name) ?? [];
      if (pid === undefined || isRunning(Number(pid))) continue;
      const draft = join(folder, name);
      if (Date.now() - statSync(draft).mtimeMs > STALE) rmSync(draft, { force: true });
    }
  } catch {
    // They do no harm; somebody else may have taken them away.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
