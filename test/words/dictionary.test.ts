import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { data } from "../../server/words/data.ts";
import { type Dictionary, dictionary, LONGEST, load, withWords } from "../../server/words/dictionary.ts";
import { type Entry, encode } from "../../server/words/encode.ts";
import { POS } from "../../server/words/pos.ts";
import { segment } from "../../server/words/segment.ts";
import { COST, childOf } from "../../server/words/trie.ts";

const bytes = (): Uint8Array => Uint8Array.from(Buffer.from(data, "base64"));

const cut = (text: string, words = dictionary()): string =>
  segment(text, 0, text.length, words)
    .map(({ start, end }) => text.slice(start, end))
    .join("|");

test("words and their parts of speech", () => {
  expect(["同比", "由", "负责人", "增至", "一般公共预算", "上年同期"].map((word) => dictionary().pos(word))).toEqual(
    "d p n v n t".split(" "),
  );
  expect(["", "复", "复议", "复议案件的", "abc", "\ud842"].map((word) => dictionary().has(word))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(dictionary().pos("没有这个词")).toBeUndefined();
});

test("the built-in dictionary has our own terms as they are now", () => {
  const rows = readFileSync("server/words/terms.txt", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" ") as [string, string?]);
  expect(rows.map(([word]) => word).filter((word, i, all) => all.indexOf(word) !== i)).toEqual([]);
  for (const [word, pos = "n"] of rows) {
    if (word.startsWith("-")) expect([word, dictionary().has(word.slice(1))]).toEqual([word, false]);
    else expect([word, dictionary().pos(word)]).toEqual([word, pos]);
  }
});

/** What a word costs, by the tree that it stands in. */
function costIn({ tries: [trie] }: Dictionary, word: string): number {
  const [first, ...rest] = Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
  return trie!.nodes[rest.reduce((node, unit) => childOf(trie!, node, unit), trie!.roots[first!]!)]! & COST;
}

test("what is written is read", () => {
  const entry: fc.Arbitrary<Entry> = fc.record({
    word: fc.oneof(
      fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "丁", "a"), minLength: 1, maxLength: 5 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
    ),
    cost: fc.integer({ min: 1, max: 255 }),
    pos: fc.constantFrom(...POS),
  });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ word }) => word }), fc.string(), (entries, other) => {
      const words = load(encode(entries));
      for (const { word, cost, pos } of entries) {
        expect(words.pos(word)).toBe(pos);
        expect(costIn(words, word)).toBe(cost);
      }
      expect(words.has(other)).toBe(entries.some(({ word }) => word === other));
    }),
  );
});

test("bytes may begin anywhere in their buffer", () => {
  const shifted = Buffer.concat([Uint8Array.of(0), bytes()]);
  for (const file of [shifted.subarray(1), new Uint8Array(shifted).subarray(1)])
    expect(cut("复议案件", load(file))).toBe("复议|案件");
});

test("a changed, lost or added byte is an Error and never a wrong cut", () => {
  const whole = bytes();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = whole.slice();
      damaged[at]! ^= change;
      expect(() => load(damaged)).toThrow(/^words: /);
      expect(() => load(whole.subarray(0, at))).toThrow(/^words: /);
    }),
    { numRuns: 200 },
  );
  expect(() => load(Uint8Array.of(...whole.subarray(0, 64), 0))).toThrow(/^words: /);
  expect(() => load(new TextEncoder().encode("<!doctype html><title>404</title>"))).toThrow("not a dictionary");
});

test("two stretches that changed places are an Error", () => {
  const whole = bytes();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (a, b) => {
      const [one, other] = [whole.slice(a * 64, a * 64 + 64), whole.slice((a + b) * 64, (a + b) * 64 + 64)];
      fc.pre(Buffer.compare(one, other) !== 0 && other.length === 64);
      const damaged = whole.slice();
      damaged.set(other, a * 64);
      damaged.set(one, (a + b) * 64);
      expect(() => load(damaged)).toThrow("damaged");
    }),
  );
});

test("a browser reads the built-in dictionary as Node does", async () => {
  vi.resetModules();
  const fresh = await import("../../server/words/dictionary.ts");
  vi.stubGlobal("Buffer", undefined);
  const words = fresh.dictionary();
  vi.unstubAllGlobals();
  expect(cut("复议案件", words)).toBe("复议|案件");
});

test("a project's words lie on top of the others, which stay as they are", () => {
  const own = withWords(dictionary(), [
    { word: "村掌柜" },
    { word: "“一网通办”专区" },
    { word: "12345热线", pos: "nt" },
    { word: "增至" },
  ]);
  expect(cut("村掌柜到“一网通办”专区拨打12345热线", own)).toBe("村掌柜|到|“一网通办”专区|拨打|12345热线");
  expect(cut("村掌柜拨打12345热线")).toBe("村|掌柜|拨打|12345|热线");
  expect(["村掌柜", "12345热线", "增至", "复议", "村掌"].map(own.pos)).toEqual(["n", "nt", "v", "n", undefined]);
  expect(cut("村掌柜和法治夜市", withWords(own, [{ word: "法治夜市" }]))).toBe("村掌柜|和|法治夜市");
});

test("a word does not end within digits or letters", () =>
  expect(cut("热线123456", withWords(dictionary(), [{ word: "热线12345" }]))).toBe("热线|123456"));

test("words that are none are left out", () => {
  const long = "啊".repeat(LONGEST + 1);
  expect(withWords(dictionary(), [{ word: "" }, { word: long }]).has(long)).toBe(false);
  expect(withWords(dictionary(), [])).toBe(dictionary());
});

test("a long word of a project leaves the time linear", { retry: 3 }, () => {
  const own = withWords(dictionary(), [{ word: "啊".repeat(LONGEST) }]);
  const time = (length: number) => {
    const text = "啊".repeat(length);
    const before = performance.now();
    segment(text, 0, length, own);
    return performance.now() - before;
  };
  time(50_000);
  expect(time(500_000) / time(50_000)).toBeLessThan(60);
});
