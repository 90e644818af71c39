import { expect, test } from "vitest";
import { eachDraft } from "../../server/cli/files/drafts.ts";
import type { Terminal } from "../../server/cli/terminal/terminal.ts";
import { isWatched } from "../watched.ts";
import { FAULTY, folder } from "./kit.ts";

/** A terminal in a folder with three drafts. */
const quiet = (err: (text: string) => void): Terminal => ({
  folder: folder({ "a.txt": FAULTY, "b.txt": FAULTY, "c.txt": FAULTY }),
  columns: 60,
  colour: false,
  out: () => {},
  err,
  input: async () => new Uint8Array(),
});

test.each([
  ["work", 1],
  ["work", 3],
  ["finish", 1],
])("a failure in the %s of one file is named, with %i at once, and the others are done", async (step, ahead) => {
  const told: string[] = [];
  const done: string[] = [];
  const terminal = quiet((text) => void told.push(text));
  const failOn = (here: string, name: string): string => {
    if (here === step && name === "b.txt") throw new RangeError("too far");
    return name;
  };
  const usable = await eachDraft(["."], { locale: "zh" }, terminal, {
    ahead,
    work: ({ name }) => failOn("work", name),
    finish: (name) => done.push(failOn("finish", name)) > 0,
  });
  expect(usable).toBe(false);
  expect(done).toEqual(["a.txt", "c.txt"]);
  expect(told).toEqual([expect.stringMatching(/^b\.txt：.*RangeError: too far/)]);
});

test("only work is stopped when it takes too long, and neither its handing over nor what is done with it", async () => {
  const watched: string[] = [];
  const note = (step: string): boolean => watched.push(`${step} ${isWatched()}`) > 0;
  const task = { work: () => note("work"), finish: () => note("finish") };
  await eachDraft(
    ["a.txt"],
    { locale: "zh" },
    quiet(() => {}),
    task,
  );
  const elsewhere = async () => note("elsewhere");
  await eachDraft(
    ["a.txt"],
    { locale: "zh" },
    quiet(() => {}),
    { ...task, elsewhere },
  );
  expect(watched).toEqual(["work true", "finish false", "elsewhere false", "finish false"]);
});
