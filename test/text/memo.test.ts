import { expect, test } from "vitest";
import { memo, memoLast } from "../../server/text/memo.ts";

test("an answer is reckoned once for each object", () => {
  let asked = 0;
  const sum = memo((key: { readonly a: number }) => key.a + ++asked);
  const [one, other] = [{ a: 10 }, { a: 10 }];
  expect([sum(one), sum(one), sum(other)]).toEqual([11, 11, 12]);
});

test("the last answer is given again while all is the same, and handed on where it is not", () => {
  const told: unknown[] = [];
  const joined = memoLast((key: { readonly a: string }, on: readonly string[], before): string => {
    told.push(before);
    return key.a + on.join("");
  });
  const key = { a: "a" };
  expect([joined(key, ["b"]), joined(key, ["b"]), joined(key, ["b", "c"]), joined(key, ["b"])]).toEqual([
    "ab",
    "ab",
    "abc",
    "ab",
  ]);
  expect(told).toEqual([null, { on: ["b"], value: "ab" }, { on: ["b", "c"], value: "abc" }]);
  expect(joined({ a: "d" }, ["b"])).toBe("db");
});
