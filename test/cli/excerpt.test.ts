import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt } from "../../server/cli/terminal/excerpt.ts";
import { columnsOf, printable } from "../../server/cli/terminal/printable.ts";
import { unmark } from "../kit.ts";

const drawn = (marked: string, columns = 24): string => {
  const { text, spans } = unmark(marked);
  const { line, marks } = excerpt(text, spans[0]!, columns);
  return `${line}\n${marks}`;
};

test.each([
  ["⟦截止⟧6月", "截止6月\n^^^^"],
  ["共12件，⟦截止⟧6月", "共12件，截止6月\n        ^^^^"],
  ["abc⟦⟧", "abc\n   ^"],
  ["①é👍⟦x⟧", "①é👍x\n    ^"],
  ["\u001b[31m\t⟦x⟧", "\ufffd[31m x\n      ^"],
])("the marks stand under %s", (marked, expected) => expect(drawn(marked)).toBe(expected));

test("a long line is cut around the fault", () => {
  expect(drawn(`${"前".repeat(50)}⟦截止⟧${"后".repeat(50)}`)).toBe("…前前前截止后后后后后后…\n       ^^^^");
  expect(drawn(`⟦截止⟧${"后".repeat(50)}`)).toBe("截止后后后后后后后后后…\n^^^^");
  expect(drawn(`${"前".repeat(50)}⟦截止⟧`)).toBe("…前前前前前前前前前截止\n                   ^^^^");
});

test("a long fault is cut", () => {
  expect(drawn(`⟦${"错".repeat(50)}⟧`)).toBe(`${"错".repeat(11)}…\n${"^".repeat(22)}`);
});

test("no line is wider than asked, and the marks never reach beyond it", () => {
  const character = fc.constantFrom("汉", "a", "，", ",", "\t", "👍", "é", "①", "\u200b");
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 120 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 20, max: 80 }),
      (cs, a, b, columns) => {
        const text = cs.join("");
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const { line, marks } = excerpt(text, { start, end }, columns);
        expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(marks.length).toBeLessThanOrEqual(columnsOf(line) + 1);
        expect(line).toBe(printable(line));
      },
    ),
    { seed: 7 },
  );
});
