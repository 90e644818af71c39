import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build, type Editor, folder, PULLS, start, uriOf, write } from "./kit.ts";

beforeAll(build);
afterAll(() => rmSync(folder, { recursive: true }));

const OFF = JSON.stringify({ rules: { "structure/numbering": "off" } });
const DRAFT = "青山县司法局2024年工作总结\n\n一、2024年工作总结\n学了十次。\n三、存在的问题\n人手不足。\n";
const OWN = JSON.stringify({ extends: "work-summary", id: "own-kind", recognise: { title: [["纪要"]] } });

/** Opens the folder `work`, which nobody has said to be safe. */
const visit = (trusted = false): Promise<Editor> =>
  start({
    capabilities: PULLS,
    workspaceFolders: [{ uri: uriOf("work"), name: "work" }],
    initializationOptions: { trusted },
  });

/** Whether a numbering that is broken is found, as it is where no settings say otherwise. */
async function isFound(editor: Editor, name = "work/a.txt"): Promise<boolean> {
  editor.open(name, DRAFT);
  return (await editor.pull(name)).some(({ code }) => code === "structure/numbering");
}

const messages = async (editor: Editor): Promise<string> =>
  (await editor.published("work/govreport.config.json")).diagnostics.map(({ message }) => message).join("\n");

beforeEach(() => {
  for (const name of ["work", "outside"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name));
  }
  write("outside/off.json", OFF);
});

describe("of a folder that is not trusted", () => {
  test("the settings that lie in it are in force", async () => {
    write("work/govreport.config.json", OFF);
    const editor = await visit();
    expect(await isFound(editor)).toBe(false);
    await editor.quit();
  });

  test("nothing outside is read, by a path or through a link", async () => {
    for (const path of ["../outside/off.json", `${folder}/outside/off.json`, "link.json", "links/off.json"]) {
      write("work/govreport.config.json", JSON.stringify({ extends: path }));
      rmSync(join(folder, "work/link.json"), { force: true });
      rmSync(join(folder, "work/links"), { force: true });
      symlinkSync("../outside/off.json", join(folder, "work/link.json"));
      symlinkSync("../outside", join(folder, "work/links"));
      const editor = await visit();
      expect(await isFound(editor)).toBe(true);
      expect(await messages(editor)).toContain("文件夹未受信任，没有读它以外的文件");
      await editor.quit();
      const trusting = await visit(true);
      expect(await isFound(trusting)).toBe(false);
      await trusting.quit();
    }
  });

  test("settings around it are none of its own", async () => {
    write("govreport.config.json", OFF);
    const editor = await visit();
    expect(await isFound(editor)).toBe(true);
    expect(await isFound(editor, "outside/b.txt")).toBe(true);
    expect(await editor.ask("govreport/file", { textDocument: { uri: uriOf("outside/off.json") } })).toBeNull();
    await editor.quit();
    rmSync(join(folder, "govreport.config.json"));
  });

  test("its own kinds of report are used from the moment on when it is", async () => {
    write("work/own.profile.json", OWN);
    write("work/govreport.config.json", JSON.stringify({ profiles: ["own.profile.json"], profile: "own-kind" }));
    const editor = await visit();
    await isFound(editor);
    expect(await messages(editor)).toContain("没有使用它自带的报告种类");
    await editor.connection.sendNotification("govreport/trusted");
    expect(await messages(editor)).toBe("");
    await isFound(editor);
    const summary = () =>
      editor.ask<{ kind: string }>("govreport/summary", { textDocument: { uri: uriOf("work/a.txt") } });
    expect(await summary()).toMatchObject({ period: "2024年" });
    await editor.quit();
  });

  test("nothing is written outside through a link", async () => {
    symlinkSync("../outside", join(folder, "work/.govreport"));
    const editor = await visit();
    await isFound(editor);
    await editor.ask("workspace/executeCommand", {
      command: "govreport.suppress",
      arguments: [{ uri: uriOf("work/a.txt"), rule: "structure/numbering", reason: "沿用。" }],
    });
    expect(existsSync(join(folder, "outside/suppressions.json"))).toBe(false);
    await editor.quit();
  });
});
