import { setFlagsFromString } from "node:v8";

/** The characters from which on it pays to have V8 optimise the program. */
const PAYS_FROM = 64 * 1024;

let read = 0;

/**
 * Starts without V8's optimiser: checking a report or two is over before it has earned the time that it takes from the
 * start, a third of the whole.
 */
export function pause(): void {
  setFlagsFromString("--no-opt");
  setFlagsFromString("--no-regexp-tier-up");
}

/**
 * Sets it to work, from here on. Regular expressions stay as they are compiled: V8 crashes where those compiled before
 * are to tier up after all.
 */
export function resume(): void {
  setFlagsFromString("--opt");
}

/** To be told of every text that is to be checked: sets the optimiser to work once there is enough to do. */
export function expect(characters: number): void {
  const before = read;
  read += characters;
  if (before < PAYS_FROM && read >= PAYS_FROM) resume();
}
