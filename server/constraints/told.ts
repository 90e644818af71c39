import { nameOf, stemOf, touches } from "../statements/name.ts";
import { INSIDE } from "../statements/openers.ts";
import { rowBefore } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { isPartOfYear } from "../statements/time.ts";
import type { Token } from "../words/lexer.ts";
import { slack } from "./interval.ts";
import { NEAR } from "./named.ts";
import { before, isLevel, isPercent, sameUnit } from "./reach.ts";
import { sliceOf, sumOf } from "./sum.ts";

// What the words of a rate or share bind it to by themselves: to the first of a row, to a time, to what a bracket or 以…计 names.

/** 林蜂9.72万亩、林药6.48万亩、林禽3.24万亩，前两项合占75.0%: the first of the row before it, as many as it says. */
export function foremostOf(statements: readonly Statement[], claim: Statement): readonly Statement[] | null {
  const count = firstsOf(claim.own);
  if (count === 0) return null;
  const row = rowBefore(statements, claim);
  const alike = row.every((s) => s.sentence === claim.sentence && isLevel(s) && sameUnit(s, row[0]!));
  return alike && row.length > count ? row.slice(0, count) : null;
}

/** 士兵2869人，…，“三属”197人，人数最多的一类占55.8%: the greatest of the row before it, of all of them or of the whole that the row has. */
export function greatestOf(
  statements: readonly Statement[],
  claim: Statement,
): readonly { readonly part: Statement; readonly whole: readonly Statement[] }[] | null {
  const { own } = claim;
  const at = own.findIndex(({ text }) => text === "最");
  const word = at < 0 ? (own.find(({ text }) => MOST.has(text))?.text ?? "") : `最${own[at + 1]?.text}`;
  if (claim.standing !== "share" || !MOST.has(word)) return null;
  const last = before(statements, claim, 4).find((s) => isLevel(s) && s.segment === claim.segment);
  const row = last
    ? before(statements, claim, NEAR).filter((s) => s.segment === claim.segment && isLevel(s) && sameUnit(s, last))
    : [];
  if (row.length < 3) return null;
  const sorted = row.toSorted((a, b) => b.figure.value! - a.figure.value!);
  const part = word.endsWith("少") || word.endsWith("小") ? sorted.at(-1)! : sorted[0]!;
  // A whole that the row makes up stands before it, and is the greatest of all.
  const [whole, ...items] = sorted;
  const isWhole = Math.abs(sumOf(items) - whole!.figure.value!) <= whole!.figure.precision / 2;
  return isWhole && part === whole
    ? [{ part: items[0]!, whole: [whole] }]
    : [{ part, whole: isWhole ? [whole!] : row.toReversed() }];
}
const MOST = new Set("最多 最大 最高 最少 最小".split(" "));

export const FOREMOST = new Set(["前", "头"]);

/** 前两项, 头三座: how many of the first words name, with any measure word; 0 where they name none. */
export function firstsOf(words: readonly Token[]): number {
  const named = words.find((_, i) => FOREMOST.has(words[i - 1]?.text ?? ""))?.text ?? "";
  return named.length <= 2 ? Math.max(0, FEW.indexOf(named[0] ?? "")) : 0;
}
const FEW = ["", "", ..."两三四五六"];

/** 四个季度分别为28起、47起、44起、33起，第二季度占全年的30.9%: of a row, and by its name the part of it. */
export function ofPeriod(
  statements: readonly Statement[],
  claim: Statement,
): { readonly part: readonly Statement[]; readonly whole: readonly Statement[] } | null {
  const at = claim.own.findIndex(({ classes }) => does(classes, "share"));
  if (claim.standing !== "share" || at < 0) return null;
  if (at === 0) return ofTotal(statements, claim) ?? ofLed(statements, claim);
  // 上半年投放占: of what the row tells.
  const led = nameOf(claim).length === 0 || claim.own[0]?.pos === "t";
  const row = rowBefore(statements, claim);
  if (!led || row.at(-1)?.sentence !== claim.sentence || !row.every((s) => isLevel(s) && sameUnit(s, row[0]!)))
    return null;
  const part = sliceOf(said(claim.own.slice(0, at)), row);
  return part && part.length > 0 ? { part, whole: row } : null;
}

/** 四个季度依次为11件、17件、19件、15件，三季度最多，占全年30.6%: what the clause between names. */
function ofLed(
  statements: readonly Statement[],
  claim: Statement,
): { readonly part: readonly Statement[]; readonly whole: readonly Statement[] } | null {
  const row = rowBefore(statements, claim);
  const last = row.at(-1);
  if (!last || last.index !== claim.index - 1 || last.sentence !== claim.sentence) return null;
  if (!row.every((s) => isLevel(s) && sameUnit(s, row[0]!))) return null;
  const part = sliceOf(said(claim.gap.slice(last.tail.length, claim.gap.length - claim.own.length)), row);
  return part?.length === 1 ? { part, whole: row } : null;
}

/** 四个季度依次为…。下半年合计273.4亿元，占全年的53.3%: a total of some of a row, of all of it. */
function ofTotal(
  statements: readonly Statement[],
  claim: Statement,
): { readonly part: readonly Statement[]; readonly whole: readonly Statement[] } | null {
  const total = claim.previous;
  if (!total || total.clause === claim.clause || total.segment !== claim.segment || !isLevel(total)) return null;
  if (!claim.own.some(({ text }) => text === "全年")) return null;
  const items = rowBefore(statements, total);
  if (total.index - (items.at(-1)?.index ?? 0) > NEAR) return null;
  const part = items.every((s) => isLevel(s) && sameUnit(s, total)) ? sliceOf(said(total.own), items) : null;
  return part && part.length > 0 ? { part: [total], whole: items } : null;
}

/** 评估值8.72亿元，成交价9.46亿元，增值0.74亿元，增值率8.5%: a rate named by the difference of two is of the first of them. */
export function gapOf(
  statements: readonly Statement[],
  claim: Statement,
): { readonly difference: Statement; readonly to: Statement; readonly from: Statement } | null {
  const [difference, last, first] = before(statements, claim, 3);
  // 中标1.26亿元，对比1.50亿元的预算价节约2400万元: what is saved is saved of the greater.
  const falls = difference?.direction === "down" && last && first && last.figure.value! > first.figure.value!;
  const [to, from] = falls ? [first, last] : [last, first];
  const stem = stemOf(claim);
  if (claim.standing !== "rate" || !GAPS.has(stem.slice(-2)) || !difference || !to || !from) return null;
  const alike = [difference, to, from].every(
    (s) => s.segment === claim.segment && sameUnit(s, difference) && !isPercent(s),
  );
  if (!alike || difference !== claim.previous || !touches(stem.slice(-2), said(difference.own).slice(-2))) return null;
  const apart = Math.abs(from.figure.value! - to.figure.value!);
  const room = slack(from.figure) + slack(to.figure) + slack(difference.figure);
  return Math.abs(apart - difference.figure.value!) <= room + 1e-9 * apart ? { difference, to, from } : null;
}

const GAPS = new Set("增值 溢价 折价 降价 增收 节约 节支 节资 审减 核减 优惠 让利 压减".split(" "));

/**
 * 目标是2400人，实训2568人，超了168人，完成率: what was done right behind what was to be; or before it (募集1520个，任务是1300个，任务完成率), or
 * in the sentence of the rate (实际完成29.4亿元，完成率).
 */
export function ofTarget(
  statements: readonly Statement[],
  claim: Statement,
): { readonly done: Statement; readonly target: Statement; readonly cost: number } | null {
  if (claim.standing !== "rate") return null;
  // 全年66万头的任务已完成51.8%
  const asked = claim.previous?.standing === "target" && claim.previous.clause === claim.clause ? claim.previous : null;
  if (asked && claim.own.at(-1)?.text === "完成") {
    const done = before(statements, asked, NEAR).find((s) => isLevel(s) && sameUnit(s, asked));
    return done?.sentence === claim.sentence ? { done, target: asked, cost: 1 } : null;
  }
  if (!stemOf(claim).endsWith("完成")) return null;
  const near = before(statements, claim, NEAR);
  // 演出168场，比年度任务150场多18场，完成率: a task, whatever is held against it.
  const target = near.find(
    (s) =>
      s.depth <= claim.depth &&
      (s.standing === "target" || (s.standing === "base" && !isPercent(s) && does(s.ownClasses, "plan"))),
  );
  if (!target) return null;
  const done = (s: Statement | undefined): s is Statement =>
    s !== undefined && s !== claim && isLevel(s) && sameUnit(s, target) && s.depth <= claim.depth;
  if (target.sentence !== claim.sentence) {
    const told = near.filter((s) => s.sentence === claim.sentence && done(s));
    const later = statements.slice(claim.index + 1, claim.index + 4);
    // 税收完成8.6亿元，完成率95.6%；非税完成3.5亿元，完成率97.2%: each of a goal of its own.
    if (later.some((s) => s.sentence === claim.sentence && s.standing === "rate")) return null;
    if (told[0]?.own.some(({ text }) => isPartOfYear(text))) return null;
    return told.length === 1 ? { done: told[0]!, target, cost: 0 } : null;
  }
  const last = statements[target.index - 1];
  // 任务是150家，经过三轮辅导，实际入库183家
  const next = statements.slice(target.index + 1, claim.index).find((s) => sameUnit(s, target));
  if (done(next) && next.segment === target.segment && next.index < claim.index) return { done: next, target, cost: 0 };
  const onlyGap = statements.slice(target.index + 1, claim.index).every(({ standing }) => standing === "delta");
  if (done(last) && last.segment === target.segment && onlyGap) return { done: last, target, cost: 0 };
  // 全年新增就业412人。…。对照350人的任务，完成率: what the paragraph begins with, where the goal begins its sentence.
  const [first] = statements;
  return onlyGap && last?.sentence !== target.sentence && done(first) && first.own.some(({ text }) => IN_ALL.has(text))
    ? { done: first, target, cost: 1 }
    : null;
}
const IN_ALL = new Set(["全年", "累计", "共", "总计", "全县", "全市", "全区"]);

const GOALS = new Set(["指标", "目标", "任务", "预算", "计划"]);
/** 用水2.18亿立方米，比2.35亿立方米的控制指标低0.17亿立方米，为指标的92.8%: of the goal that its word names. */
export function ofNamedGoal(
  statements: readonly Statement[],
  { own, index, sentence, standing, segment }: Statement,
): { readonly done: Statement; readonly target: Statement } | null {
  const word = own.at(-2)?.text ?? "";
  if (standing !== "share" || own.length > 4 || own.at(-1)?.text !== "的" || !GOALS.has(word)) return null;
  const near = statements.slice(Math.max(0, index - NEAR), index).reverse();
  const target = near.find(
    (s) =>
      s.segment === segment &&
      (s.standing === "target" || s.standing === "base") &&
      [...s.own, ...s.tail].some(({ text }) => text.endsWith(word)),
  );
  const done =
    target && near.find((s) => s.index < target.index && s.sentence === sentence && isLevel(s) && sameUnit(s, target));
  return done ? { done, target } : null;
}

/** Whether a bracket stands within the words of a share, and not before them: 占应评单位（40家）的. */
const isOver = ({ own }: Statement, bracket: Statement): boolean =>
  own[0]?.text === "的" || (own[0]?.start ?? 0) < bracket.figure.span.start;

const BY = new Set(["以", "按", "按照"]);
const RECKONED = new Set(["计", "计算", "测算", "推算", "为", "口径"]);

/** 占应评单位（40家）的, 为目标500人的, 以应参保人口53万人计: the whole that stands right before the percentage. */
export function ofWhole(statements: readonly Statement[], claim: Statement): Statement | null {
  const last = statements[claim.index - 1];
  if (!last) return null;
  if (BY.has(last.own[0]?.text ?? "") && RECKONED.has(last.tail[0]?.text ?? "") && last.segment === claim.segment)
    return last;
  const led =
    claim.own[0]?.text === "的" ||
    (last.depth > claim.depth && isOver(claim, last) && claim.own.some(({ text }) => text === "的"));
  const near = last.depth > claim.depth ? last.sentence === claim.sentence : last.clause === claim.clause;
  if (led && near && (isLevel(last) || last.standing === "target" || last.standing === "base")) return last;
  // 在86家中占75.6%
  const within = last.own.at(-1)?.text === "在" && INSIDE.has(claim.own[0]?.text ?? "") && last.clause === claim.clause;
  if (within && isLevel(last)) return last;
  // 占61.2万亩耕地的比重从69.6%升至76.5%
  const began = last.standing === "base" && isPercent(last) && last.clause === claim.clause ? last : null;
  const held = began ? statements[began.index - 1] : undefined;
  if (
    held?.clause === claim.clause &&
    held.own.at(-1)?.text === "占" &&
    began!.own.some(({ text }) => text === "比重" || text === "比例") &&
    isLevel(held)
  )
    return held;
  // 为全年50个任务的80.0%
  const tasked =
    last.clause === claim.clause &&
    last.depth === claim.depth &&
    claim.own.at(-1)?.text === "的" &&
    claim.own.length <= 4;
  // 覆盖287个行政村中的22.3%
  const inside = INSIDE.has(claim.own.at(-2)?.text ?? "");
  return tasked && (last.standing === "target" || last.standing === "level") && (inside || !does(last.ownClasses, "of"))
    ? last
    : null;
}
