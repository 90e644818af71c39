import { defineConfig } from "vitest/config";

// One editor at a time, its steps in order: they share two cores, and the second step builds on the first.
export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ["*.drive.ts"],
    fileParallelism: false,
    bail: 0,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000 } },
    reporters: ["verbose"],
  },
});
