import type { Statement } from "../statements/statement.ts";
import { as, type Constraint, type Kind, operandOf } from "./constraint.ts";
import { exactly, type Interval, scaled } from "./interval.ts";
import { crossing, isLevel, sameUnit } from "./reach.ts";
import { shown } from "./spell.ts";

/** What a word without a number says of a level and its base: the values that the level may have, by its base. */
const WORDS: readonly { readonly words: readonly string[]; readonly level: (base: Interval) => Interval }[] = [
  { words: ["持平"], level: (base) => ({ low: base.low * 0.98, high: base.high * 1.02 }) },
  { words: ["翻番", "翻倍"], level: (base) => ({ low: scaled(base, 1.9).low, high: Number.POSITIVE_INFINITY }) },
  { words: ["低于"], level: (base) => ({ low: Number.NEGATIVE_INFINITY, high: base.high }) },
  { words: ["高于"], level: (base) => ({ low: base.low, high: Number.POSITIVE_INFINITY }) },
  {
    words: ["有所下降", "下降", "减少", "降低", "回落", "下滑", "锐减"],
    level: (base) => ({ low: Number.NEGATIVE_INFINITY, high: base.high }),
  },
  {
    words: ["有所上升", "增长", "增加", "上升", "提高", "提升", "增多", "回升"],
    level: (base) => ({ low: base.low, high: Number.POSITIVE_INFINITY }),
  },
];

/** A change told by a word alone: 较上年的122起有所下降, 与上年持平, 由123个增加到246个，实现翻番. */
export const trend: Kind = {
  name: "trend",
  family: "change",

  *propose(statements) {
    for (const base of statements) {
      if (base.standing !== "base") {
        yield* against(base);
        continue;
      }
      const next = statements[base.index + 1];
      const told = next === undefined || next.clause !== base.clause || next.group !== base.group;
      const level = told ? base.previous : next;
      if (!level || !isLevel(level) || !sameUnit(level, base) || crossing(level, base) > 0) continue;
      const word = wordOf(told ? base : level);
      if (word)
        yield {
          kind: "trend",
          form: word,
          claim: level,
          operands: as("base", base),
          cost: 0,
          key: `trend ${base.index}`,
        };
    }
  },

  value(constraint, read) {
    const base = read(operandOf(constraint, "base")!);
    return WORDS.find(({ words }) => words.includes(constraint.form))?.level(base) ?? exactly(Number.NaN);
  },

  explain(constraint) {
    const base = operandOf(constraint, "base")!;
    if (constraint.form === "高于" || constraint.form === "低于")
      return `${shown(constraint.claim)}并不${constraint.form}${shown(base)}`;
    const rises = constraint.claim.figure.value! > base.figure.value!;
    return `从${shown(base)}到${shown(constraint.claim)}是${rises ? "增加" : "减少"}，与“${constraint.form}”不符`;
  },
};

/** 每万人5.8名，高于全省8.3名的平均水平: held against what others have. */
function* against(other: Statement): Generator<Constraint> {
  const held = heldIn(other);
  const level = other.previous;
  const mean = other.tail.some(({ text }) => text.includes("平均") || text === "水平");
  if (
    !held ||
    !mean ||
    !level ||
    Math.max(level.figure.value!, other.figure.value!) > APART * Math.min(level.figure.value!, other.figure.value!) ||
    level.segment !== other.segment ||
    !sameUnit(level, other) ||
    !COMPARED.has(level.standing)
  )
    return;
  yield {
    kind: "trend",
    form: held,
    claim: level,
    operands: as("base", other),
    cost: 0,
    key: `trend ${other.index}`,
  };
}

/** The word that holds a figure against the one before, whether the figure takes it for its bound or not: ，高于31.2%的全省平均水平. */
function heldIn({ own, figure, paragraph: { folded }, mark }: Statement): string | null {
  const bound = mark === "," && own.length === 0 ? folded.slice(figure.span.start, figure.span.start + 2) : "";
  return [...own.map(({ text }) => text), bound].find((text) => text === "高于" || text === "低于") ?? null;
}

/** What is held against one another is not so many times as much. */
const APART = 5;
const COMPARED = new Set(["level", "average", "rate", "share"]);

const ALL = new Set(WORDS.flatMap(({ words }) => words));
const SOON = 12;

/** The word that follows a figure before the next number is told. */
function wordOf({ tail, paragraph: { folded }, figure: { span } }: Statement): string | null {
  const word = tail.find(({ text }) => ALL.has(text))?.text;
  if (word) return tail.some(({ text }) => text === "到" || text === "至") ? null : word;
  const rest = folded.slice(span.end, span.end + SOON);
  return rest.startsWith(",") && (rest.includes("翻番") || rest.includes("翻倍")) && !rest.includes("翻一番")
    ? "翻番"
    : null;
}
