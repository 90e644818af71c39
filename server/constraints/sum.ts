import { isClassNoun } from "../statements/identity.ts";
import { fullName, nameOf, shared } from "../statements/name.ts";
import { byKindOf, byTime, INSIDE, isOfUntold, opens } from "../statements/openers.ts";
import { isJoined, joint } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { isReached } from "../statements/standing.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { areStates } from "../statements/states.ts";
import { isPartOfYear } from "../statements/time.ts";
import { isCountable, isMeasured, isTimesOf } from "../statements/unit.ts";
import { greatest } from "../text/list.ts";
import type { Token } from "../words/lexer.ts";
import type { Pos } from "../words/pos.ts";
import { isInflow, isOfOther, isOpening, isOutflow } from "./account.ts";
import { chosen } from "./chosen.ts";
import { isComponent } from "./component.ts";
import { asAll, type Constraint, isWorthy, type Kind, LOOSE, operandsOf } from "./constraint.ts";
import { type Interval, slack, total } from "./interval.ts";
import { partitions } from "./partition.ts";
import { before, crossing, isLevel, isPercent, REACH, sameUnit } from "./reach.ts";
import { shown, spell } from "./spell.ts";

/** Parts that make up a whole told before them or after; of an open list (等) they may only not exceed it. */
export const sum: Kind = {
  name: "sum",
  family: "sum",
  mayHold: ({ alike }) => alike > 2,

  *propose(statements) {
    for (const list of listsOf(statements)) if (!isForEach(list) && !isPremise(list.claim)) yield list;
  },

  value(constraint, read) {
    const parts = likely(operandsOf(constraint, "part").map(read));
    return constraint.form === "open" ? { low: parts.low, high: Number.POSITIVE_INFINITY } : parts;
  },

  explain(constraint) {
    const parts = operandsOf(constraint, "part");
    const terms = parts.slice(0, 8).map(shown).join("＋");
    const value = sumOf(parts);
    return `${terms}${parts.length > 8 ? "＋…" : ""}＝${spell(value, finest([constraint.claim, ...parts]).figure)}`;
  },
};

/** Every list that may make up a whole. */
function* listsOf(statements: readonly Statement[]): Generator<Constraint> {
  yield* partitions(statements);
  yield* chosen(statements);
  for (const whole of statements) {
    // 均分68.9分: of marks there is no total but one that is called so.
    const marked = whole.figure.unit === "分" && !does(whole.ownClasses, "sum");
    if (!isLevel(whole) || marked || isInBracketOfRow(statements, whole)) continue;
    yield* partsAfter(statements, whole);
    yield* ofStretches(statements, whole);
    yield* ofTimes(statements, whole);
    if (!isMeasured(whole.figure.unit) && !isOfOthers(whole)) yield* partsBefore(statements, whole);
  }
}

/** 按368个小区测算, 按每天150家安排: what is reckoned with, and comes of nothing told beside it. */
export const isPremise = ({ own, tail }: Statement): boolean =>
  own.some(({ text }) => text === "按" || text === "按照") && tail.some(({ text }) => RECKONED.has(text));
const RECKONED = new Set("安排 计 计算 测算 推算 估算 算 预算".split(" "));

/** 6月4次，7月、8月各3次，一共12次: of what is told for each of some there is more than it says. */
function isForEach({ claim, operands }: Constraint): boolean {
  const parts = operands.map(({ statement }) => statement);
  return parts.some(isOfEach) && sumOf(parts) < claim.figure.value!;
}

/** 一校（1500个）、二园（360个）和三园（540个）: each in a bracket of its own is an item, and the whole of none. */
function isInBracketOfRow(statements: readonly Statement[], s: Statement): boolean {
  const next = statements[s.index + 1];
  const last = statements[s.index - 1];
  return (
    s.depth > 0 && next?.depth === s.depth && next.group !== s.group && last?.group !== s.group && sameUnit(next, s)
  );
}

/** 其余各税合计: none of those told before. */
const OTHERS = new Set(["其余", "其他", "其它"]);
/** 另外5个项目共16000万元 */
const isOfOthers = ({ own, previous, clause }: Statement): boolean =>
  own.some(({ text }) => OTHERS.has(text)) ||
  (previous?.clause === clause &&
    previous.own.some(({ text }) => OTHERS.has(text) || text === "另外" || text === "另"));

/**
 * What parts come to whose last places are rounded: not all of them by half a place to one side, but by about three times what
 * chance leaves of their sum.
 */
function likely(parts: readonly Interval[]): Interval {
  const { low, high } = total(parts);
  const spread = SIGMAS * Math.sqrt(parts.reduce((sum, part) => sum + ((part.high - part.low) / 2) ** 2, 0));
  const [middle, most] = [(low + high) / 2, (high - low) / 2];
  const half = Number.isFinite(spread) ? Math.min(most, spread) : most;
  return { low: middle - half, high: middle + half };
}
const SIGMAS = 1.4;

export const sumOf = (all: readonly Statement[]): number => all.reduce((sum, { figure }) => sum + figure.value!, 0);

const SCALES = [1, 1e4, 1e-4, 1e8, 1e-8];

/** Whether a sum is so near a whole, but for 万 and 亿, that the parts can have been meant to make it up. */
export const isComparable = (sum: number, whole: number): boolean =>
  SCALES.some((scale) => sum * scale <= whole * 2 && sum * scale * 2 >= whole);

/** How far a sum may be off by rounding alone. */
export const roomOf = (all: readonly Statement[]): number => all.reduce((room, { figure }) => room + slack(figure), 0);

/** The statement written to the last place of all. */
export const finest = (all: readonly Statement[]): Statement =>
  all.reduce((a, b) => (b.figure.precision < a.figure.precision ? b : a));

/** A list of many parts is read to its end, but no further than this. */
const MOST = 12;
const STARTS = 5;
/** 完工14个，在建9个，没开工的5个: one of a few states is none of the others together. */
const STATES_AT_MOST = 4;
/** Parts that come so near to a whole were meant to make it up. */
const NEAR = 0.15;

function* partsAfter(statements: readonly Statement[], whole: Statement): Generator<Constraint> {
  for (const row of rowsAfter(statements, whole)) {
    const inside = row.filter(({ owner, depth }) => owner === whole && depth > whole.depth);
    const beside = row.filter(({ depth }) => depth === whole.depth);
    const outer = outermost(beside);
    const bracket = inside.length > 0 ? row.filter(({ group }) => group === inside[0]!.group) : [];
    for (const [items, bracketed] of [
      [bracket, true],
      [outer, false],
      [beside, false],
    ] as const) {
      if (items === beside && outer.length === beside.length) continue;
      for (let from = 0; from < Math.min(items.length - 1, STARTS); from++) {
        let sum = items[from]!.figure.value!;
        let room = slack(whole.figure) + slack(items[from]!.figure);
        for (let to = from + 1; to < items.length; to++) {
          sum += items[to]!.figure.value!;
          room += slack(items[to]!.figure);
          const parts = items.slice(from, to + 1);
          const off = isMisscaled(parts, sum, whole.figure.value!, room);
          if (!off && !isComparable(sum, whole.figure.value!) && Math.abs(sum - whole.figure.value!) > room) continue;
          if (
            (isNested(parts) && Math.abs(sum - whole.figure.value!) > room) ||
            overlap(parts.at(-1)!) ||
            overlap(items.at(-1)!) ||
            (isJoined(items[from]!) && isListed(whole, statements[whole.index + 1]!)) ||
            parts.some(isOfBoth) ||
            // 其中3个顺延，加上临时交办的5个: what is added to all is no part of it.
            parts.slice(1).some(({ ownClasses }) => does(ownClasses, "plus")) ||
            // 剩下的9个排进明年，城区5个: with what is left a list ends.
            (parts.slice(0, -1).some(({ ownClasses }) => does(ownClasses, "left")) &&
              Math.abs(sum - whole.figure.value!) > room) ||
            // 共19人，书面述法19人，现场述法8人: what is as much as the whole is no part of it beside others.
            (parts.some(({ figure }) => figure.value === whole.figure.value) && !bracketed) ||
            (parts.length < STATES_AT_MOST && areStates([whole, ...parts])) ||
            (Math.abs(sum - whole.figure.value!) > room && parts.some(isOfEach)) ||
            statements.slice(parts[0]!.index + 1, parts.at(-1)!.index + 2).some((next) => isTwofold(next, parts[0]!))
          )
            continue;
          // 其中 may speak of the first count alone, and the rest make up the whole without it.
          const first = from === 1 && opens(items[0]!) && !isJoined(parts[0]!) ? items[0]! : parts[0]!;
          const far =
            first === parts[0]
              ? listCost(statements, whole, items, from, to, bracketed) + (items === beside ? 1 : 0)
              : Math.max(areKinds(parts) ? 2 : 4, listCost(statements, whole, items, 0, to, bracketed));
          const cost = isAllButJust(statements, whole, parts, sum) ? Math.min(far, ALMOST_COST) : far;
          if (!off && !isWorthy(cost, sum, whole.figure.value!, room)) continue;
          const form = isOpen(parts) ? "open" : "sum";
          // One of the items may be a part of another: 刑事120起，一般刑事90起，治安740起 of 860起.
          const inner =
            parts.length > 2 && cost < LOOSE
              ? parts.find(
                  (s, i) =>
                    i > 0 &&
                    Math.abs(sum - s.figure.value! - whole.figure.value!) <= room &&
                    shared(fullName(parts[i - 1]!), fullName(s)) >= 1,
                )
              : undefined;
          if (inner)
            yield {
              kind: "sum",
              form,
              claim: whole,
              operands: asAll(
                "part",
                parts.filter((s) => s !== inner),
              ),
              cost: 2,
              key: `list ${first.index}`,
            };
          yield { kind: "sum", form, claim: whole, operands: asAll("part", parts), cost, key: `list ${first.index}` };
        }
      }
    }
  }
}

/** How near, of the whole, many parts must come to make it up whatever else speaks for it, how many, and what that is worth. */
const [ALMOST, MANY, ALMOST_COST] = [0.03, 4, 2];

/** 设备4217台，电梯1836台，锅炉142台，…，车辆572台: so many counts right behind another, to the end, do not come so near it by chance. */
const isAllButJust = (
  statements: readonly Statement[],
  whole: Statement,
  parts: readonly Statement[],
  sum: number,
): boolean => {
  const last = statements[parts.at(-1)!.index + 1];
  return (
    parts.length >= MANY &&
    Math.abs(sum - whole.figure.value!) <= ALMOST * whole.figure.value! &&
    parts.every((s, i) => s.index === whole.index + 1 + i && s.segment === whole.segment) &&
    !(last?.segment === whole.segment && sameUnit(last, whole) && isLevel(last))
  );
};

/** 共查出隐患143处。东片58处；西片47处；沿河38处: a sentence that tells one count in each of its stretches, behind their whole. */
function* ofStretches(statements: readonly Statement[], whole: Statement): Generator<Constraint> {
  const next = statements[whole.index + 1];
  if (!next || next.sentence === whole.sentence || next.previous?.sentence === next.sentence) return;
  const parts = statements
    .slice(next.index, next.index + 2 * MOST)
    .filter(
      (s) => s.sentence === next.sentence && s.depth === whole.depth && sameUnit(s, whole) && s.standing !== "delta",
    );
  const apart = new Set(parts.map(({ segment }) => segment)).size === parts.length;
  if (!apart || parts.length < 3 || !parts.every((s) => isLevel(s) && !isTotalOf(s)) || overlap(parts.at(-1)!)) return;
  const sum = sumOf(parts);
  if (Math.abs(sum - whole.figure.value!) > NEAR * whole.figure.value!) return;
  yield {
    kind: "sum",
    form: isOpen(parts) ? "open" : "sum",
    claim: whole,
    operands: asAll("part", parts),
    // 36起。道路交通22起；火灾8起；溺水4起: fewer may be but the first of them.
    cost:
      sum < whole.figure.value! - roomOf([whole, ...parts]) && !does(parts.at(-1)!.ownClasses, "rest")
        ? LOOSE
        : does(whole.ownClasses, "sum")
          ? 0
          : 1,
    key: `list ${parts[0]!.index}`,
  };
}

const YEAR = "全年";
const TIMES: readonly (readonly string[])[] = [
  ["上半年", "下半年"],
  ["一季度", "二季度", "三季度", "四季度"],
  ["前三季度", "四季度"],
];

/** 全年28场，受训1204人。上半年办了11场，…，下半年办了17场: the times that make up a year, told in the sentence behind. */
function* ofTimes(statements: readonly Statement[], whole: Statement): Generator<Constraint> {
  if (!whole.own.some(({ text }) => text === YEAR)) return;
  const later = statements.slice(whole.index + 1, whole.index + 1 + MOST);
  const next = later.find((s) => s.sentence !== whole.sentence)?.sentence;
  const told = later.filter(
    (s) => s.sentence === next && isLevel(s) && s.depth === whole.depth && sameUnit(s, whole) && timeOf(s) !== null,
  );
  const complete = TIMES.some((times) => told.length === times.length && told.every((s, i) => timeOf(s) === times[i]));
  if (complete)
    yield {
      kind: "sum",
      form: "sum",
      claim: whole,
      operands: asAll("part", told),
      cost: 1,
      key: `list ${told[0]!.index}`,
    };
}

/** The part of a year that the clause of a count begins with. */
function timeOf({ gap }: Statement): string | null {
  const at = gap.findLastIndex(({ text }) => isPartOfYear(text));
  return at < 0 ? null : `${gap[at - 1]?.text === "前" ? "前" : ""}${gap[at]!.text}`;
}

/** 7856万元，其中6256万元、1600亿元: one part written with 亿 for 万, and with it right the sum is right. */
function isMisscaled(parts: readonly Statement[], sum: number, whole: number, room: number): boolean {
  // 5.19万件、3.18件 of 8.37万件: of what comes in wholes there is no fraction.
  const cut = parts.find(({ figure }) => figure.precision < 1 && isCountable(figure.unit));
  if (cut) return Math.abs(sum + cut.figure.value! * (1e4 - 1) - whole) <= room + slack(cut.figure) * 1e4;
  // 630万元、480万元、150万元 of 1260亿元
  if (whole >= 100 * sum && sum > 100) {
    const exact = room + slack(parts[0]!.figure);
    return [1e-4, 1e-8].some((scale) => Math.abs(sum - whole * scale) <= Math.min(exact, sum / 1000));
  }
  if (sum < 100 * whole) return false;
  const most = greatest(parts.map(({ figure }) => figure.value!));
  return Math.abs(sum - most * (1 - 1e-4) - whole) <= room;
}

/** What may be parts of a whole: like counts of its own sentence, and of each sentence behind it that opens a list of kinds. */
function rowsAfter(statements: readonly Statement[], whole: Statement): readonly (readonly Statement[])[] {
  const rows: Statement[][] = [];
  let sentence = whole.sentence;
  let row: Statement[] = [];
  for (const s of statements.slice(whole.index + 1, whole.index + 1 + 2 * REACH)) {
    if (s.sentence !== sentence) {
      const first = statements[s.index - 1]!.sentence !== s.sentence;
      if (!first || !(byKindOf(s) || does(s.gapClasses, "of"))) break;
      rows.push(row);
      row = [];
      sentence = s.sentence;
    }
    // 累计完成3.32亿元，往年1.48亿元，本年1.84亿元: of all years, and no base.
    const past =
      s.standing === "base" &&
      does(whole.ownClasses, "sum") &&
      s.own.some(({ text }) => text === "往年" || text === "以前");
    if (row.length >= MOST || !(isLevel(s) || past) || !sameUnit(s, whole) || isTotalOf(s)) continue;
    // 去年7.3公里，今年4.1公里，累计11.4公里，剩余7.2公里: what was added up is one.
    if (
      row.length > 0 &&
      s.own.some(({ text }) => text === "累计" || text === "两项合计") &&
      s.sentence === row[0]!.sentence
    )
      row = [];
    row.push(s);
  }
  rows.push(row);
  return rows.filter(({ length }) => length > 1);
}

/** 两者相加13人: of what was told before it. */
const isTotalOf = ({ own, ownClasses, gapClasses, previous, clause }: Statement): boolean =>
  !isOfItsOwn(own) &&
  !does(ownClasses | gapClasses | (previous?.clause === clause ? previous.ownClasses : 0), "rest") &&
  own.some(({ text }) => text === "相加" || text === "合起来" || text === "加起来" || text === "之和");

/** 门诊部和诊所合起来还有296家: of what it names itself. */
const isOfItsOwn = (own: readonly Token[]): boolean =>
  own.findIndex(({ text }) => text === "和" || text === "与") > 0 && own.some(({ pos }) => pos[0] === "n");

/** 从场所看，住宅98起: an item of a list, and no whole of those beside it. */
export function isKind(s: Statement): boolean {
  for (
    let at: Statement | null = s, steps = 0;
    steps++ < REACH && at?.sentence === s.sentence && at.depth === s.depth && sameUnit(at, s) && isLevel(at);
    at = at.previous
  )
    if (at.own.length > 0 && byKindOf(at)) return true;
  return false;
}

/** A list without what 其中 says of one of its items. */
function outermost(items: readonly Statement[]): readonly Statement[] {
  const kept: Statement[] = [];
  let inner: Statement | null = null;
  for (const [i, s] of items.entries()) {
    if (
      i > 0 &&
      s.segment === items[i - 1]!.segment &&
      (does(s.ownClasses, "of") || s.own.some(({ text }) => INSIDE.has(text)))
    )
      inner = s;
    else if (inner && ((s.mark !== "、" && s.mark !== "") || s.segment !== inner.segment)) inner = null;
    if (!inner) kept.push(s);
  }
  return kept;
}

/** Whether the list says of itself that it leaves something out, or that its kinds overlap. */
function isOpen(parts: readonly Statement[]): boolean {
  const last = parts.at(-1)!;
  const said =
    parts.some(({ own, ownClasses }) => does(ownClasses, "open") && !does(ownClasses, "rest") && !isNameOfKinds(own)) ||
    (does(parts[0]!.gapClasses, "open") && !isNameOfKinds(parts[0]!.gap));
  // 居前三位的是: the first of them
  return (
    said ||
    last.tail[0]?.text === "等" ||
    isLeftUntold(last) ||
    parts[0]!.gap.some(({ text }, i, gap) => text === "居" && gap[i + 1]?.text === "前")
  );
}

/** 函件、报刊等传统业务为: the name of all of them, though it lists but some. */
const isNameOfKinds = (own: readonly Token[]): boolean => {
  const at = own.findLastIndex(({ text }) => text === "等");
  return at >= 0 && own.slice(at + 1).some(({ pos }) => pos[0] === "n") && !own.some(({ text }) => text === "主要");
};

/** Words that say of kinds just told that they are not apart. */
const COMPOSED = ["构成", "组成"];
/** 由中央资金、…构成; 254个机构由14个卫生院、…组成 */
const isComposed = ({ own }: Statement, last: Statement): boolean =>
  (own[0]?.text === "由" || own.at(-1)?.text === "由") && COMPOSED.some((word) => behind(last).includes(word));
const OVERLAP = ["部分", "同时", "兼", "交叉", "重复", "重叠"];

export const overlap = (last: Statement): boolean => OVERLAP.some((word) => behind(last).includes(word));

/** 甲、乙、丙三镇分别为90批、70批、50批，其余为外地: how many more there are is not told. */
export const isLeftUntold = (last: Statement): boolean =>
  statementsOf(last.paragraph)[last.index + 1]?.sentence !== last.sentence &&
  [...OTHERS].some((word) => behind(last).includes(word));

/** Whether an item is itself made up of those right behind it: what is told of one part is no part of the whole. */
function isNested(parts: readonly Statement[]): boolean {
  for (let at = 0; at < parts.length - 2; at++) {
    let sum = 0;
    for (let i = at + 1; i < parts.length; i++) {
      sum += parts[i]!.figure.value!;
      if (i > at + 1 && sum === parts[at]!.figure.value!) return true;
      if (sum > parts[at]!.figure.value!) break;
    }
  }
  return false;
}

/** Whether what follows an item says that some of them are of two kinds: 其中4个社区兼有两级称号. */
const isTwofold = (next: Statement | undefined, item: Statement): boolean =>
  next?.sentence === item.sentence && [...next.own, ...next.tail].some(({ text }) => TWOFOLD.has(text));

/** 依次为48、41、32: a number of a bare list, and no whole of the others. */
const isListed = (s: Statement, next: Statement): boolean =>
  follows(s, next) || (s.previous !== null && follows(s.previous, s));

const follows = (s: Statement, next: Statement): boolean =>
  next.own.length === 0 && next.mark === "、" && (s.figure.unit === null || s.figure.unit === next.figure.unit);

/** 两项都参加过的220人 are counted with each of the two. */
const isOfBoth = ({ own, previous, clause }: Statement): boolean =>
  (["都", "均"].includes(own[0]?.text ?? "") && previous?.clause === clause) ||
  own.some(({ text }, i) => (text === "都" || text === "均") && own[i - 1] !== undefined && BOTH.has(own[i - 1]!.text));

const BOTH = new Set(["两样", "两项", "两者", "两类", "二者", "两种", "两级", "两个"]);

/** 职业学校和特教学校各1所: as many times as there are names. */
const isOfEach = ({ own }: Statement): boolean => own.at(-1)?.text === "各";

const TWOFOLD = new Set(["兼", "兼有", "兼具", "兼任", "兼而有之", "重叠", "重复", "交叉"]);

/** What follows a figure up to the next one or the end of its sentence, as far as it can speak of the figure. */
const behind = ({ paragraph, index, figure: { span } }: Statement): string => {
  const next = statementsOf(paragraph)[index + 1]?.figure.span.start ?? Number.POSITIVE_INFINITY;
  const words = paragraph.folded.slice(span.end, Math.min(next, span.end + 24));
  const stop = words.indexOf("。");
  return stop < 0 ? words : words.slice(0, stop);
};

/** How far-fetched it is that a stretch of a row of like figures makes up a whole before it. */
function listCost(
  statements: readonly Statement[],
  whole: Statement,
  items: readonly Statement[],
  from: number,
  to: number,
  bracketed: boolean,
): number {
  const first = items[from]!;
  const last = items[to]!;
  const next = items[to + 1];
  const parts = items.slice(from, to + 1);
  const opened = bracketed ? from === 0 : opens(first) || isComposed(first, last);
  // 超标的47天中，臭氧29天: days that are counted, and none that anything took.
  const measured = isMeasured(whole.figure.unit) && !INSIDE.has(whole.tail[0]?.text ?? "");
  // 批了18个。…领域项目33个，其中道路14个: 其中 is of the like count right before it, and of none in another sentence.
  const { previous } = first;
  const nearer =
    previous !== null && previous.segment === first.segment && isLevel(previous) && sameUnit(previous, first);
  if (opened && !bracketed && nearer && previous !== whole && crossing(first, whole) > 1) return LOOSE + 2;
  // 二季度155户，三季度回落到98户: what a thing came to is no part of another.
  if (!opened && (parts.some(isReached) || areTurns(whole, first))) return LOOSE;
  if (opened && !bracketed && isOfUntold(first)) return LOOSE + 2;
  if (!opened && (measured || isKind(whole) || isOfOther(last, whole))) return LOOSE;
  // 分机构看，公立医院231万…。分季度看，依次为112万…: a second list by kinds is of the whole of the first.
  if (opened && !bracketed && crossing(first, whole) > 1 && isKind(whole)) return LOOSE;
  const rested = does(last.ownClasses, "rest") || isComposed(first, last);
  const even = parts.slice(1).every(isJoined);
  const ended =
    next === undefined ||
    rested ||
    next.segment !== last.segment ||
    does(next.ownClasses, "sum", "plus") ||
    joint(last) ||
    (even && !isJoined(next));
  // Behind an opener the nearest like count is the whole, or one before it that the opener passes over.
  // 43名干部中，26名…: a few of them may be all that is told.
  const among =
    !bracketed && opened && !does(first.gapClasses, "of") && first.gap.some(({ text }) => INSIDE.has(text))
      ? isMeant(whole, first)
        ? (parts.slice(1).every(isJoined) || isWholly(statements, parts, whole)) && previousOf(first) !== whole
          ? 0
          : areKinds(parts)
            ? 1
            : 2
        : 3
      : 0;
  // 36处中有13处存在险情，只修缮了5处: some of them.
  if (opened && isSome(first) && !areKinds(parts)) return LOOSE + 2;
  let cost = opened ? from + among : from === 0 ? 1 : from + 3;
  // 茶叶9个、食用菌5个、油茶4个、水产2个: a row is not cut.
  if (next && areStates([...parts, next])) cost += 5;
  else if (!ended) cost += even && parts.length > 2 && next && isJoined(next) && next.own.length > 0 ? 5 : 2;
  if (crossing(first, whole) > 1 && !byKindOf(first)) cost += 2;
  if (crossing(first, whole) > 0) cost += opened ? (does(whole.ownClasses, "of", "rest") ? 2 : 0) : 2;
  if (crossing(first, whole) > 1 && hasRival(statements, whole, first)) cost += 2;
  if (crossing(last, first) > 0) cost += parted(parts) ? 1 : 2;
  if (among > 1 && sumOf(parts) > whole.figure.value!) cost++;
  cost += strangers(statements, first, last, parts) + interrupted(statements, parts);
  const closed =
    even &&
    parts.every(({ ownClasses, own }) => own.length <= 3 && !does(ownClasses, "inflow", "up", "down", "net")) &&
    first.mark === "," &&
    !isJoined(whole) &&
    first.previous === whole &&
    (next === undefined || next.sentence !== last.sentence);
  // 收到93件，来信、来访、网上依次为8件、34件、51件: kinds named ahead of their row, right behind their whole.
  const named = first.label.length > 0 && even && first.previous === whole && does(first.gapClasses, "each");
  if (!opened && !named && areNeighbours(whole, parts)) cost += 4;
  else if (!opened && !named && !rested) cost += unrelated(whole, parts, closed);
  const all =
    parts.length > 2 &&
    parts.slice(1).every(isJoined) &&
    Math.abs(sumOf(parts) - whole.figure.value!) <= NEAR * whole.figure.value!;
  if (!bracketed && parts.some(({ figure }) => figure.unit !== whole.figure.unit)) cost += opened && all ? 1 : 3;
  if (isInflow(whole) && !opened && before(statements, whole).some((s) => s.segment === whole.segment && isOpening(s)))
    cost += 3;
  if (
    opened &&
    !bracketed &&
    parts.slice(1).some((s) => s.mark === "," && does(s.ownClasses, "closing") && !does(s.ownClasses, "rest"))
  )
    cost += 3;
  if (
    !opened &&
    parts
      .slice(1)
      .some((s) => does(s.ownClasses, "closing") || s.own.some(({ text }) => text[0] === "未" || text[0] === "尚"))
  )
    cost += before(statements, whole).some(
      (s) => s.segment === whole.segment && does(s.gapClasses, "opening", "earlier"),
    )
      ? 3
      : 0;
  if (parts.length === 2 && parts[1]!.own.length === 0 && parts[1]!.mark === "," && sumOf(parts) !== whole.figure.value)
    cost += 2;
  if (!opened && isSibling(whole, first)) cost += 2;
  // 甲线120处，完成117处，乙线60处，完成58处: two rows of one kind.
  if (!opened && parts.some(({ own }) => own.length > 0 && said(own) === said(whole.own))) cost += 3;
  // An item is never its list's whole.
  if (first.previous === whole && isJoined(first) && !does(first.ownClasses, "of")) cost += 3;
  return cost;
}

const DOING: ReadonlySet<Pos> = new Set<Pos>(["v", "d", "p", "a"]);
/** 公安121件，市场监管88件，自然资源47件: one of several that are named side by side, no deed of any told, is no whole of the next. */
const isSibling = (whole: Statement, next: Statement): boolean =>
  whole.previous !== null &&
  next.previous === whole &&
  [whole.previous, whole, next].every(
    (s) => s.segment === whole.segment && s.depth === whole.depth && sameUnit(s, whole) && isLevel(s) && isThing(s),
  ) &&
  whole.mark !== "";

/** Whether a count is of a thing by name, and tells no deed. */
export const isThing = ({ own, ownClasses }: Statement): boolean =>
  own.length > 0 && ownClasses === 0 && own.every(({ pos }) => !DOING.has(pos));

const isSome = ({ gap }: Statement): boolean =>
  gap.some(({ text }, i) => text === "有" && INSIDE.has(gap[i - 1]?.text ?? ""));

/** Clauses without a figure between the parts: a list does not stop to tell of something else. */
function interrupted(statements: readonly Statement[], parts: readonly Statement[]): number {
  let found = 0;
  for (const [i, s] of parts.entries()) {
    const before = parts[i - 1];
    if (!before || s.gap.length - s.own.length < 3 || s.mark === "、") continue;
    const told = statements.slice(before.index + 1, s.index);
    if (told.length === 0 && s.gap.length > s.own.length + before.tail.length) found++;
  }
  return Math.min(2, found);
}

/** Items that are set apart by ； each. */
const parted = (parts: readonly Statement[]): boolean =>
  parts.every((s, i) => i === 0 || s.segment !== parts[i - 1]!.segment);

/** Counts of other things that stand between the parts; rates, changes and second columns do not count. */
function strangers(
  statements: readonly Statement[],
  first: Statement,
  last: Statement,
  parts: readonly Statement[],
): number {
  let found = 0;
  for (const s of statements.slice(first.index + 1, last.index)) {
    if (s.group !== first.group || !isLevel(s) || parts.includes(s) || s.standing !== "level") continue;
    if (
      s.mark === "" ||
      s.own.length === 0 ||
      (parts.includes(statements[s.index + 1]!) && statements[s.index + 1]!.own.length === 0)
    )
      continue;
    if (does(s.ownClasses, "of")) continue;
    found++;
  }
  return Math.min(3, found);
}

/** How many names share a word with the whole's, or with one another, or end alike. */
const kinOf = (whole: readonly string[], names: readonly (readonly string[])[]): number =>
  names.filter(
    (name, i) =>
      shared(name, whole) > 0 || names.some((other, j) => j !== i && (shared(name, other) > 0 || sameEnd(name, other))),
  ).length;

/** 玉米5.38万亩，大豆2.76万亩，薯类2.26万亩: things that share no word stand side by side, and none is made up of the others. */
export const areNeighbours = (whole: Statement, parts: readonly Statement[]): boolean =>
  isThing(whole) &&
  parts.every((s) => isThing(s) || does(s.ownClasses, "rest")) &&
  kinOf(fullName(whole), parts.map(fullName)) === 0;

/**
 * Whether parts that no word opens are parts at all: two of 的 before the figure (去往外地的2.4万人), a word shared with the
 * whole or one another, three or more, and a sum about as large as the whole.
 */
function unrelated(whole: Statement, parts: readonly Statement[], closed: boolean): number {
  const sum = sumOf(parts);
  const near = Math.abs(sum - whole.figure.value!) <= NEAR * whole.figure.value!;
  const names = parts.map(fullName);
  const whose = fullName(whole);
  const kin = kinOf(whose, names);
  const attributive = parts.filter(({ own }) => own.at(-1)?.text === "的").length;
  const bare = parts.filter(({ own }) => own.length <= 2).length;
  let signs = 0;
  if (
    parts.every(
      (s, i) =>
        names[i]!.length === 0 &&
        s.own.some(({ pos, text }) => pos === "t" || text.includes("年") || text.includes("月") || text.includes("季")),
    )
  )
    signs += 3;
  if (parts.length > 1 && parts.every(({ own }) => GRADES.has(own.findLast(({ text }) => text !== "的")?.text ?? "")))
    signs += 3;
  if (near) signs++;
  if (closed) signs++;
  if (parts.length > 2) signs++;
  if (kin >= 2) signs++;
  if (attributive > 0) signs++;
  if (bare === parts.length) signs++;
  if (does(whole.ownClasses, "sum")) signs++;
  return signs >= 3 ? 0 : signs === 2 ? 1 : 3;
}

/** 退出人员中，期满60人，调离25人，另有15人自愿退出: all that a sentence counts, and nearly all of the whole. */
const isWholly = (statements: readonly Statement[], parts: readonly Statement[], whole: Statement): boolean =>
  parts.length > 2 &&
  !before(statements, whole).some((s) => s.sentence === whole.sentence && isOpening(s)) &&
  Math.abs(sumOf(parts) - whole.figure.value!) <= NEAR * whole.figure.value! &&
  statements
    .slice(parts[0]!.index, parts.at(-1)!.index + 4)
    .every(
      (s) =>
        s.sentence !== parts[0]!.sentence ||
        s.depth > whole.depth ||
        !isLevel(s) ||
        !sameUnit(s, whole) ||
        parts.includes(s),
    );

/** Whether the names of parts end alike, each with another. */
export const areKinds = (parts: readonly Statement[]): boolean => {
  const names = parts.map((s) => {
    const name = fullName(s);
    // 4A级, 3A级: a name in figures.
    return name.length > 0 ? name : s.own.some(({ figure }) => figure >= 0) ? [said(s.own)] : [];
  });
  return names.every((name, i) => names.some((other, j) => j !== i && sameEnd(name, other)));
};

/**
 * 企业58家，其中高新技术企业32家，专精特新企业28家，出口企业19家: each part is some of the whole's own things, told by a word of its own kind,
 * so that one of them may be counted twice. 省级, 市级 and 县级 are of one kind, and so are grades and states.
 */
export function mayOverlap(whole: Statement, parts: readonly Statement[]): boolean {
  const told = parts.length > 2 && sumOf(parts) > (1 + SLIPPED) * whole.figure.value!;
  if (!told || parts[0]!.index < whole.index || areStates(parts)) return false;
  // 其他案件69件: with the others told, nothing is counted twice.
  if (parts.some(({ ownClasses }) => does(ownClasses, "rest"))) return false;
  const own = fullName(whole);
  const called = [own, isClassNoun(own.at(-1) ?? "") ? own.slice(0, -1) : []].map((name) => name.join(""));
  const kinds = parts.flatMap((s) => {
    const name = fullName(s).join("");
    const shared = greatest(called.map((whole) => sharedEnd(name, whole)));
    return shared > 0 && shared < name.length ? [name.slice(0, -shared)] : [];
  });
  return (
    kinds.length > 1 &&
    kinds.length >= parts.length - 1 &&
    !kinds.every((kind) => kind.at(-1) === kinds[0]!.at(-1)) &&
    !kinds.every((kind) => GRADES.has(kind))
  );
}

/** By how much, of its whole, a slip rather makes a list too long than things that are counted twice. */
const SLIPPED = 0.06;

/** How many characters two names share at their ends. */
function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

/** Classes that things are put into, all of them. */
const GRADES = new Set(
  "优 良 中 差 优秀 良好 合格 不合格 基本合格 一般 较好 较差 达标 不达标 称职 基本称职 不称职 A类 B类 C类 D类 A级 B级 C级 D级 一级 二级 三级 一类 二类 三类 评为优秀 评为优 的优秀".split(
    " ",
  ),
);

const previousOf = ({ previous }: Statement): Statement | null => previous;

/** The deed that a count is of: 注销 of 注销631人. */
export const deedsOf = ({ own }: Statement): readonly string[] =>
  own
    .filter(({ classes, text }) => does(classes, "inflow", "outflow", "closing") && text.length > 1)
    .map(({ text }) => text);

/** 已办结的案件中: the words that say of what the parts are name the whole, unless it stands right before them. */
function isMeant(whole: Statement, { gap, previous }: Statement): boolean {
  const at = gap.findIndex(({ text }) => INSIDE.has(text));
  const words = said(gap.slice(0, at));
  return previous === whole && whole.tail.some(({ text }) => INSIDE.has(text))
    ? true
    : [...fullName(whole), ...deedsOf(whole)].some((word) => word.length > 1 && words.includes(word));
}

/** 专职 and 兼职, 金牌 and 银牌: kinds of one thing end alike. */
const sameEnd = (a: readonly string[], b: readonly string[]): boolean =>
  a.at(-1) !== undefined && a.at(-1)!.at(-1) === b.at(-1)?.at(-1);

const PUT_OFF = new Set("顺延 取消 撤销 终止 中止 调减 缓办 暂缓 退出".split(" "));

function* partsBefore(statements: readonly Statement[], whole: Statement): Generator<Constraint> {
  // 总数增至6家 is what there is now, and no sum of what came.
  if ((isReached(whole) && does(whole.ownClasses, "up", "down")) || byKindOf(whole)) return;
  const closes =
    (does(whole.ownClasses, "sum") && !isOfItsOwn(whole.own)) ||
    (statements[whole.index - 1]?.standing === "tally" && nameOf(whole).length === 0) ||
    (whole.gap.length <= 6 && does(whole.gapClasses, "sum"));
  const row: Statement[] = [];
  let tally: number | null = null;
  let before: Statement = whole;
  for (let i = whole.index - 1; i >= 0 && whole.index - i <= REACH && row.length < 8; i--) {
    const s = statements[i]!;
    if (crossing(s, whole) > 1) break;
    if (s.standing === "tally" && row.length === 0 && s.clause === whole.clause) [tally, before] = [s.figure.value, s];
    const counts = isLevel(s) || (s.standing === "base" && s.year !== null);
    // 四项保险依次为5.9万人、21.3万人…，累计36.4万人次
    const like = sameUnit(s, whole) || (does(whole.ownClasses, "sum") && isTimesOf(whole.figure.unit, s.figure.unit));
    if (
      counts &&
      like &&
      !(tally !== null && isComponent(s)) &&
      (s.depth === whole.depth || row.length === 0 || s.group === row[0]!.group)
    )
      row.push(s);
  }
  const slice = ofTime(whole, row);
  if (slice) {
    yield { kind: "sum", form: "sum", claim: whole, operands: asAll("part", slice), cost: 0 };
    return;
  }
  const plus = row.findIndex((s) => does(s.gapClasses, "plus"));
  const added = plus >= 0 || row.some((s) => does(s.gapClasses, "plus"));
  const form = isLeftOpen(whole, row[0]) ? "open" : "sum";
  const foremost = tally !== null && before.own.at(-1)?.text.endsWith("前") ? tally : null;
  if (foremost && foremost < row.length)
    for (let from = row.length; from >= foremost && from > row.length - 3; from--)
      yield {
        kind: "sum",
        form: "sum",
        claim: whole,
        operands: asAll("part", row.slice(from - foremost, from).reverse()),
        cost: row.length - from,
      };
  // 扣除关停的2个，加上新建的7个: an account, and no sum.
  // 32个，其中3个顺延到下年，加上交办的5个: and what was put off is in none of them.
  const putOff = added && row.some((s) => isInner(s) && s.tail.some(({ text }) => PUT_OFF.has(text.slice(0, 2))));
  if (
    putOff ||
    // 防洪63个、供水44个，两种功能兼有的15个，共92个: what is of both is counted once.
    row.some(({ own }) => own.some(({ text }) => TWOFOLD.has(text))) ||
    row.some(({ own }) => own.some(({ text }) => DEDUCTED.has(text))) ||
    (isOutflow(whole) && row.some(isOpening))
  )
    return;
  for (let n = 2; n <= row.length; n++) {
    // 三类合起来 are not two of them.
    if (tally !== null && n < tally && tally <= row.length) continue;
    const parts = row.slice(0, n).reverse();
    // 整改类37个销号29个: some of the item before.
    if (
      parts.some(
        (s) => s.mark === "" && !isJoined(s) && !isInflow(s) && s.previous !== null && parts.includes(s.previous),
      )
    )
      continue;
    // 抽检依次为412批次、737批次，不合格依次为6批次、18批次，共: the second of two rows.
    const second =
      n < row.length &&
      does(parts[0]!.gapClasses, "each") &&
      parts.slice(1).every(isJoined) &&
      row.slice(0, n).every((s) => s.sentence === whole.sentence);
    const natural =
      second || tally === n || (tally === null && (n === row.length || row[n]!.segment !== row[n - 1]!.segment));
    const taken = plus >= 0 && n === plus + 2;
    const far = crossing(parts[0]!, whole);
    const inFull =
      n === row.length &&
      parts.slice(1).every(isJoined) &&
      does(parts[0]!.gapClasses, "each") &&
      does(whole.ownClasses, "now");
    const mixed = tally !== n && parts.some(({ figure }) => figure.unit !== whole.figure.unit) ? 2 : 0;
    const stock = isReached(whole) && parts.some(isInflow) ? 2 : 0;
    const cost =
      mixed +
      stock +
      (closes || added ? 0 : inFull ? 1 : 3) +
      (natural || taken ? 0 : 2) +
      far +
      between(statements, parts, whole);
    const [sum, room] = [sumOf(parts), roomOf([whole, ...parts])];
    // 问题179个，118个当场改正，61个限期整改，整改172个: they make up what was told before.
    if (parts.every(isComponent) && Math.abs(sum - whole.figure.value!) > room) continue;
    if (isWorthy(cost, sum, whole.figure.value!, room) || isMisscaled(parts, sum, whole.figure.value!, room))
      yield { kind: "sum", form, claim: whole, operands: asAll("part", parts), cost };
  }
  const inner = row.filter((s) => !isInner(s));
  if (inner.length !== row.length)
    for (let n = 2; n <= inner.length; n++)
      yield {
        kind: "sum",
        form: "sum",
        claim: whole,
        operands: asAll("part", inner.slice(0, n).reverse()),
        cost: (closes || added ? 0 : 3) + (n === inner.length || tally === n ? 0 : 2),
      };
}

/** 4起、7起等违法行为25起: what is counted is more than those told. 共调处讨薪等纠纷173起 names a kind, and goes on from no list. */
const isLeftOpen = (whole: Statement, last: Statement | undefined): boolean =>
  whole.own.findIndex(({ text }) => text === "等") === 0 ||
  (isJoined(whole) && whole.own.some(({ text }) => text === "等")) ||
  last?.tail.some(({ text }) => text === "等") === true;

const QUARTERS: Readonly<Record<string, readonly [number, number]>> = {
  全年: [0, 4],
  一季度: [0, 1],
  二季度: [1, 2],
  三季度: [2, 3],
  四季度: [3, 4],
  上半年: [0, 2],
  下半年: [2, 4],
  前三季度: [0, 3],
  前两季度: [0, 2],
  前二季度: [0, 2],
  前两季: [0, 2],
  前三季: [0, 3],
};
const MONTHS: Readonly<Record<string, readonly [number, number]>> = {
  全年: [0, 12],
  一季度: [0, 3],
  二季度: [3, 6],
  三季度: [6, 9],
  四季度: [9, 12],
  上半年: [0, 6],
  下半年: [6, 12],
  前三季度: [0, 9],
};

/** Of a series told by quarters or months, those of the time that a total names: 前三季度累计, 下半年. */
function ofTime(whole: Statement, row: readonly Statement[]): readonly Statement[] | null {
  const words = said(whole.own.length > 0 ? whole.own : whole.gap);
  // 一季度62.11亿元，二季度: the totals of other times stand between.
  const begin = row.findIndex((s) => isJoined(s) || !isOfPeriod(s));
  const end = row.findIndex((s, i) => i >= begin && !isJoined(s));
  const first = row[end];
  const quarters = row.slice(0, 4).reverse();
  const series =
    areQuarters(quarters) && !does(whole.gapClasses, "each")
      ? quarters
      : row.slice(Math.max(0, begin), end + 1).reverse();
  if (!first || !(byTime(first) || series.every(isOfPeriod))) return null;
  const months = series.length === 12 || series.length === 6;
  const table = series.length === 4 ? QUARTERS : months ? MONTHS : {};
  const chosen = series.length === 4 ? someOf(whole) : [];
  if (chosen.length > 1) return chosen.map((at) => series[at]!);
  const name = Object.keys(table).findLast((name) => words.includes(name));
  // 四季度6个，全年竣工40个: of another deed.
  if (name === "全年" && whole.own.some(({ pos, classes }) => pos === "v" && classes === 0)) return null;
  const [from, to] = name ? table[name]! : firstOf(whole);
  return to > from + 1 && to <= series.length ? series.slice(from, to) : null;
}

const EACH_QUARTER = ["一季度", "二季度", "三季度", "四季度"];
/** 一季度12个，二季度19个，三季度14个，四季度5个 */
const areQuarters = (row: readonly Statement[]): boolean =>
  row.length === EACH_QUARTER.length && row.every(({ own }, i) => own.some(({ text }) => text === EACH_QUARTER[i]));

/** 一、四季度合计, 二、三两个季度合起来: the quarters of a row that a total names, by their places. */
function someOf({ gap }: Statement): readonly number[] {
  const [named = ""] = said(gap).split("季度");
  const names = COUNTED.reduce(
    (words, count) => (words.endsWith(count) ? words.slice(0, -count.length) : words),
    named,
  );
  const places: number[] = [];
  for (let at = names.length - 1; at >= 0 && QUARTER.includes(names[at]!); at--)
    places.unshift(QUARTER.indexOf(names[at]!));
  return places;
}
const COUNTED = ["两个", "三个"];
const QUARTER = "一二三四";

/** Those of a row of four quarters or twelve months that some words name: 上半年, 第二季度; null where they name none. */
export function sliceOf(words: string, row: readonly Statement[]): readonly Statement[] | null {
  const table = row.length === 4 ? QUARTERS : row.length === 12 ? MONTHS : {};
  const name = Object.keys(table).findLast((name) => words.includes(name));
  const [from, to] = name ? table[name]! : [0, 0];
  return to > from ? row.slice(from, to) : null;
}

/** 头三个月合计, 前两个季度累计: so many from the first. */
function firstOf({ previous, clause }: Statement): readonly [number, number] {
  const lead = previous?.clause === clause ? previous.own.at(-1)?.text : undefined;
  const timed =
    previous?.figure.unit === "个月" || previous?.figure.unit === "个季度" || previous?.figure.unit === "季度";
  return timed && (lead === "前" || lead === "头") ? [0, previous.figure.value!] : [0, 0];
}

/** 3月36起, 二季度25场 */
export const isOfPeriod = ({ own }: Statement): boolean =>
  own.some(({ text }) => text.endsWith("月") || text.endsWith("季度") || text.endsWith("半年"));

/** 前三年改了26个，今年改了7个: one deed at two times, of which neither is a part of the other. */
export const areTurns = (a: Statement, b: Statement): boolean =>
  isTimed(a) && isTimed(b) && deedOf(a) !== undefined && deedOf(a) === deedOf(b);
const isTimed = ({ own }: Statement): boolean => own.some(({ pos, text }) => pos === "t" || text.endsWith("年"));
const deedOf = ({ own }: Statement): string | undefined => own.findLast(({ pos }) => pos === "v")?.text;

/** 扣除关停的2个 */
export const DEDUCTED = new Set(["扣除", "扣减", "减去", "核减", "剔除", "除去"]);

/** What 其中 says of the figure before it, be it at once or behind a share: 其中夜间占25.0%，计780件. */
export const isInner = ({ ownClasses, previous }: Statement): boolean =>
  does(ownClasses, "of") || (previous !== null && isPercent(previous) && does(previous.ownClasses, "of"));

/** The first of the items joined by 、 up to a count: 维持3件 of 其中维持3件、终止2件. */
export function headOf(s: Statement): Statement {
  let head = s;
  for (let steps = 0; steps < MOST && head.mark === "、" && head.previous && sameUnit(head.previous, head); steps++)
    head = head.previous;
  return head;
}

/** 一季度累计125起，二季度累计89起。从场所看，…: which of two totals a list behind them is of, nobody can tell. */
const hasRival = (statements: readonly Statement[], whole: Statement, first: Statement): boolean =>
  statements
    .slice(whole.index + 1, first.index)
    .some((s) => s.sentence === whole.sentence && isLevel(s) && sameUnit(s, whole) && does(s.ownClasses, "sum"));

/** Other counts between the parts and their total, which are no part of it. */
const between = (statements: readonly Statement[], parts: readonly Statement[], whole: Statement): number =>
  Math.min(
    2,
    statements
      .slice(parts.at(-1)!.index + 1, whole.index)
      .filter((s) => s.standing === "level" && s.mark !== "" && s.group === whole.group).length,
  );
