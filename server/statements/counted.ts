import { memo } from "../text/memo.ts";
import { bit } from "../words/classes.ts";
import type { Token } from "../words/lexer.ts";
import type { Pos } from "../words/pos.ts";
import { said } from "./said.ts";
import { isReached, type Standing } from "./standing.ts";
import type { Statement } from "./statement.ts";

const MOVE = bit("up") | bit("down");
const [FROM, SHARE, INFLOW, OUTFLOW] = [bit("from"), bit("share"), bit("inflow"), bit("outflow")];
/** What says when, how many together, or against what, and never what. */
const FRAME =
  bit("of") | bit("each") | bit("sum") | bit("earlier") | bit("now") | bit("plus") | bit("comparable") | bit("yearly");

const SERVING: ReadonlySet<Pos> = new Set<Pos>(["d", "p", "c", "u", "t", "r", "m", "q", "f", "mark"]);
const COPULAS = new Set("有 为 是 达 至 到 了 超 超过 突破 多达 高达 仅为 约为 均为 近 约 仅 已".split(" "));
/** Words that begin a comparison; 与 and 和 do where 相比 follows. */
const COMPARING = new Set("比 较 同比 环比 相比 相较 相较于 较之 按年 对比".split(" "));
const AGAINST = new Set(["与", "和", "同"]);
const HELD = new Set(["相比", "相较", "持平", "对比"]);

/** Words that say where, before what is counted there. */
const SCOPES = new Set(
  "全县 全区 全市 全镇 全省 全乡 全州 全局 全系统 我县 我区 我市 我镇 我局 我省 我委 我院 各地 各级 辖区".split(" "),
);

const CHANGES: ReadonlySet<Standing> = new Set<Standing>(["growth", "points", "delta"]);

/** A word that only serves: it stays inside a name (的, 和) and is no end of one. */
const serves = ({ figure, pos, classes, text }: Token): boolean =>
  figure >= 0 || SERVING.has(pos) || (classes & FRAME) !== 0 || COPULAS.has(text);
/** A word that is no part of a name wherever it stands. */
const foreign = ({ figure, pos, classes }: Token): boolean =>
  figure >= 0 || pos === "t" || pos === "d" || pos === "mark" || (classes & FRAME) !== 0;

/** Where the words of a comparison begin that end in a change, or the change itself where there are none. */
export function comparedAt(words: readonly Token[], move: number): number {
  const at = words.findIndex(
    ({ text }, i) =>
      i < move &&
      (COMPARING.has(text) || (AGAINST.has(text) && words.slice(i, move).some((other) => HELD.has(other.text)))),
  );
  return at < 0 ? move : at;
}

/** The place of the word among a statement's own that says which way; -1 where none does. */
export const moveAt = ({ own }: Statement): number => own.findLastIndex(({ classes }) => (classes & MOVE) !== 0);

/** The words before its predicate: what changed, what was reached, what it began from. */
function subject(statement: Statement): readonly Token[] {
  const { own, standing } = statement;
  const move = CHANGES.has(standing) || isReached(statement) ? moveAt(statement) : -1;
  const from = own.findIndex(({ classes, text }) => (classes & FROM) !== 0 && text !== "自");
  const end = Math.min(move < 0 ? own.length : move, standing === "base" && from >= 0 ? from : own.length);
  return own.slice(0, comparedAt(own, end));
}

function trimmed(words: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = words.length;
  while (from < to && (serves(words[from]!) || SCOPES.has(words[from]!.text))) from++;
  while (to > from && serves(words[to - 1]!)) to--;
  return words.slice(from, to).filter((word) => !foreign(word));
}

const NAMING: ReadonlySet<Pos> = new Set<Pos>(["n", "vn", "b", "a", "ns", "nt", "nr", "l", "x"]);
const LONGEST = 5;

/** What is counted, where its name follows the figure: 32起侵权案件. */
function following({ tail }: Statement): readonly Token[] {
  const words = tail[0]?.text === "的" ? tail.slice(1) : tail;
  const end = words.findIndex((word) => serves(word) && word.text !== "的");
  const name = words.slice(0, Math.min(LONGEST, end < 0 ? words.length : end));
  return name.slice(0, name.findLastIndex(({ pos }) => NAMING.has(pos)) + 1);
}

const isDeed = ({ pos, classes }: Token): boolean => pos === "v" || (classes & (INFLOW | OUTFLOW)) !== 0;

/** The words of its own that name what a statement counts, deed and thing: 受理 行政复议 案件; empty where it takes them over. */
export const wordsCounted = memo((statement: Statement): readonly Token[] => {
  const own = trimmed(subject(statement));
  if (CHANGES.has(statement.standing)) return own;
  if (statement.standing === "share") return own.filter(({ classes }) => (classes & SHARE) === 0);
  if (own.length > 0 && !own.every(isDeed)) return own;
  const tail = following(statement);
  return own.length + tail.length > 0 ? [...own, ...tail] : trimmed(statement.label);
});

/** The thing among such words, without its deed: 行政复议案件. */
function thing(words: readonly Token[]): readonly Token[] {
  const at = words.findIndex((word) => !isDeed(word));
  return at < 0 ? words.slice(1) : words.slice(at);
}

const BACK = 6;
const NAMED: ReadonlySet<Standing> = new Set<Standing>(["level", "base", "target"]);

/** What a statement counts, in words; where it names a deed alone, the thing is the one counted before: 办结 after 受理诉求 is 办结诉求. */
export function counted(statement: Statement): string {
  const own = wordsCounted(statement);
  if (own.length > 0 && !own.every(isDeed)) return said(own);
  let at = statement.previous ?? statement.owner;
  for (let steps = 0; at && steps < BACK && at.sentence === statement.sentence; steps++, at = at.previous ?? at.owner) {
    const words = wordsCounted(at);
    const named = own.length > 0 ? thing(words) : words;
    if (named.length > 0 && NAMED.has(at.standing)) return said([...own, ...named]);
  }
  return said(own);
}
