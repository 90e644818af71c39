import { defineConfig } from "vitest/config";

/** Samples are many, and machines are shared. */
export default defineConfig({ test: { testTimeout: 60_000, globalSetup: "test/published.ts" } });
