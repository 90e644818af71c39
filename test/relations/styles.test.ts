import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { told } from "./told.ts";

/** Sentences of many departments and manners. {right|wrong} holds a figure and what a slip would make of it. */
const lines = readFileSync(new URL("./styles.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

const SLIP = /\{([^|{}]*)\|([^|{}]*)\}/g;

test.each(lines)("%s", (line) => {
  const right = line.replace(SLIP, "$1");
  expect(told(right).map(({ rule, message }) => `${rule} ${message.zh}`)).toEqual([]);
  const wrong = line.replace(SLIP, "$2");
  if (wrong !== right) expect(told(wrong)).not.toEqual([]);
});
