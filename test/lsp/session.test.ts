import { afterEach, expect, test, vi } from "vitest";
import type { Connection } from "vscode-languageserver";
import type { Outside } from "../../server/lsp/outside.ts";
import { session } from "../../server/lsp/session.ts";
import { rules } from "../../server/rules/index.ts";
import { FAULTY } from "../cli/kit.ts";
import { isWatched } from "../watched.ts";

afterEach(() => void vi.restoreAllMocks());

test("a rule that fails is told once, when nothing can stop the telling any more", async () => {
  const rule = rules.find(({ scope, needs }) => scope === "paragraph" && needs === undefined)!;
  vi.spyOn(rule, "check").mockImplementation(() => {
    throw new RangeError("too far");
  });
  const told: string[] = [];
  const error = (text: string): void => void told.push(`${isWatched()} ${text.split("\n")[0]}`);
  const connection = { console: { error, warn: error } } as unknown as Connection;
  const outside: Outside = {
    version: "1.0.0",
    rulePage: () => null,
    isRulePage: () => false,
    path: () => null,
    uri: (path) => path,
    read: async () => null,
    real: async () => null,
    write: async () => {},
  };
  const { host, of } = session(connection, outside, {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  host.open({ uri: "a", path: null, language: "govreport", version: 1, text: FAULTY });
  for (const _ of [1, 2]) expect(await of("a", isWatched)).toBe(true);
  expect(told).toEqual([`false 规则 ${rule.id} 出了错，这次没有查它；其余规则照常。`]);
});
