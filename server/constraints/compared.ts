import { fullName, nameOf, namesIn, shared } from "../statements/name.ts";
import { isJoined } from "../statements/rows.ts";
import { does, type Statement, wordsOf } from "../statements/statement.ts";
import { isPartOfYear } from "../statements/time.ts";
import { isMeasured } from "../statements/unit.ts";
import { basisOf } from "./named.ts";
import { after, before, crossing, isPercent, REACH, sameUnit } from "./reach.ts";

/** A statement that may be an operand, with how far-fetched it is. */
export interface Choice {
  readonly statement: Statement;
  readonly cost: number;
}

const MOST = 5;

/** What a change may be said of: a count for 增长9.9%, a rate for 提高1.2个百分点. */
const bears = (claim: Statement, s: Statement): boolean => {
  const states =
    s.standing === "level" ||
    s.standing === "average" ||
    s.standing === "rate" ||
    s.standing === "share" ||
    s.standing === "rank";
  // 两年多了131家，增长1.6倍: how long it took did not grow.
  if (!states || (s.figure.unit === "年" && claim.figure.unit !== "年")) return false;
  if (claim.standing === "points") return isPercent(s) || s.figure.unit === null;
  if (claim.standing === "delta") return sameUnit(s, claim);
  return !isPercent(s);
};

/** 预算38.5万元，比上年的35万元增长10%: what is planned may have grown as well. */
const isBudget = ({ previous }: Statement, s: Statement): boolean =>
  s.standing === "target" &&
  previous?.standing === "base" &&
  previous.previous === s &&
  previous.segment === s.segment &&
  sameUnit(previous, s);

/** 7分48秒: one time in two figures. */
const isSplit = ({ figure, own, mark, previous }: Statement): boolean =>
  isMeasured(figure.unit) &&
  own.length === 0 &&
  mark === "" &&
  previous !== null &&
  isMeasured(previous.figure.unit) &&
  previous.figure.unit !== figure.unit;

/** The words with which a change names what changed: 报名人数比上年的640人增长, empty where it takes that over. */
export function subjectOf(claim: Statement): readonly string[] {
  const own = nameOf(claim);
  const base = claim.previous;
  if (own.length === 0 && claim.standing === "growth" && base?.standing === "delta" && base.segment === claim.segment)
    return subjectOf(base);
  if (own.length > 0 || !base || base.clause !== claim.clause || base.standing !== "base") return own;
  const held = base.own.findIndex(({ classes }) => does(classes, "compare"));
  const led = base.own.slice(0, Math.max(0, held));
  return led[0] && CAUSES.has(led[0].text) ? [] : namesIn(led);
}

/** 受市场影响比上年下降: why, not what. */
const CAUSES = new Set(["受", "因", "由于", "随着", "因为"]);

/** 前者, 后者: which of the two last named together; null where it stands for neither. */
export function pronounOf(claim: Statement): 0 | 1 | null {
  const near = claim.previous?.clause === claim.clause ? claim.previous.ownClasses : 0;
  const bits = claim.ownClasses | near;
  return does(bits, "first") ? 0 : does(bits, "second") ? 1 : null;
}

/** 前者次均278元，后者次均2002元: what is told of the other of the two. */
export function counterpartOf(statements: readonly Statement[], claim: Statement): Statement | null {
  const pronoun = pronounOf(claim);
  const other = pronoun === null ? null : statements[claim.index + (pronoun === 0 ? 1 : -1)];
  return other && pronounOf(other) === 1 - pronoun! && other.sentence === claim.sentence ? other : null;
}

/** The value of before that a sentence begins with. */
function openerOf(claim: Statement): Statement | null {
  let first = claim;
  while (first.previous?.sentence === claim.sentence) first = first.previous;
  return first !== claim && first.standing === "base" ? first : null;
}

/** 合计318件。上年为265件，同比增长20%: the last count of the sentence before, or one of that name. */
const leadsTo = (level: Statement, opener: Statement): boolean =>
  sameUnit(level, opener) &&
  (nameOf(opener).length === 0 ? level === opener.previous : shared(nameOf(opener), fullName(level)) >= 1);

/** The levels that a change may have led to, the likeliest first. */
export function levelsOf(statements: readonly Statement[], claim: Statement): readonly Choice[] {
  const borne = before(statements, claim, 20).filter(
    (s) => (bears(claim, s) || isBudget(claim, s)) && !(s.depth > claim.depth) && !isSplit(s),
  );
  const subject = subjectOf(claim);
  const delta =
    claim.previous?.standing === "delta" && claim.previous.segment === claim.segment ? claim.previous : null;
  const measure = measureOf(claim) ?? (delta && claim.own.length === 1 ? measureOf(delta) : null);
  // 死亡人数减少5人 behind 19人死亡、147人受伤: of the people of that name.
  const called =
    measure === null
      ? []
      : borne.filter(
          (s) =>
            counts(measure, s) &&
            shared(
              subject,
              [...wordsOf(s), ...s.tail].map(({ text }) => text),
            ) >= 1,
        );
  const fits = (s: Statement) =>
    measure !== null
      ? counts(measure, s) && (called.length === 0 || called.includes(s))
      : subject.length > 0 && shared(subject, fullName(s)) >= 1;
  const opener = openerOf(claim);
  const within = borne.filter(
    (s) =>
      crossing(s, claim) < 2 ||
      (subject.length > 0 && shared(subject, fullName(s)) >= 1) ||
      (opener !== null && leadsTo(s, opener)),
  );
  const undated = within.filter(({ year }) => year === null);
  // 2023年720件，2022年600件: of years told both, the later one is what came of it.
  const stated = claim.own.some(({ figure, text }) => figure >= 0 && text.includes("年")) ? claim.year : null;
  const latest = stated ?? within.reduce((year, s) => Math.max(year, s.year ?? 0), 0);
  const known = undated.length > 0 ? undated : within.filter(({ year }) => year === latest || latest === 0);
  const pronoun = pronounOf(claim);
  if (pronoun !== null) {
    const pair = known.slice(0, 2).reverse();
    const chosen = pair[pronoun];
    return chosen ? [{ statement: chosen, cost: 0 }] : [];
  }
  // 供养率26.2%，一年提高2.3%: a rate is what rises and falls; counts grow.
  const rated =
    subject.length === 0 &&
    claim.standing === "growth" &&
    claim.previous !== null &&
    isPercent(claim.previous) &&
    claim.previous.standing !== "growth" &&
    claim.previous.segment === claim.segment &&
    RISES.has(claim.own.findLast(({ classes }) => does(classes, "up", "down"))?.text ?? "")
      ? 2
      : 0;
  // 上半年增长8.7% behind 全年152.6亿元: of another time, unless that is told of it.
  const time = claim.own.find(({ text }) => isPartOfYear(text))?.text;
  const timely = (s: Statement): boolean =>
    time === undefined || s.clause === claim.clause || s.own.some(({ text }) => text === time);
  // 127件，首违不罚86件，轻微不罚34件，其他7件，总数比上年的98件上升29.6%: of the whole that they are parts of.
  const whole = subject.some((word) => word === "总数" || word === "总量") ? wholeOfList(known) : null;
  if (whole) return [{ statement: whole, cost: 0 }];
  const anyFits = known.some(fits);
  const choices: Choice[] = [];
  for (const [i, s] of known.slice(0, 8).entries()) {
    // Behind ； a change without a subject is of what the sentence is about.
    const topic =
      s.segment !== claim.segment &&
      (s.previous === null || s.previous.sentence !== s.sentence) &&
      subject.length === 0;
    const otherYear = undated.length > 0 && claim.year !== null && s.year !== null && claim.year !== s.year ? 3 : 0;
    const own =
      claim.owner === s
        ? 0
        : topic
          ? -i
          : Math.max(
              0,
              crossing(s, claim) - (measure === null && subject.length > 0 && !isGeneral(subject) && fits(s) ? 1 : 0),
            ) + otherYear;
    const named =
      measure === null && (subject.length === 0 || isGeneral(subject))
        ? rated
        : fits(s)
          ? i > 0
            ? -i
            : 0
          : anyFits || fullName(s).length > 0
            ? 3
            : 1;
    // What a list is made of is passed over on the way back to its whole.
    const inner = passed(known.slice(0, i), s);
    choices.push({ statement: s, cost: Math.max(0, own + i - inner + named) + (timely(s) ? 0 : 3) });
  }
  // 下降25%，由240起减少到180起: the pair may come behind.
  const [from, to] = after(statements, claim, 2);
  if (
    choices.length === 0 &&
    from &&
    to &&
    from.standing === "base" &&
    from.segment === claim.segment &&
    to.clause === from.clause &&
    bears(claim, to) &&
    does(to.ownClasses, "reach")
  )
    choices.push({ statement: to, cost: 0 });
  // 同比增长28.8%，全年受理1288件，上年同期1000件: and so may both, apart.
  const later = after(statements, claim, 3).find((s) => bears(claim, s));
  if (choices.length === 0 && later && later.sentence === claim.sentence && later.depth === claim.depth)
    choices.push({ statement: later, cost: 1 });
  // 上年为X，今年Y: the level may come last.
  for (const s of after(statements, claim, 2))
    if (s.clause === claim.clause && bears(claim, s) && does(s.ownClasses, "reach") && !does(claim.gapClasses, "from"))
      choices.push({ statement: s, cost: 1 });
  return choices.sort((a, b) => a.cost - b.cost).slice(0, MOST);
}

/** The count that those told behind it, the nearest first, make up; null where they make up none. */
function wholeOfList(known: readonly Statement[]): Statement | null {
  let sum = 0;
  for (const [i, s] of known.entries()) {
    if (!sameUnit(s, known[0]!)) return null;
    if (i > 1 && Math.abs(sum - s.figure.value!) <= s.figure.precision / 2) return s;
    sum += s.figure.value!;
  }
  return null;
}

const RISES = new Set("提高 提升 上升 下降 降低 回落 攀升".split(" "));

/** 总量, 规模: words for any count. */
export const isGeneral = (subject: readonly string[]): boolean => subject.every((word) => GENERAL.has(word));
const GENERAL = new Set(
  "幅度 总量 规模 总数 数量 总额 总值 增速 案件 投入 总体 整体 总 量 数 口径 指标 两项 收支".split(" "),
);

const MEASURES: Readonly<Record<string, string>> = {
  笔数: "笔",
  件数: "件",
  案件数: "件",
  人数: "人名",
  人口: "人",
  户数: "户",
  起数: "起",
  金额: "元",
  次数: "次",
  宗数: "宗",
  场次: "场",
  家数: "家",
};

/** The measure that a change or a share names: 人数 of 人数却减少4.8%, 户 of 按户算占77.1%. */
export function measureOf(claim: Statement): string | null {
  const { own, previous, clause } = claim;
  const basis = basisOf(claim);
  if (basis !== null) return basis;
  const words = previous?.clause === clause && previous.standing === "base" ? [...previous.own, ...own] : own;
  const said = words.map(({ text }) => text).join("");
  return Object.keys(MEASURES).find((measure) => said.includes(measure)) ?? null;
}

/** Whether a count is one of those that a measure is of: 人 of 人数. */
export const counts = (measure: string, { figure: { unit } }: Statement): boolean =>
  unit !== null && (MEASURES[measure] ?? measure).includes(unit.at(-1)!);

/** How many of the statements that lie between are parts of one that does. */
function passed(between: readonly Statement[], whole: Statement): number {
  const items = between.filter((s) => sameUnit(s, whole));
  if (
    items.length > 1 &&
    items.length === between.length &&
    items.slice(0, -1).every(isJoined) &&
    isTotal(whole, items)
  )
    return items.length;
  const opener = between.findIndex(({ ownClasses }) => does(ownClasses, "of"));
  if (opener < 0) return 0;
  return opener + 1 === between.length || between.slice(opener + 1).every((s) => !sameUnit(s, whole)) ? opener + 1 : 0;
}

/** 7.4万吨，夏粮2.9万吨、秋粮4.5万吨 */
const isTotal = ({ figure: { value, precision } }: Statement, items: readonly Statement[]): boolean =>
  Math.abs(items.reduce((sum, { figure }) => sum + figure.value!, 0) - value!) <= precision * items.length;

/** 上年末54家，2025年末达到86家: what it came to is no base. */
const CAME_TO = new Set(["达到", "达", "增至", "升至", "增加到", "增长到"]);

/** What a change may be reckoned from, the likeliest first. */
export function basesOf(
  statements: readonly Statement[],
  claim: Statement,
  level: Statement | null,
): readonly Choice[] {
  const choices: Choice[] = [];
  const fits = (s: Statement): boolean =>
    claim.standing === "points"
      ? isPercent(s)
      : claim.standing === "delta"
        ? sameUnit(s, claim)
        : !isPercent(s) || (level !== null && isPercent(level));
  const unit = (s: Statement): boolean => level === null || sameUnit(s, level) || s.figure.unit === null;
  const taken = level?.index ?? claim.index;
  for (const [i, s] of before(statements, claim).entries()) {
    if (crossing(s, claim) >= 2 || !fits(s) || !unit(s) || s === level) continue;
    const between = Math.max(0, i - (s.index > taken ? 0 : claim.index - taken));
    const apart =
      s.clause === claim.clause
        ? 0
        : crossing(s, claim) + (s.owner === level && level ? 0 : s.index < taken && s.clause !== level?.clause ? 1 : 0);
    // 一季度15.86亿元；二季度18.86亿元，环比: the quarter before.
    if (level && s.index === level.index - 1 && isTurn(claim) && [s, level].every(isOfQuarter))
      choices.push({ statement: s, cost: 0 });
    else if (s.standing === "level" && claim.standing === "delta" && does(s.gapClasses, "opening") && s !== level)
      choices.push({ statement: s, cost: 1 + apart });
    // 年初在册1873户，…，年末在册1619户，较年初下降13.6%
    else if (
      s.standing === "level" &&
      claim.standing === "growth" &&
      s !== level &&
      does(s.ownClasses, "opening") &&
      claim.own.some(({ text }) => text === "年初" || text === "期初")
    )
      choices.push({ statement: s, cost: apart });
    else if (s.standing === "target" && claim.standing === "delta" && s === claim.previous && s.clause === claim.clause)
      choices.push({ statement: s, cost: 0 });
    else if (s.standing === "base") choices.push({ statement: s, cost: apart + Math.min(2, Math.floor(between / 2)) });
    else if (
      s.year !== null &&
      level &&
      s.year < (level.year ?? s.year + 1) &&
      s.standing !== "target" &&
      s.standing !== "delta" &&
      s.standing !== "growth" &&
      !(s.index > level.index && s.own.some(({ text }) => CAME_TO.has(text)))
    )
      choices.push({
        statement: s,
        cost:
          (nameOf(s).length === 0 || shared(nameOf(s), fullName(level)) > 0 || level.year === s.year + 1 ? 0 : 1) +
          apart,
      });
    else if (
      s.standing === "level" &&
      level &&
      does(level.ownClasses, "reach") &&
      level.previous === s &&
      s.clause === level.clause
    )
      choices.push({ statement: s, cost: 1 });
  }
  const first = level && firstOf(statements, level);
  if (first && fits(first) && first !== level) choices.push({ statement: first, cost: 1 });
  for (const s of after(statements, claim, 8)) {
    if (s.sentence !== claim.sentence) break;
    if (s === level) continue;
    if ((!fits(s) || !unit(s)) && s.standing === "base" && s.depth > claim.depth) continue;
    if (!fits(s) || !unit(s)) break;
    const plain =
      s.owner === claim && s.standing === "level" && nameOf(s).length === 0 && !does(s.ownClasses, "of", "now", "plan");
    if (s.standing !== "base" && !plain && !(s.year !== null && s.standing === "level")) {
      if (s.depth > claim.depth) continue;
      break;
    }
    const bracket = s.owner === claim || (s.depth > claim.depth && s.previous !== null && s.previous.owner === claim);
    choices.push({
      statement: s,
      cost: bracket
        ? 0
        : s.depth === claim.depth && (s.segment === claim.segment || (level && shared(nameOf(s), fullName(level)) > 0))
          ? 1
          : 2,
    });
  }
  // 比上年同期的150微克上升4.0%: the base right before the change is the one that is meant.
  const own = claim.previous?.standing === "base" && claim.previous.clause === claim.clause ? claim.previous : null;
  return choices
    .map(({ statement, cost }) => ({
      statement,
      cost: own && own !== statement && choices.some((choice) => choice.statement === own) ? cost + 4 : cost,
    }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST);
}

/** The first of a row that is told year by year: 2021至2023年依次为90件、120件、150件. */
export function firstOf(statements: readonly Statement[], level: Statement): Statement | null {
  let first = level;
  while (
    level.index - first.index < 2 * REACH &&
    first.previous &&
    first.mark !== "," &&
    first.mark !== ";" &&
    first.own.length <= 1 &&
    first.previous.index === first.index - 1 &&
    first.index > 0
  )
    first = statements[first.index - 1]!;
  return first !== level && does(first.gapClasses, "each") && level.index - first.index > 1 ? first : null;
}

/** By how much, in its own unit: the differences told beside a growth. */
export function deltasOf(statements: readonly Statement[], claim: Statement): readonly Choice[] {
  const near = [...before(statements, claim, 3), ...after(statements, claim, 2)];
  return near
    .filter((s) => s.standing === "delta" && s.segment === claim.segment && s.figure.unit !== "位")
    .map((statement) => ({
      statement,
      cost: Math.max(0, Math.abs(statement.index - claim.index) - 1) + (statement.index > claim.index ? 1 : 0),
    }));
}

const isTurn = ({ own }: Statement): boolean => own.some(({ text }) => text === "环比");
const isOfQuarter = ({ own, standing }: Statement): boolean =>
  standing === "level" && own.length < 3 && own.some(({ text }) => text.endsWith("季度") || text.endsWith("月"));

/** 达到155户, 控制到18.6%, 安排368万元: what a change that was told right before leads to. */
export const isOutcome = ({ own }: Statement): boolean =>
  does(own[0]?.classes ?? 0, "reach") || OUTCOMES.has(own[0]?.text ?? "");
const OUTCOMES = new Set(["控制", "安排"]);
