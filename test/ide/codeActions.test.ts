import { describe, expect, test } from "vitest";
import { CodeActionKind, CodeActionTriggerKind } from "vscode-languageserver-types";
import { codeActions, FIX_ALL } from "../../server/ide/codeActions.ts";
import { diagnostics } from "../../server/ide/diagnostics.ts";
import { edited, open, URI } from "./kit.ts";

const STYLE = "structure/numbering-style";
const NUMBERS = "structure/numbering";
const HEAD = "青山县司法局2024年工作总结\n";

async function actions(marked: string, rules: readonly string[], context: object = {}) {
  const { snapshot, range } = await open(marked, rules);
  const all = codeActions(snapshot, {
    textDocument: { uri: URI },
    range,
    context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic, ...context },
  });
  return { snapshot, found: all.filter(({ edit }) => edit), declared: all.filter(({ command }) => command) };
}

async function check(marked: string, rules: readonly string[], context: object, fixed: string): Promise<void> {
  const { snapshot, found } = await actions(marked, rules, context);
  expect(edited(snapshot, found[0]?.edit?.changes?.[URI] ?? [])).toBe(fixed);
}

describe("quick fixes", () => {
  const draft = (one: string, two: string) => `${HEAD}一、2024年工作总结\n${one}抓学习\n学了。\n${two}抓执法\n查了。\n`;

  test("mend the finding under the cursor", () =>
    check(draft("（一）‸、", "（二）、"), [STYLE], {}, draft("（一）", "（二）、")));

  test("belong to the diagnostic that they mend", async () => {
    const { snapshot, found } = await actions(draft("（一）‸、", "（二）、"), [STYLE]);
    expect(found.map(({ diagnostics }) => diagnostics)).toEqual([[diagnostics(snapshot)[0]]]);
  });

  test("are found at either end of it, but not on the next line", async () => {
    const titles = async (marked: string) => (await actions(marked, ["residue/web-text"])).found.length;
    expect(await titles(`${HEAD}‸发布时间：2025-01-20\n一、2024年工作总结\n`)).toBe(1);
    expect(await titles(`${HEAD}发布时间：2025-01-20\n‸一、2024年工作总结\n`)).toBe(0);
  });

  test("are none where nothing is wrong", async () => {
    const { found } = await actions(draft("（一）‸", "（二）"), [STYLE, NUMBERS]);
    expect(found).toEqual([]);
  });

  test("come with one for all that is safe only when they were asked for", async () => {
    const kinds = async (context: object) =>
      (await actions(draft("（一）‸、", "（二）、"), [STYLE], context)).found.map(({ kind }) => kind);
    expect(await kinds({})).toEqual([CodeActionKind.QuickFix]);
    expect(await kinds({ triggerKind: CodeActionTriggerKind.Invoked })).toEqual([CodeActionKind.QuickFix, FIX_ALL]);
    expect(await kinds({ only: [CodeActionKind.Source] })).toEqual([FIX_ALL]);
    expect(await kinds({ only: [CodeActionKind.SourceFixAll] })).toEqual([FIX_ALL]);
    expect(await kinds({ only: [CodeActionKind.Refactor] })).toEqual([]);
  });
});

describe("what is no fault", () => {
  test("can be said of one finding, or of its rule in the whole file", async () => {
    const { declared } = await actions(`${HEAD}一、2024年工作总结\n（一）‸、抓学习\n学了。\n`, [STYLE]);
    expect(declared.map(({ title }) => title)).toEqual([
      "“（一）、”不是错误，不再提示（structure/numbering-style）",
      "本文件忽略此规则（structure/numbering-style）",
    ]);
    expect(declared.map(({ command }) => command?.arguments?.[0])).toEqual([
      { uri: URI, rule: STYLE, finding: expect.stringMatching(/^[0-9a-f]{16}$/), text: "（一）、" },
      { uri: URI, rule: STYLE },
    ]);
  });
});

describe("fix all", () => {
  const all = { only: [CodeActionKind.SourceFixAll] };
  const draft = (one: string, two: string, three = "2025年工作计划") =>
    `${HEAD}一、2024年工作总结\n${one}抓学习\n学了。\n${two}抓执法\n查了。\n二、${three}\n继续。\n`;

  test("mends all that is safe", () => check(draft("（一）、", "（二）、"), [STYLE], all, draft("（一）", "（二）")));

  test("leaves to the writer what is not", async () => {
    const { found } = await actions(draft("（一）", "（二）"), ["structure/missing-section"], all);
    expect(found).toEqual([]);
  });
});
