import { memo } from "../text/memo.ts";
import { bit, classes, light } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import type { Statement } from "./statement.ts";

/** What comes in and goes out is named by its deed. */
const DEEDS = bit("inflow") | bit("outflow") | bit("opening") | bit("closing") | bit("net") | bit("elsewhere");

const EACH = bit("each");

/** Words that name something: no marks, no figures, nothing that only serves. */
export const namesIn = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(
      ({ figure, pos, text, classes }) =>
        figure < 0 &&
        pos !== "mark" &&
        pos !== "t" &&
        pos !== "m" &&
        pos !== "c" &&
        pos !== "d" &&
        (classes & ~DEEDS) === 0 &&
        !light.has(text),
    )
    .map(({ text }) => text);

/** Nouns that do nothing but name. */
export const nounsIn = (tokens: readonly Token[]): string[] =>
  tokens.filter(({ pos, classes }) => pos[0] === "n" && classes === 0).map(({ text }) => text);

/** The words of its own that name what a statement counts; empty where it takes its name over. */
export const nameOf = memo((statement: Statement): readonly string[] => {
  if (statement.label.length > 0 && (statement.gapClasses & EACH) !== 0) return namesIn(statement.label);
  const own = namesIn(statement.own);
  const tail = own.length > 1 || statement.tail[0]?.text === "的" ? [] : namesIn(statement.tail).slice(0, 3);
  return own.length + tail.length > 0 ? [...own, ...tail] : namesIn(statement.label);
});

/** The name of a statement, taken over from the one before in its clause where it has none: 修渠7条42.6公里, 由20天压缩至10天. */
export function fullName(statement: Statement): readonly string[] {
  const own = nameOf(statement);
  const { previous, clause } = statement;
  return own.length === 0 && previous?.clause === clause ? nameOf(previous) : own;
}

/** The name as it is read. */
export const spelledName = (statement: Statement): string => nameOf(statement).join("");

/** How many words, or halves of longer ones, two names share. */
export function shared(a: readonly string[], b: readonly string[]): number {
  let found = 0;
  const other = b.join("|");
  for (const word of a) {
    if (word.length > 1 ? other.includes(word) : b.includes(word))
      found += word.length > 1 || a.length === 1 || b.length === 1 ? 1 : 0.5;
    else if (word.length > 2 && (other.includes(word.slice(0, 2)) || other.includes(word.slice(-2)))) found += 0.5;
  }
  return found;
}

/** Characters of so many deeds that they tell nothing. */
const COMMON = "办理行作工诉";

/** Whether two phrases share a character that is no light word: 整改率 and 整改到位, 破案率 and 破获. */
export function touches(a: string, b: string): boolean {
  for (const char of a)
    if (!COMMON.includes(char) && !light.has(char) && !classes.has(char) && b.includes(char)) return true;
  return false;
}

const RATE_ENDS = ["率", "比例", "比重", "占比", "度"];

/** The stem of a rate's name: 整改 of 整改率; empty where it has none. */
export const stemOf = memo((statement: Statement): string => {
  const words = statement.own.filter(({ figure, pos }) => figure < 0 && pos !== "mark").map(({ text }) => text);
  const said = words.join("");
  for (const end of RATE_ENDS) {
    const at = said.lastIndexOf(end);
    if (at > 0) return said.slice(Math.max(0, at - 8), at);
  }
  // 亏损面为8.8%
  const last = words.findLast((word) => !light.has(word)) ?? "";
  const named = said.slice(0, said.lastIndexOf(last) + last.length);
  return last.endsWith("面") && named.length > 2 && !PLANES.has(last)
    ? named.slice(Math.max(0, named.length - 9), -1)
    : "";
});

/** They end as 亏损面 does, and are no rates. */
const PLANES = new Set([
  "覆盖面",
  "方面",
  "全面",
  "上面",
  "下面",
  "前面",
  "后面",
  "里面",
  "外面",
  "路面",
  "水面",
  "地面",
  "层面",
]);

export const NEGATIVE = bit("negative");
