import { chineseAt } from "../figures/chinese.ts";
import { isClassNoun } from "../statements/identity.ts";
import { nameOf } from "../statements/name.ts";
import { rowTold } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { asAll, type Constraint } from "./constraint.ts";
import { isLevel, sameUnit } from "./reach.ts";

/** How many statements back the row is looked for. */
const REACH = 20;
/** No more of a row are taken together. */
const MOST = 6;

/** Totals of some items of a row told before them, which they name (城建和交通两类合计90件) or take from its beginning (前三类共120件). */
export function* chosen(statements: readonly Statement[]): Generator<Constraint> {
  for (const whole of statements) {
    if (!isLevel(whole) || !sumsUp(statements, whole)) continue;
    const row = rowTold(statements, whole, REACH, ({ items }) => sameUnit(items[0]!, whole));
    const parts = row ? (foremost(statements, whole, row.items) ?? named(statements, whole, row.items)) : null;
    if (parts) yield { kind: "sum", form: "sum", claim: whole, operands: asAll("part", parts), cost: 0 };
  }
}

/** The items of a row that a share names together: A、B两级占, 食品、价格两类占; null where it names none. */
export function namedTogether(statements: readonly Statement[], share: Statement): readonly Statement[] | null {
  if (share.standing !== "share" || !sumsUp(statements, share)) return null;
  const row = rowTold(statements, share, REACH, ({ items }) => items.every(isLevel));
  return row ? named(statements, share, row.items) : null;
}

/** The words of a total, back to the last mark that a count stands before. */
const wordsOf = (statements: readonly Statement[], whole: Statement): string => {
  const near = statements[whole.index - 1];
  const number = near?.clause === whole.clause && near.group === whole.group && !sameUnit(near, whole) ? near : null;
  const numeral = number ? number.paragraph.folded.slice(number.figure.span.start, number.figure.span.end) : "";
  return (number ? said(number.gap) + numeral : "") + said(whole.gap);
};

const TOGETHER = "合计 合起来 加起来 相加 之和 共 共计 两类 三类 两项 三项 两个 三个 两级 两档 两种".split(" ");
const sumsUp = (statements: readonly Statement[], whole: Statement): boolean =>
  does(whole.ownClasses, "sum", "both") || TOGETHER.some((word) => wordsOf(statements, whole).includes(word));

/** 前两大行业: as many as it says, from the first. */
function foremost(
  statements: readonly Statement[],
  whole: Statement,
  items: readonly Statement[],
): readonly Statement[] | null {
  const words = wordsOf(statements, whole);
  const at = words.lastIndexOf("前");
  const number = at < 0 ? null : chineseAt(words, at + 1)?.value;
  return number && number > 1 && number < items.length && number <= MOST && !TIMES.includes(words[at + 2] ?? "")
    ? items.slice(0, number)
    : null;
}
/** 前三季度, 前两年: of a time, which rows of other things may hold, too. */
const TIMES = "季月年天周批次";

const isLetter = (name: string): boolean => name >= "A" && name <= "Z";

/** The items of a row that a total names, each by all of its own words. */
function named(
  statements: readonly Statement[],
  whole: Statement,
  items: readonly Statement[],
): readonly Statement[] | null {
  const words = wordsOf(statements, whole);
  const parts = items.filter((s) => {
    const name = nameOf(s).at(-1) ?? "";
    return (name.length > 1 || isLetter(name)) && !isClassNoun(name) && words.includes(name);
  });
  return parts.length > 1 && parts.length < items.length ? parts : null;
}
