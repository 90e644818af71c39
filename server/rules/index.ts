import type { AnyRule } from "./rule.ts";

/** Every rule there is; a new one costs its file and one line here. */
export const rules: readonly AnyRule[] = [];
