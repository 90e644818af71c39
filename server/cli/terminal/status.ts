/** What the program says to whoever started it when it ends. */
export type Status = 0 | 1 | 2;

export const SOUND = 0;
/** There are findings at the level that was asked to fail. */
export const FAULTY = 1;
/** Wrong usage, unreadable input, invalid configuration. */
export const UNUSABLE = 2;
