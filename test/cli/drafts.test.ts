import { expect, test } from "vitest";
import { eachDraft } from "../../server/cli/drafts.ts";
import { FAULTY, folder } from "./kit.ts";

test.each([
  ["work", 1],
  ["work", 3],
  ["finish", 1],
])("a failure in the %s of one file is named, with %i at once, and the others are done", async (step, ahead) => {
  const told: string[] = [];
  const done: string[] = [];
  const terminal = {
    folder: folder({ "a.txt": FAULTY, "b.txt": FAULTY, "c.txt": FAULTY }),
    columns: 60,
    colour: false,
    out: () => {},
    err: (text: string) => void told.push(text),
    input: async () => new Uint8Array(),
  };
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
