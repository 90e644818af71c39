import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from "node:fs";
import { open, stat } from "node:fs/promises";

/** The most bytes that are read of one file. */
export const LARGEST = 64 * 1024 * 1024;

/** What is there and yet not read: a pipe, a socket, a device or a folder. */
export class NotPlain extends Error {}

/** A file of more than `LARGEST` bytes. */
export class TooLarge extends Error {
  constructor(readonly size: number) {
    super(`${size} bytes`);
  }
}

/**
 * Only what is a plain file is opened; should a pipe have come into its place just then, opening it must not wait for
 * whoever is to come to its other end. Windows knows no such wait.
 */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** All bytes of a plain file. @throws NotPlain, TooLarge, or what the system has against it */
export function bytesOf(path: string): Uint8Array {
  refuseUnfit(statSync(path));
  const file = openSync(path, WITHOUT_WAITING);
  try {
    refuseUnfit(fstatSync(file));
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** The same, while others are served. */
export async function bytesLater(path: string): Promise<Uint8Array> {
  refuseUnfit(await stat(path));
  const file = await open(path, WITHOUT_WAITING);
  try {
    refuseUnfit(await file.stat());
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function refuseUnfit(about: Stats): void {
  if (!about.isFile()) throw new NotPlain();
  if (about.size > LARGEST) throw new TooLarge(about.size);
}
