import { expect, test } from "vitest";
import { memo, memoLast } from "../../server/text/memo.ts";

test("an answer is reckoned once for each object", () => {
  let asked = 0;
  const sum = memo((key: { readonly a: number }) => key.a + ++asked);
  const [one, other] = [{ a: 10 }, { a: 10 }];
  expect([sum(one), sum(one), sum(other)]).toEqual([11, 11, 12]);
});

test("the last answer is given again while all is the same", () => {
  let asked = 0;
  const joined = memoLast((key: { readonly a: string }, on: readonly string[]) => `${key.a}${on.join("")}${++asked}`);
  const key = { a: "a" };
  expect([["b"], ["b"], ["b", "c"], ["c", "b"], ["b"]].map((on) => joined(key, on))).toEqual([
    "ab1",
    "ab1",
    "abc2",
    "acb3",
    "ab4",
  ]);
  expect(joined({ a: "d" }, ["b"])).toBe("db5");
});
