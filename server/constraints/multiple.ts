import { nameOf, namesIn, shared } from "../statements/name.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { alike } from "../statements/unit.ts";
import type { Token } from "../words/lexer.ts";
import { basesOf, levelsOf } from "./compared.ts";
import { as, type Constraint, type Kind, operandOf } from "./constraint.ts";
import { exactly, over } from "./interval.ts";
import { before, crossing } from "./reach.ts";
import { rounded, shown } from "./spell.ts";

/** 相当于核销金额的6倍: of what it names. */
const isNamedBase = (claim: Statement, base: Statement): boolean =>
  claim.own.at(-1)?.text === "的" && shared(namesIn(claim.own.slice(heldAt(claim) + 1)), nameOf(base)) >= 1;
/** 是白石县的2.7倍: of what it names, and of no other's. */
const isOfOther = (claim: Statement, base: Statement): boolean =>
  base.standing === "level" &&
  claim.own.at(-1)?.text === "的" &&
  namesIn(claim.own.slice(heldAt(claim) + 1)).length > 0 &&
  !isNamedBase(claim, base);
/** 东、西、南三镇依次为360吨、248吨、120吨，东镇是南镇的3倍: of a row with names, the two that it names; the greatest where one 居首. */
function ofRow(
  claim: Statement,
  known: readonly Statement[],
): { readonly level: Statement | undefined; readonly base: Statement } | null {
  const row = known.filter(
    ({ label, gapClasses, own }) => label.length > 0 && (does(gapClasses, "each") || own.length < 2),
  );
  const at = heldAt(claim);
  if (row.length < 2 || claim.own.at(-1)?.text !== "的") return null;
  const base = itemOf(said(claim.own.slice(at + 1, -1)), row);
  if (!base) return null;
  const first = claim.own
    .slice(0, at)
    .concat(leadOf(claim))
    .some(({ text }) => FIRST.has(text));
  const named = itemOf(said(claim.own.slice(0, at)), row);
  const level = named ?? (first ? row.reduce((a, b) => (b.figure.value! > a.figure.value! ? b : a)) : undefined);
  return { level: level === base ? undefined : level, base };
}

/** 一季度42件，…三季度86件，…三季度正逢高温，是一季度的2.05倍: of two counts with names of their own, told in its sentence. */
function ofNames(
  claim: Statement,
  known: readonly Statement[],
): { readonly level: Statement; readonly base: Statement } | null {
  const at = heldAt(claim);
  if (claim.own.at(-1)?.text !== "的") return null;
  const told = known.filter((s) => s.sentence === claim.sentence && s.standing === "level" && s.own.length > 0);
  const called = (words: string): Statement | undefined => {
    const found = told.filter((s) => isCalled(said(s.own.filter(({ text }) => text !== "的")), words));
    return found.length === 1 ? found[0] : undefined;
  };
  const base = called(said(claim.own.slice(at + 1, -1)));
  const lead = [...leadOf(claim), ...claim.own.slice(0, at)];
  const level = lead
    .map((_, i) => called(said(lead.slice(i, i + 1))) ?? called(said(lead.slice(i, i + 2))))
    .find(Boolean);
  return base && level && base !== level && alike(base.figure.unit, level.figure.unit) ? { level, base } : null;
}

/** 离田量 of 离田的15.6万吨 */
const isCalled = (name: string, words: string): boolean =>
  name.length > 1 &&
  (words === name ||
    (words.length === name.length + 1 && words.startsWith(name) && "量数额值".includes(words.at(-1)!)));

/** The words of the clauses before it that tell no figure: 东镇居首. */
const leadOf = ({ gap, own, previous }: Statement): readonly Token[] =>
  gap.slice(previous?.tail.length ?? 0, gap.length - own.length);
const FIRST = new Set(["居首", "首位", "最多", "最高", "最大", "第一", "首"]);

const ALONE = ["一家", "一项", "一地", "一个", "一类"];
/** The item whose name some words are, or that is named by more than they say: 南镇 of 南镇产量. */
const itemOf = (spoken: string, row: readonly Statement[]): Statement | undefined => {
  // 装备制造一家就是
  const words = ALONE.reduce((words, end) => (words.endsWith(end) ? words.slice(0, -end.length) : words), spoken);
  const found = row.filter(
    ({ label }) => words.length > 1 && (said(label).startsWith(words) || words.endsWith(said(label))),
  );
  return found.length === 1 ? found[0] : undefined;
};

/** 是老库房1680平方米的3倍: of the figure that its own clause holds it against. */
export const isHeld = (claim: Statement, base: Statement): boolean =>
  base.clause === claim.clause &&
  claim.own.length === 1 &&
  claim.own[0]!.text === "的" &&
  HELD.has(base.own[0]?.text ?? "");

const HELD = new Set(["是", "就是", "约是", "恰是", "正是", "为", "约为", "相当于", "达", "达到"]);
const heldAt = ({ own }: Statement): number => {
  const at = own.findLastIndex(({ text }) => HELD.has(text));
  return at < 0 ? own.length : at;
};

/** How many times one figure is another: 是上年的1.5倍, 翻一番. */
export const multiple: Kind = {
  name: "multiple",
  family: "change",

  *propose(statements) {
    for (const claim of statements) {
      const doubled = claim.figure.unit === "番";
      if (claim.standing !== "multiple" && !doubled) continue;
      const make = (cost: number, level: Statement, base: Statement): Constraint => ({
        kind: "multiple",
        form: doubled ? "doubled" : "times",
        claim,
        operands: [...as("level", level), ...as("base", base)],
        cost,
      });
      const [one, other] = [
        claim.own.findIndex(({ classes }) => does(classes, "first")),
        claim.own.findIndex(({ classes }) => does(classes, "second")),
      ];
      const [latter, former] = before(statements, claim, 4).filter(
        (s) => s.standing === "level" && !does(s.ownClasses, "sum"),
      );
      if (one >= 0 && other >= 0 && latter && former) {
        yield one < other ? make(0, former, latter) : make(0, latter, former);
        continue;
      }
      const row = ofRow(claim, before(statements, claim, 12));
      if (row) {
        if (row.level) yield make(0, row.level, row.base);
        continue;
      }
      const two = ofNames(claim, before(statements, claim, 12));
      if (two) {
        yield make(0, two.level, two.base);
        continue;
      }
      const aimed = does(claim.ownClasses, "plan");
      const named = statements[claim.index - 1];
      const near = before(statements, claim, 8).filter((s) => crossing(s, claim) < 2);
      for (const { statement: level, cost } of levelsOf(statements, claim))
        for (const base of basesOf(statements, claim, level))
          yield make(cost + base.cost + (isOfOther(claim, base.statement) ? 3 : 0), level, base.statement);
      const others = near.filter((s) => s !== named && named && alike(s.figure.unit, named.figure.unit));
      for (const [i, level] of near.entries())
        for (const [j, base] of near.entries())
          if (i !== j && i + j < 8 && alike(level.figure.unit, base.figure.unit) && level.figure.value! > 0)
            yield make(
              isNamedBase(claim, base)
                ? Math.min(i, 2)
                : base === named && isHeld(claim, base)
                  ? others.indexOf(level)
                  : (base === named && base.depth > claim.depth) ||
                      (aimed && base.standing === "target" && level.standing === "level")
                    ? i
                    : 2 + i + j,
              level,
              base,
            );
    }
  },

  value(constraint, read) {
    const { form, claim } = constraint;
    const ratio = over(read(operandOf(constraint, "level")!), read(operandOf(constraint, "base")!));
    if (!ratio) return null;
    if (form === "times") return ratio;
    const about = claim.figure.approximate ? 0.15 : 0.02;
    return { low: Math.log2(ratio.low) - about, high: Math.log2(ratio.high) + about };
  },

  /** 增长N倍 for 是N倍: one whole too many or too few. */
  slips(constraint, read) {
    const value = this.value(constraint, read);
    return value
      ? [
          { low: value.low + 1, high: value.high + 1 },
          { low: value.low - 1, high: value.high - 1 },
        ]
      : [exactly(-1)];
  },

  explain(constraint) {
    const [level, base] = [operandOf(constraint, "level")!, operandOf(constraint, "base")!];
    return `${shown(level)}÷${shown(base)}＝${rounded(level.figure.value! / base.figure.value!, 2)}`;
  },
};
