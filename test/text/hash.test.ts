import fnv1a from "@sindresorhus/fnv1a";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hash, hex } from "../../server/text/hash.ts";

test("a text has the hash of FNV-1a, in one piece or in two", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      const expected = fnv1a(a + b, { size: 64 })
        .toString(16)
        .padStart(16, "0");
      expect(hex(hash(a + b))).toBe(expected);
      expect(hex(hash(b, hash(a)))).toBe(expected);
    }),
    { seed: 7, numRuns: 500 },
  );
});
