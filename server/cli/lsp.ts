import { createRequire } from "node:module";

/** `govreport lsp`: the language server, a bundle of its own beside this one, so that other commands start lean. */
export const runLsp = (): void => void createRequire(__filename)("./server.cjs");
