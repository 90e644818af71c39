import { fullName, namesIn, shared } from "../statements/name.ts";
import { byKindOf, INSIDE, opens } from "../statements/openers.ts";
import { isJoined, type Row, rowsOf } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { isMeasured } from "../statements/unit.ts";
import type { Token } from "../words/lexer.ts";
import { isClosing, isOpening } from "./account.ts";
import { isEnd } from "./balance.ts";
import { asAll, type Constraint } from "./constraint.ts";
import { isWhole } from "./interval.ts";
import { crossing, isLevel, sameUnit } from "./reach.ts";
import { digitsOf, meantBy } from "./slip.ts";
import {
  areKinds,
  areNeighbours,
  areTurns,
  deedsOf,
  isComparable,
  isLeftUntold,
  isOfPeriod,
  overlap,
  roomOf,
  sumOf,
} from "./sum.ts";

/** How many statements back the whole of a row is looked for. */
const REACH = 24;
/** How many wholes are tried. */
const MOST = 3;
/** A row comes so near to its whole, but for a slip. */
const NEAR = 0.35;

/** Rows of like counts that make up a whole: one told before them, be it some sentences back, or the first of themselves. */
export function* partitions(statements: readonly Statement[]): Generator<Constraint> {
  const rows = rowsOf(statements);
  const rowOf = new Map(rows.flatMap((row) => row.items.map((s) => [s, row] as const)));
  for (const row of rows) {
    const { items } = row;
    const next = statements[items.at(-1)!.index + 1];
    // 未按规定备案和未建台账各1件
    if (next && next.sentence === items[0]!.sentence && does(next.ownClasses, "each") && sameUnit(next, items[0]!))
      continue;
    if (isAccount(statements, row) || overlap(items.at(-1)!) || isManifold(statements, row)) continue;
    if (isLeftUntold(items.at(-1)!)) continue;
    const outer = isWithin(items) && !isOpened(items) ? [] : wholesOf(statements, row);
    for (const [passed, whole] of outer.entries())
      yield made(whole, items, costOf(row, whole, rowOf.get(whole) ?? null, passed));
    if (!outer.some((whole) => fits(whole, items))) yield* ledBy(row);
  }
}

const made = (whole: Statement, items: readonly Statement[], cost: number): Constraint => ({
  kind: "sum",
  form: "sum",
  claim: whole,
  operands: asAll("part", items),
  cost,
  key: `list ${items[0]!.index}`,
});

/** The counts before a row that it may make up, the nearest first. */
function wholesOf(statements: readonly Statement[], { items }: Row): readonly Statement[] {
  const first = items[0]!;
  const sum = sumOf(items);
  const opened = isOpened(items);
  const found: Statement[] = [];
  for (let i = first.index - 1; i >= 0 && first.index - i <= REACH && found.length < MOST; i--) {
    const whole = statements[i]!;
    if (
      isLevel(whole) &&
      sameUnit(whole, first) &&
      whole.depth <= first.depth &&
      (isNear(sum, whole) || (opened && isMendable(items, whole)))
    )
      found.push(whole);
    // 已批18个。…项目33个，其中道路14个、水利8个: 其中 is of the like count right before it.
    const held = whole === first.previous && whole.segment === first.segment && first.own[0]?.text === "其中";
    if (held && isLevel(whole) && sameUnit(whole, first)) break;
  }
  return found;
}

/** 收到意见46条，采纳31条，未采纳15条: the first of a row is the whole of the others. */
function* ledBy({ items: [whole, ...items] }: Row): Generator<Constraint> {
  const first = items[0];
  if (!whole || !first || items.length < 2 || isJoined(first) || first.mark === ";") return;
  if (opens(whole) || byKindOf(whole) || does(whole.gapClasses, "each", "rest") || does(first.gapClasses, "plan"))
    return;
  if (items.some(({ figure }) => figure.value! >= whole.figure.value!) || !isNear(sumOf(items), whole)) return;
  // 开工1500套，竣工1120套，入住980套: steps of a course, and no parts.
  if (items.filter(({ figure }) => figure.value! > whole.figure.value! / 2).length > 1) return;
  if (areTurns(whole, first)) return;
  if (areNeighbours(whole, items)) return;
  if (isPair(items)) yield made(whole, items, 0);
  const bare = areKinds(items) || (items.length > 2 && digitsOf(whole.figure) > 2) ? 1 : 2;
  yield made(whole, items, isWhole(whole.figure) ? bare : bare + 1);
}

const fits = (whole: Statement, items: readonly Statement[]): boolean =>
  Math.abs(sumOf(items) - whole.figure.value!) <= roomOf([whole, ...items]);

/** 专利1092家，占70.0%；发明专利655家，占42.0%: shares of more than all say that some are of two kinds. */
function isManifold(statements: readonly Statement[], { items }: Row): boolean {
  const shares = items.map(({ index, sentence }) => {
    const next = statements[index + 1];
    return next?.standing === "share" && next.sentence === sentence && next.figure.unit === "%"
      ? next.figure.value!
      : null;
  });
  return shares.every((share) => share !== null) && shares.reduce((sum, share) => sum + share!, 0) > MANIFOLD;
}
const MANIFOLD = 104;

/** What was carried over, came in and went out makes up no whole. */
function isAccount(statements: readonly Statement[], { items }: Row): boolean {
  const first = items[0]!;
  const before = statements.slice(Math.max(0, first.index - 4), first.index).filter((s) => s.segment === first.segment);
  return (
    [...before, ...items].some((s) => isOpening(s) && s.standing === "level") ||
    items.some((s) => isClosing(s) || (isEnd(s) && !does(s.ownClasses, "rest")))
  );
}

const isNear = (sum: number, { figure }: Statement): boolean =>
  Math.abs(sum - figure.value!) <= NEAR * Math.max(sum, figure.value!) ||
  (isComparable(sum, figure.value!) && Math.max(sum, figure.value!) > 1000 * Math.min(sum, figure.value!));

/** Whether 万 for 亿, a point or two digits set right in one of them makes a row come out. */
const isMendable = (items: readonly Statement[], whole: Statement): boolean => {
  const short = whole.figure.value! - sumOf(items);
  const room = roomOf([whole, ...items]);
  return (
    items.some((item) =>
      meantBy(item).some(
        ({ finger, value }) => SWEEPING.has(finger) && Math.abs(value - item.figure.value! - short) <= room,
      ),
    ) || meantBy(whole).some(({ finger, value }) => SWEEPING.has(finger) && Math.abs(value - sumOf(items)) <= room)
  );
};
const SWEEPING = new Set(["scale", "point", "swapped"]);

/** Whether a row tells its own whole first: 66个，国家级3个、省级63个. */
const isWithin = ([first, ...items]: readonly Statement[]): boolean => items.length > 1 && fits(first!, items);

const PAIRS = (
  "上半年 下半年|男 女|线上 线下|县内 县外|省内 省外|市内 市外|区内 区外|国内 国外|境内 境外|城镇 乡村|城镇 农村|城区 乡村|城区 乡镇|城区 农村|城市 农村|公办 民办|公立 民营|专职 兼职|" +
  "室内 室外|等级 等外|国有 民营|内资 外资|存量 新增|自有 租赁|单位 个人|集体 个人|普通程序 简易程序|一般程序 简易程序|一般隐患 重大隐患|经常性 一次性"
)
  .split("|")
  .map((pair) => pair.split(" ") as [string, string]);

/** 上半年、下半年: two that leave nothing out. */
function isPair([one, other, ...more]: readonly Statement[]): boolean {
  if (!one || !other || more.length > 0) return false;
  return areBoth(said(one.own), said(other.own));
}

/** 男教师 and 女教师: names of two kinds besides which there is none. */
export const areBoth = (a: string, b: string): boolean =>
  PAIRS.some(
    ([x, y]) =>
      (a.includes(x) && !a.includes(y) && b.includes(y) && !b.includes(x)) ||
      (a.includes(y) && !a.includes(x) && b.includes(x) && !b.includes(y)),
  );

const isOpened = (items: readonly Statement[]): boolean => byKindOf(items[0]!) || opens(items[0]!) || isSeries(items);

/** 一季度13.62万头，二季度…: all the parts of a year. */
const isSeries = (items: readonly Statement[]): boolean =>
  (items.length === 4 || items.length === 12 || items.length === 6) && items.every(isOfPeriod);

const isPeople = ({ figure: { unit } }: Statement): boolean => unit === "人" || unit === "名" || unit === "位";

function costOf({ items }: Row, whole: Statement, siblings: Row | null, passed: number): number {
  const first = items[0]!;
  const far = crossing(first, whole);
  const lead = leadOf(first);
  const named =
    (first.previous === whole && lead.some(({ classes }) => does(classes, "second"))) ||
    (first.previous === whole && whole.tail.some(({ text }) => INSIDE.has(text))) ||
    (lead.length > 0 && names(lead, whole)) ||
    (first.mark !== "、" && names(first.own, whole)) ||
    names(topicOf(first), whole);
  const inside = lead.some(({ text }) => INSIDE.has(text));
  let cost = named ? 0 : passed;
  // 43名干部中，党员26名、女职工17名: a few of them may be all that is told.
  if (inside) cost += named ? (items.length > 2 || areKinds(items) ? 0 : 2) : 3;
  else if (isOpened(items)) cost += 0;
  else {
    cost += isPair(items) ? 0 : items.length > 2 || areKinds(items) ? 1 : 2;
    if (far > 1) cost += 2;
    if (isMeasured(whole.figure.unit) && items.length < 3) cost++;
  }
  // 24次，其中12次学法，6次议事: what was done on some of them.
  if (items.length === 2 && items[1]!.own.length === 0) cost += 2;
  // A man may be of two kinds.
  if (items.length === 2 && sumOf(items) > whole.figure.value! && isPeople(whole)) cost += 2;
  if (siblings && siblings.items[0] !== whole && !named) cost += 3;
  return cost;
}

/** What a sentence is about that first tells a change: 新收件减少49件，其中来信61件. */
function topicOf(first: Statement): readonly Token[] {
  let at: Statement | null = first.previous;
  while (at && at.previous?.sentence === first.sentence) at = at.previous;
  return at?.sentence === first.sentence && at.standing === "delta" ? at.own : [];
}

/** The words that lead to a row: 已办结的案件中. */
const leadOf = ({ gap, own }: Statement): readonly Token[] => {
  const lead = gap.slice(0, gap.length - own.length);
  return lead.length > 0 ? lead : own.slice(0, own.findIndex(({ text }) => INSIDE.has(text)) + 1);
};

/** Whether words name a count, by what is counted or what was done with it. */
const names = (lead: readonly Token[], whole: Statement): boolean =>
  shared(namesIn(lead), fullName(whole)) >= 1 || deedsOf(whole).some((deed) => lead.some(({ text }) => text === deed));
