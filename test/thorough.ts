/** Whether all is tried (`npm run test:full`); `npm test` tries a part of what there is very much of. */
export const thorough = process.env.MODE === "thorough";

/** All of some things, or every n-th of them where not all is tried, from the one at `from` on. */
export const part = <T>(all: readonly T[], every: number, from = 0): readonly T[] =>
  thorough ? all : all.filter((_, i) => i % every === from % every);
