import fc from "fast-check";
import { expect, test } from "vitest";
import { among, finder, which } from "../../server/text/finder.ts";

const UNITS = [..."学习一二，。a\u{1F600}"];
const text = fc.array(fc.constantFrom(...UNITS), { maxLength: 30 }).map((units) => units.join(""));
const words = fc.oneof(
  fc.array(
    fc.array(fc.constantFrom(...UNITS), { maxLength: 4 }).map((units) => units.join("")),
    { maxLength: 12 },
  ),
  // So many that they are looked up by whole code units.
  fc.constant(UNITS.flatMap((a) => UNITS.map((b) => a + b))),
);

/** Where each word of a list stands, by place in the text and then in the list. */
const places = (list: readonly string[], text: string): [word: number, at: number][] =>
  [...text.split("").keys()].flatMap((at) =>
    list.flatMap((word, place): [number, number][] => (word !== "" && text.startsWith(word, at) ? [[place, at]] : [])),
  );

test("all words are met wherever they stand", () =>
  fc.assert(
    fc.property(words, text, (list, text) => {
      const met: [number, number][] = [];
      finder(list)(text, (word, at) => {
        met.push([word, at]);
        return at;
      });
      expect(met).toEqual(places(list, text));
    }),
  ));

test("what one answers to be done with is passed over", () => {
  const met: string[] = [];
  const list = ["行政复议", "行政", "复议"];
  finder(list)("行政复议、行政、复议", (word, at) => {
    met.push(list[word]!);
    return at + list[word]!.length;
  });
  expect(met).toEqual(["行政复议", "行政", "复议"]);
});

test("whether any of some words, and which of some lists, has a word in a text", () =>
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), text, (lists, text) => {
      const held = lists.map((list) => places(list, text).length > 0);
      expect([...which(lists)(text)]).toEqual(held.map(Number));
      expect(lists.map((list) => among(list)(text))).toEqual(held);
    }),
  ));
