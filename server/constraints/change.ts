import { fullName, nameOf, shared } from "../statements/name.ts";
import { isJoined, rowTold } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { isReached, isSurplus } from "../statements/standing.ts";
import { does, type Statement } from "../statements/statement.ts";
import { append } from "../text/list.ts";
import { isOpening } from "./account.ts";
import { basesOf, deltasOf, isGeneral, isOutcome, levelsOf, measureOf } from "./compared.ts";
import { as, type Constraint, type Kind, type Operand, operandOf, type Part } from "./constraint.ts";
import { type Interval, minus, over, plus, scaled } from "./interval.ts";
import { parallelOf } from "./ratio.ts";
import { after, before, isPercent, sameUnit, wholeOf } from "./reach.ts";
import { placesOf, rounded, shown, spell } from "./spell.ts";
import { sliceOf } from "./sum.ts";

/**
 * A growth of a level over its base, or the difference of both: from level and base, from level and difference, from
 * base and difference; and a level that was reached from its base in the direction that its word says.
 */
export const change: Kind = {
  name: "change",
  family: "change",
  mayHold: ({ moved }) => moved,

  *propose(statements) {
    for (const claim of statements) {
      if (claim.figure.unit === "番" || isComparable(claim) || isOfOthers(claim)) continue;
      if (claim.standing === "growth" || claim.standing === "delta") yield* changes(statements, claim);
      if ((claim.standing === "level" || claim.standing === "rate") && isReached(claim)) yield* reached(claim);
    }
  },

  value(constraint, read) {
    const { claim, form } = constraint;
    const of = (part: Part): Interval | null => {
      const operand = operandOf(constraint, part);
      return operand && read(operand);
    };
    const [level, base, delta] = [of("level"), of("base"), of("delta")];
    if (form === "reached") return base && towards(claim, base);
    const before = base ?? (level && delta ? minus(level, delta) : null);
    const moved = level && base ? minus(level, base) : delta;
    if (!moved) return null;
    if (claim.standing === "delta") return moved;
    const growth = before && over(moved, before);
    return growth && scaled(growth, wholeOf(claim));
  },

  /** The change reckoned over the new value instead of the old one; or what is left of the old one instead of the change. */
  slips(constraint, read) {
    const { claim } = constraint;
    const level = operandOf(constraint, "level");
    const value = claim.standing === "growth" ? this.value(constraint, read) : null;
    const base = operandOf(constraint, "base");
    const delta = operandOf(constraint, "delta");
    if (!value) return [];
    const moved = base && level ? minus(read(level), read(base)) : delta && read(delta);
    const now = level ? read(level) : base && delta ? plus(read(base), read(delta)) : null;
    const falsely = moved && now && over(moved, now);
    const before = base ? read(base) : level && delta ? minus(read(level), read(delta)) : null;
    const left = now && before && over(now, before);
    return [
      ...(falsely ? [scaled(falsely, wholeOf(claim))] : []),
      ...(left ? [scaled(left, claim.direction === "down" ? -wholeOf(claim) : wholeOf(claim))] : []),
    ];
  },

  explain(constraint) {
    const { claim, form } = constraint;
    const [level, base, delta] = (["level", "base", "delta"] as const).map((part) => operandOf(constraint, part));
    if (form === "reached") return `${shown(base!)}→${shown(claim)}`;
    const now = level?.figure.value ?? base!.figure.value! + sign(delta!) * delta!.figure.value!;
    const before = base?.figure.value ?? level!.figure.value! - sign(delta!) * delta!.figure.value!;
    if (claim.standing === "delta") {
      const [more, less] = now >= before ? [level!, base!] : [base!, level!];
      return `${shown(more)}－${shown(less)}＝${spell(Math.abs(now - before), claim.figure)}`;
    }
    const falls = now < before;
    const places = Math.max(2, placesOf(claim.figure));
    const value = `${rounded((Math.abs(now - before) / before) * 100, places)}%`;
    if (!(before > 0)) return `${level ? shown(level) : ""}－${delta ? shown(delta) : ""}≤0`;
    if (level && base)
      return falls
        ? `（${shown(base)}－${shown(level)}）÷${shown(base)}＝${value}`
        : `（${shown(level)}－${shown(base)}）÷${shown(base)}＝${value}`;
    const moved = shown(delta!);
    if (base) return `${moved}÷${shown(base)}＝${value}`;
    return `${moved}÷（${shown(level!)}${falls ? "＋" : "－"}${moved}）＝${value}`;
  },
};

const sign = ({ direction }: Statement): number => (direction === "down" ? -1 : 1);

/** Growth that is not reckoned in nominal terms, or is a mean of several years. */
const isComparable = (claim: Statement): boolean =>
  does(claim.ownClasses, "comparable", "yearly", "average") ||
  (claim.previous?.clause === claim.clause && does(claim.gapClasses, "comparable", "yearly"));

/** 全市这一增幅为6.1%: of a wider circle than what was told before. */
const isOfOthers = ({ own, previous, sentence }: Statement): boolean =>
  WIDER.has(own[0]?.text ?? "") &&
  own.some(({ text }) => SAME.has(text)) &&
  !(previous?.sentence === sentence && previous.own.some(({ text }) => text === own[0]!.text));
const WIDER = new Set(["全市", "全省", "全国", "全州"]);
const SAME = new Set("这一 这个 该 此项 该项 同期 平均 增幅 增速 降幅".split(" "));

/** A level that was reached lies beyond its base. */
const towards = (claim: Statement, base: Interval): Interval =>
  claim.direction === "down"
    ? { low: Number.NEGATIVE_INFINITY, high: base.high }
    : { low: base.low, high: Number.POSITIVE_INFINITY };

const GRADES = ["等级", "级别", "位次", "名次", "排名", "排位"];

function* reached(claim: Statement): Generator<Constraint> {
  const base = claim.previous;
  const led =
    base?.clause === claim.clause &&
    claim.mark === "" &&
    base.standing === "base" &&
    !isJoined(base) &&
    sameUnit(base, claim);
  // 质量等级由4.62等提升到4.55等: the better grade is the smaller.
  if (led && [...base.own, ...claim.own].some(({ text }) => GRADES.some((grade) => text.endsWith(grade)))) return;
  if (led && does(claim.ownClasses, "up", "down"))
    yield { kind: "change", form: "reached", claim, operands: as("base", base), cost: 0 };
}

/** 环比: of two in a row, where both are of one list. */
const isTurn = (claim: Statement, level: Statement, base: Statement): boolean =>
  !claim.own.some(({ text }) => text === "环比") ||
  !isJoined(level) ||
  level.index - base.index === 1 ||
  base.sentence !== level.sentence;

function* changes(statements: readonly Statement[], claim: Statement): Generator<Constraint> {
  const make = (form: string, cost: number, operands: readonly Operand[]): Constraint => ({
    kind: "change",
    form,
    claim,
    operands,
    cost,
    key: `${claim.index} change ${form === "level-base" ? "base" : "delta"}`,
  });
  const run = parallelOf(statements, claim);
  const steps = run && claim.standing === "growth" ? stepsOf(statements, run) : null;
  if (steps) {
    const at = run!.indexOf(claim);
    yield make("level-base", 0, [...as("level", steps[at + 1]!), ...as("base", steps[at]!)]);
    return;
  }
  if (run && claim.standing === "growth") {
    yield* paired(statements, claim, run, make);
    return;
  }
  const quarters = ofQuarters(statements, claim);
  if (quarters) {
    yield make("level-base", 0, [...as("level", quarters.level), ...as("base", quarters.base)]);
    return;
  }
  // 超出任务（52.2万亩）0.16万亩: over what should be, and over nothing else.
  if (claim.standing === "delta" && claim.own.length > 1 && does(claim.own.at(-1)!.classes, "plan")) {
    const [goal] = before(statements, claim, 3).filter((s) => s.standing === "target" && sameUnit(s, claim));
    const level = goal && doneOf(statements, claim, goal);
    if (goal && level && goal.segment === claim.segment && level.segment === goal.segment)
      yield make("level-base", 0, [...as("level", level), ...as("base", goal)]);
    return;
  }
  const surplus = isPercent(claim) && isSurplus(claim) ? surplusOf(statements, claim) : null;
  if (surplus) {
    yield make("level-base", 0, [...as("level", surplus.level), ...as("base", surplus.base)]);
    return;
  }
  const onward = onwardOf(statements, claim);
  if (onward) {
    yield make("level-base", 0, [...as("level", onward.level), ...as("base", onward.base)]);
    return;
  }
  // 任务650户，三年完成668户，比任务多出18户: held against what should be, wherever it is told.
  const goal = isOverPlan(claim)
    ? before(statements, claim).find((s) => s.standing === "target" && sameUnit(s, claim))
    : null;
  const done = goal && doneOf(statements, claim, goal);
  if (goal && done) {
    yield make("level-base", 0, [...as("level", done), ...as("base", goal)]);
    return;
  }
  const flows =
    claim.standing === "delta" &&
    !does(claim.ownClasses, "compare", "earlier", "net") &&
    claim.previous?.standing !== "base" &&
    [...before(statements, claim), ...after(statements, claim, 4)].some(
      (s) => s.segment === claim.segment && s.standing === "level" && does(s.ownClasses, "inflow"),
    )
      ? 3
      : 0;
  const reached = reachedBefore(claim);
  const levels = levelsOf(statements, claim).filter(({ statement }) => !reached || statement === reached);
  // 净增2214人，比上年末的56550人增长3.9%: the base is told, and no level is asked for.
  const told = claim.previous?.standing === "base" && claim.previous.clause === claim.clause ? claim.previous : null;
  const deltas = claim.standing === "growth" ? deltasOf(statements, claim) : [];
  const strange = deltas.map(({ statement }) => strangeness(claim, statement));
  for (const { statement: level, cost } of levels) {
    for (const base of basesOf(statements, claim, level).filter(({ statement }) => isTurn(claim, level, statement)))
      yield make("level-base", cost + base.cost + flows, [...as("level", level), ...as("base", base.statement)]);
    for (const [i, delta] of deltas.entries())
      if (
        sameUnit(delta.statement, level) &&
        delta.statement.index > level.index &&
        !isOther(told, level, delta.statement)
      )
        yield isOpening(level) || isYearBefore(level, delta.statement)
          ? make("base-delta", cost + delta.cost + strange[i]!, [...as("base", level), ...as("delta", delta.statement)])
          : make("level-delta", cost + delta.cost + strange[i]! - Math.min(cost, 1), [
              ...as("level", level),
              ...as("delta", delta.statement),
            ]);
  }
  for (const [i, delta] of deltas.entries())
    for (const base of basesOf(statements, claim, delta.statement))
      if (base.statement.standing === "base" || (base.statement.year !== null && base.statement.owner === claim))
        yield make(
          "base-delta",
          delta.cost + base.cost + strange[i]! + (isAdjacent(claim, delta.statement, base.statement, told) ? 0 : 1),
          [...as("base", base.statement), ...as("delta", delta.statement)],
        );
}

/** 首季120户，二季度又比首季多35户，达到155户; 投入320万元。明年在此基础上增加15%，安排368万元: from what is told before to what is told behind. */
function onwardOf(
  statements: readonly Statement[],
  claim: Statement,
): { readonly level: Statement; readonly base: Statement } | null {
  const level = statements[claim.index + 1];
  if (!level || level.segment !== claim.segment || level.mark !== "," || !isOutcome(level)) return null;
  if (level.own.length > 1 || isPercent(level) || (claim.standing === "delta" && !sameUnit(level, claim))) return null;
  const base = claim.previous ?? statements[claim.index - 1];
  if (!base || !sameUnit(base, level) || !VALUES.has(base.standing)) return null;
  const pointed = claim.own.some(({ text }, i) => POINTED.has(text) && claim.own[i + 1]?.text.startsWith("基础"));
  const at = claim.own.findIndex(({ classes }) => does(classes, "compare"));
  const named =
    at >= 0 &&
    claim.own
      .slice(at + 1)
      .some((word) => word.classes === 0 && word.pos !== "v" && base.own.some(({ text }) => text === word.text));
  const held = base.segment === claim.segment && (base.clause === claim.clause || named);
  const alone = !before(statements, claim).some((s) => s !== base && s.sentence === base.sentence && sameUnit(s, base));
  return held || (pointed && alone) ? { level, base } : null;
}
/** 任务80处，建成92处，超出12处，超额15%: what was done, over what was to be. */
function surplusOf(
  statements: readonly Statement[],
  claim: Statement,
): { readonly level: Statement; readonly base: Statement } | null {
  const near = before(statements, claim, 6).filter((s) => s.sentence === claim.sentence);
  const base = near.find(({ standing }) => standing === "target");
  const level = base && near.find((s) => s.standing === "level" && sameUnit(s, base));
  return level ? { level, base } : null;
}

const VALUES = new Set(["level", "base", "target"]);
const POINTED = new Set(["此", "这个", "这一"]);

/** 比任务多出28户, 较目标少12人: of a goal that its clause gives no figure of. */
const isOverPlan = ({ standing, own, previous, clause }: Statement): boolean => {
  const at = own.findIndex(({ classes }) => does(classes, "compare"));
  return (
    standing === "delta" &&
    at >= 0 &&
    does(own[at + 1]?.classes ?? 0, "plan") &&
    !(previous?.clause === clause && previous.standing !== "level")
  );
};

/** 上年6.9万亩，净扩1.4万亩，扩幅20.3%: what it grew from and by how much stand right before it. */
const isAdjacent = (claim: Statement, delta: Statement, base: Statement, told: Statement | null): boolean =>
  (told === base && delta === told.previous) ||
  (claim.previous === delta && delta.previous === base && base.segment === claim.segment);

/** 2024年为5120万元，2025年比上年增加980万元: what was told last is what it grew from. */
const isYearBefore = ({ year }: Statement, delta: Statement): boolean =>
  year !== null && delta.own.some(({ text, figure }) => figure >= 0 && text.startsWith(`${year + 1}`));

/** Whether a base that is told is that of another level: 39428 less 2214 is not 56550. */
const isOther = (told: Statement | null, level: Statement, delta: Statement): boolean =>
  told !== null &&
  sameUnit(told, level) &&
  Math.abs(level.figure.value! - sign(delta) * delta.figure.value! - told.figure.value!) >
    level.figure.precision + told.figure.precision;

/** How many statements back a row is looked for that two periods are named of. */
const ROW_BACK = 12;

/**
 * 四个季度依次为1.62亿元、…和2.19亿元，四季度比一季度高35.2%: of a row, the two that it names; 降幅 behind the difference of two is of them.
 */
function ofQuarters(
  statements: readonly Statement[],
  claim: Statement,
): { readonly level: Statement; readonly base: Statement } | null {
  const { own, index, sentence, previous } = claim;
  const at = own.findIndex(({ text }) => text === "比" || text === "较");
  const inTurn = own.length === 3 && own[1]!.text === "环比" ? turnOf(statements, claim) : null;
  if (inTurn) return inTurn;
  if (at < 1)
    return claim.standing === "growth" && previous?.standing === "delta" && previous.segment === claim.segment
      ? ofQuarters(statements, previous)
      : null;
  const halves = ofHalves(statements, claim, said(own.slice(0, at)), said(own.slice(at + 1)));
  if (halves) return halves;
  const row = joinedRow(statements, claim);
  const last = row?.at(-1);
  // 其中，第三季度比第二季度增长4.3%: of the row before, where nothing else is named.
  const nameless = own.every(({ pos, text, classes }) => pos[0] !== "n" || classes !== 0 || text.endsWith("季度"));
  const told = last && (last.sentence === sentence || (claim.standing === "delta" ? sameUnit(last, claim) : nameless));
  if (!row || !told || index - last.index > ROW_BACK) return null;
  const [level, base] = [sliceOf(said(own.slice(0, at)), row), sliceOf(said(own.slice(at + 1)), row)];
  return level?.length === 1 && base?.length === 1 ? { level: level[0]!, base: base[0]! } : null;
}

/** 增加到250座，比2024年多46座: what was reached right before a change that names nothing else. */
const reachedBefore = (claim: Statement): Statement | null =>
  claim.previous?.index === claim.index - 1 &&
  claim.previous.segment === claim.segment &&
  claim.previous.standing === "level" &&
  nameOf(claim).length === 0 &&
  isReached(claim.previous) &&
  sameUnit(claim.previous, claim)
    ? claim.previous
    : null;

/** 学位4350个，小学…，余下250个在幼儿园，超出4000个的目标350个: of the one that comes out, and not of a part of it. */
function doneOf(statements: readonly Statement[], claim: Statement, goal: Statement): Statement | undefined {
  const near = before(statements, claim, 8).filter((s) => s !== goal && s.standing === "level" && sameUnit(s, claim));
  return (
    near.find((s) => Math.abs(s.figure.value! - goal.figure.value!) === claim.figure.value) ??
    near.find((s) => claim.index - s.index <= 4 && !does(s.ownClasses, "rest", "left"))
  );
}

/** The row told last, as far as 、 joins it: 依次立案268件、…、312件 of what 下半年653件 follows. */
function joinedRow(statements: readonly Statement[], claim: Statement): readonly Statement[] | null {
  const items = rowTold(statements, claim, ROW_BACK + 1)?.items ?? null;
  const end = items?.findIndex((s, i) => i > 0 && !isJoined(s)) ?? -1;
  return end < 0 ? items : items!.slice(0, end);
}

/** 四个季度分别为15.1万、17.6万、16.2万、24.6万平方米，四季度环比增长51.9%: of a row, the one that it names and that before it. */
function turnOf(
  statements: readonly Statement[],
  claim: Statement,
): { readonly level: Statement; readonly base: Statement } | null {
  const row = joinedRow(statements, claim);
  if (row === null || row.at(-1)!.sentence !== claim.sentence) return null;
  const named = sliceOf(said(claim.own.slice(0, 1)), row);
  const level = named?.length === 1 ? named[0]! : null;
  const base = level && row[row.indexOf(level) - 1];
  return level && base ? { level, base } : null;
}

/** 三年依次为517个、463个、412个，后两年分别下降10.4%和11.0%: the values of a row of years that each growth leads from one to the next. */
function stepsOf(statements: readonly Statement[], run: readonly Statement[]): readonly Statement[] | null {
  let last = run[0]!.index - 1;
  if (statements[last]?.figure.unit === "年") last--;
  const row = statements.slice(Math.max(0, last - run.length), last + 1);
  const [first] = row;
  const yearly =
    row.length === run.length + 1 &&
    row.every(
      (s, i) =>
        s.year !== null &&
        s.sentence === run[0]!.sentence &&
        sameUnit(s, first!) &&
        (i === 0 || s.year === row[i - 1]!.year! + 1),
    );
  return yearly ? row : null;
}

/** 净增11家，规模以上工业增加值增长7.5%: a growth with a name of its own is not that of the difference before it. */
function strangeness(claim: Statement, delta: Statement): number {
  const subject = nameOf(claim);
  if (subject.length === 0 || isGeneral(subject) || measureOf(claim) !== null || delta.clause === claim.clause)
    return 0;
  const head = subject.at(-1)!;
  const known: string[] = [];
  for (let s: Statement | null = delta; s?.sentence === delta.sentence; s = s.previous) append(known, nameOf(s));
  return known.some((word) => word.includes(head) || head.includes(word)) ? 0 : 2;
}

/** 笔数、金额分别增长12.5%和20.0%（上年240笔、600万元）: level, base and change of each by their order. */
function* paired(
  statements: readonly Statement[],
  claim: Statement,
  run: readonly Statement[],
  make: (form: string, cost: number, operands: readonly Operand[]) => Constraint,
): Generator<Constraint> {
  const at = run.indexOf(claim);
  const first = run[0]!.index;
  const last = run.at(-1)!.index;
  const earlier = statements.slice(Math.max(0, first - 14), first).filter((s) => s.depth <= claim.depth);
  const later: Statement[] = [];
  for (const s of statements.slice(last + 1, last + 9)) {
    if (s.sentence !== claim.sentence || does(s.ownClasses, "from")) break;
    // 起数、人数分别下降5.0%和8.0%，损失上升2.0%（上年同期依次为40起、25人和50万元）
    if (later.length === 0 && s.standing === "growth" && s.depth === claim.depth) continue;
    if (s.standing !== "base" && !(s.owner !== null && s.depth > claim.depth)) break;
    if (s.standing === "base") later.push(s);
  }
  const said = earlier.filter((s) => (s.standing === "level" || s.standing === "average") && !isPercent(s));
  const undated = said.filter(({ year }) => year === null);
  const levels = undated.length >= run.length ? undated : said;
  const bases =
    later.length > 0
      ? later
      : earlier.filter((s) => s.standing === "base" || (s.standing === "level" && s.year !== null));
  // 三季度比一季度多32起。…各减14人和83人，降幅依次是: those told last, and none before a level.
  const deltas = earlier.slice(earlier.findLastIndex(({ standing }) => standing !== "delta") + 1);
  const n = run.length;
  const foremost = run[0]!.own.some(({ text }) => text === "前" || text === "头");
  const [then, now] = foremost ? lastRows(earlier) : [];
  if (then && now && then.length === now.length && now.length > n && sameUnit(then[at]!, now[at]!)) {
    yield make("level-base", 0, [...as("level", now[at]!), ...as("base", then[at]!)]);
    return;
  }
  const subject = nameOf(run[0]!);
  const named = subject.length > 0 && measureOf(run[0]!) === null && !isGeneral(subject);
  for (let skip = 0; skip + n <= levels.length && skip < 5; skip++) {
    const row = levels.slice(levels.length - n - skip, levels.length - skip);
    const level = row[at]!;
    const strange = named && !row.some((s) => shared(subject, fullName(s)) > 0) ? 3 : 0;
    const rest = bases.filter((s) => s !== level);
    const aligned =
      skip === 0 &&
      rest.length === n &&
      rest.every((s, i) => sameUnit(s, levels[levels.length - n + i]!) || s.figure.unit === null);
    const byOrder = rest.length >= n ? rest[later.length > n ? at : rest.length - n + at] : undefined;
    const fits =
      byOrder && (sameUnit(byOrder, level) || byOrder.figure.unit === null)
        ? [byOrder]
        : rest.filter((s) => sameUnit(s, level));
    for (const [i, base] of fits.slice(0, 3).entries()) {
      const cost = skip + i + (base === byOrder ? 0 : 1) + (level.sentence === claim.sentence ? 0 : 1) + strange;
      yield make("level-base", cost, [...as("level", level), ...as("base", base)]);
    }
    const delta = deltas.length === n ? deltas[at]! : null;
    if (delta && sameUnit(delta, level))
      yield make("level-delta", skip, [...as("level", level), ...as("delta", delta)]);
    if (aligned) return;
  }
}

/** 产值依次为142亿元、97亿元、71亿元，上年依次为128亿元、91亿元、73亿元，前两个增长11%和6.5%: the two rows told last, the later one first. */
function lastRows(earlier: readonly Statement[]): readonly (readonly Statement[])[] {
  const rows: Statement[][] = [];
  for (const s of earlier) {
    const last = rows.at(-1);
    if (last && isJoined(s) && s.previous === last.at(-1)) last.push(s);
    else rows.push([s]);
  }
  return rows
    .filter(({ length }) => length > 1)
    .slice(-2)
    .reverse();
}

const HALVES = ["上半年", "下半年"];
/** 上半年开庭212次，下半年开庭248次，下半年比上半年多36次: of two told by their times, by the same times. */
function ofHalves(
  statements: readonly Statement[],
  claim: Statement,
  one: string,
  other: string,
): { readonly level: Statement; readonly base: Statement } | null {
  const of = (words: string): Statement | undefined => {
    const time = HALVES.find((half) => words.includes(half));
    return time === undefined
      ? undefined
      : before(statements, claim, 6).find(
          (s) =>
            s.standing === "level" &&
            [...s.label, ...s.own].findLast(({ text }) => HALVES.includes(text))?.text === time,
        );
  };
  const [level, base] = [of(one), of(other)];
  const alike =
    level && base && level !== base && sameUnit(level, base) && (claim.standing === "growth" || sameUnit(level, claim));
  return alike ? { level, base } : null;
}
