import { coursesOf } from "../statements/course.ts";
import { isClassNoun } from "../statements/identity.ts";
import { nameOf, namesIn, stemOf } from "../statements/name.ts";
import { byKindOf, INSIDE, opens } from "../statements/openers.ts";
import { isJoined, joint, rowBefore, rowsOf, rowTold } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement, statementsOf } from "../statements/statement.ts";
import { isPartOfYear } from "../statements/time.ts";
import type { Token } from "../words/lexer.ts";
import { isDue, isOpening } from "./account.ts";
import { namedTogether } from "./chosen.ts";
import { counts, measureOf, pronounOf } from "./compared.ts";
import { isComponent, isPassed } from "./component.ts";
import {
  as,
  asAll,
  type Constraint,
  isWorthy,
  type Kind,
  LOOSE,
  operandOf,
  operandsOf,
  REMAINDER,
  type Read,
} from "./constraint.ts";
import { exactly, minus, negated, over, scaled, total } from "./interval.ts";
import {
  denies,
  gradesOf,
  holdersOf,
  isAdverse,
  isLoss,
  isNamed,
  isNegated,
  isOpposite,
  kindOf,
  NEAR,
  namedAfar,
  namesWhole,
  negates,
  OPINIONS,
  subjectOf,
  touchesName,
} from "./named.ts";
import { areBoth } from "./partition.ts";
import { after, before, crossing, isLevel, isPercent, REACH, sameUnit, wholeOf } from "./reach.ts";
import { placesOf, rounded, shown } from "./spell.ts";
import { sumOf } from "./sum.ts";
import { FOREMOST, firstsOf, foremostOf, gapOf, greatestOf, ofNamedGoal, ofPeriod, ofTarget, ofWhole } from "./told.ts";

/** How many candidates for each part are tried; what lies further off is passed over by nobody who reads. */
const PARTS = 5;
const WHOLE_COUNTS = 9;

/**
 * A part of a whole in percent: numerator ÷ denominator, or what is left of it (合格率 beside 不合格). Rates with a name of
 * their own (办结率), shares (占), parts of a target (完成预算的).
 */
export const ratio: Kind = {
  name: "ratio",
  family: "rate",
  mayHold: ({ rated }) => rated,

  *propose(statements) {
    for (const claim of statements) {
      if (claim.standing === "proportion" || isOfMember(claim)) continue;
      if (claim.standing === "base" && isPercent(claim)) yield* ofThen(claim);
      const rated =
        (claim.standing === "rate" || claim.standing === "share") && (isPercent(claim) || claim.figure.unit === null);
      const within = rated ? withinBracket(statements, claim) : null;
      if (within) yield within;
      else if (rated) for (const constraint of rates(statements, claim)) if (isNear(constraint)) yield constraint;
    }
  },

  value(constraint, read) {
    const { claim, form } = constraint;
    const whole = wholeOf(claim);
    const denominators = operandsOf(constraint, "denominator").map(read);
    if (form === "opposite") {
      const rate = operandOf(constraint, "rate")!;
      return minus(exactly(whole), scaled(read(rate), whole / wholeOf(rate)));
    }
    if (form === "written") return scaled(exactly(operandOf(constraint, "number")!.figure.value!), whole);
    const share = over(total(operandsOf(constraint, "numerator").map(sizeBy(read))), total(denominators));
    return share && scaled(form === "complement" ? minus(exactly(1), share) : share, whole);
  },

  /** The part that is left instead of the part that is meant; of more than all, the whole by the part; a difference over what it led to. */
  slips(constraint, read) {
    if (isOfFigure(constraint.claim)) return [];
    const to = operandOf(constraint, "level");
    const falsely = to && over(sizeBy(read)(operandOf(constraint, "numerator")!), read(to));
    if (falsely) return [scaled(falsely, wholeOf(constraint.claim))];
    const value = this.value(constraint, read);
    const stem = stemOf(constraint.claim);
    const exact = constraint.claim.figure.unit === "%" && constraint.claim.figure.precision < 1;
    const close = exact || isRestTold(constraint.claim);
    const near = operandsOf(constraint, "numerator").some(
      (s) => touchesName(stem, s) || (close && !isJoined(s) && isLastCount(s, constraint.claim)),
    );
    if (!value || constraint.form === "written" || constraint.form === "opposite") return [];
    const whole = wholeOf(constraint.claim);
    const planned = operandsOf(constraint, "denominator").some((s) => s.standing === "target" || isDue(s));
    const beyond = value.low > whole || constraint.claim.figure.value! > whole;
    const inverse =
      constraint.form === "share" && planned && beyond && value.low > 0 ? over(exactly(whole * whole), value) : null;
    if (stem !== "" && (!near || isLoss(stem))) return inverse ? [inverse] : [];
    return [minus(exactly(whole), value), ...(inverse ? [inverse] : [])];
  },

  explain(constraint) {
    const { claim, form } = constraint;
    if (form === "written") return shown(operandOf(constraint, "number")!);
    if (form === "opposite")
      return `100%－${shown(operandOf(constraint, "rate")!)}＝${rounded(100 - operandOf(constraint, "rate")!.figure.value!, placesOf(claim.figure))}%`;
    const parts = operandsOf(constraint, "numerator");
    const wholes = operandsOf(constraint, "denominator");
    const value = sumOf(parts) / sumOf(wholes);
    const percent = `${rounded((form === "complement" ? 1 - value : value) * 100, Math.max(2, placesOf(claim.figure)))}%`;
    const spelled = (all: readonly Statement[]) =>
      all.length > 1 ? `（${all.map(shown).join("＋")}）` : shown(all[0]!);
    return form === "complement"
      ? `（${spelled(wholes)}－${spelled(parts)}）÷${spelled(wholes)}＝${percent}`
      : `${spelled(parts)}÷${spelled(wholes)}＝${percent}`;
  },
};

/** 节约0.65亿元，节资率: how much, whichever way it goes. */
const sizeBy =
  (read: Read): Read =>
  (s) =>
    s.standing === "delta" && s.direction === "down" ? negated(read(s)) : read(s);

/** 垫底的只有91.4%: the rate of one of many, which no counts tell. */
const isOfMember = (claim: Statement): boolean =>
  claim.standing === "rate" && stemOf(claim) === "" && claim.own.some(({ text }) => MEMBERS.has(text));
const MEMBERS = new Set("垫底 末位 首位 居首 榜首 最高 最低 首尾 前三 前列".split(" "));

/** 三级以内的占: what it is of is said by a figure, and no count need tell it. */
const isOfFigure = ({ own, previous, clause }: Statement): boolean =>
  own[0]?.text === "的" && previous?.clause === clause && previous.figure.bound !== null;

/** Whether no other count stands before a claim; by how many it grew may. */
function isLastCount(s: Statement, claim: Statement): boolean {
  let last = claim.previous;
  while (last && last.segment === claim.segment && last.standing !== "level") last = last.previous;
  return last === s;
}

/** Binds a claim to its parts and its whole, each of one count or several. */
type Make = (
  form: string,
  cost: number,
  numerators: readonly Statement[],
  denominators: readonly Statement[],
) => Constraint;

/** 覆盖率75%，剩下3个: what the rate leaves out is told right behind it. */
function isRestTold({ paragraph, index, sentence }: Statement): boolean {
  const next = statementsOf(paragraph)[index + 1];
  return next?.sentence === sentence && does(next.ownClasses, "rest", "left");
}

/** Coarse counts may give a rate some way off what is written. */
const ROOM = 0.1;

function isNear(constraint: Constraint): boolean {
  const { claim, form, cost } = constraint;
  if (form === "written" || form === "opposite" || cost < LOOSE || (cost === LOOSE && claim.standing === "rate"))
    return true;
  const share = sumOf(operandsOf(constraint, "numerator")) / sumOf(operandsOf(constraint, "denominator"));
  const { value, precision } = claim.figure;
  const room = Math.max(2 * precision, Math.abs(value!) * ROOM);
  const part = form === "complement" ? 1 - share : share;
  const meant = [part, ...(cost <= REMAINDER ? [1 - part] : []), share * 1e4, share * 1e-4];
  return meant.some((part) => isWorthy(cost, part * wholeOf(claim), value!, room));
}

function* rates(statements: readonly Statement[], claim: Statement): Generator<Constraint> {
  const make = (
    form: string,
    cost: number,
    numerators: readonly Statement[],
    denominators: readonly Statement[],
  ): Constraint => ({
    kind: "ratio",
    form,
    claim,
    operands: [...asAll("numerator", numerators), ...asAll("denominator", denominators)],
    cost,
  });
  const written = statements[claim.index + 1];
  if (written?.standing === "proportion" && written.owner === claim)
    yield { kind: "ratio", form: "written", claim, operands: as("number", written), cost: 0 };
  const last = statements[claim.index - 1];
  if (
    last &&
    isPercent(last) &&
    last.standing === "share" &&
    does(claim.ownClasses, "left") &&
    last.sentence === claim.sentence
  )
    yield { kind: "ratio", form: "opposite", claim, operands: as("rate", last), cost: 0 };
  const opposite = before(statements, claim, 3).find((s) => s.standing === "rate" && isOpposite(s, claim));
  if (opposite && crossing(opposite, claim) < 2)
    yield { kind: "ratio", form: "opposite", claim, operands: as("rate", opposite), cost: 0 };
  const other = before(statements, claim, 3).find(
    (s) => s.standing === "share" && isPercent(s) && s.segment === claim.segment && areBoth(kindOf(s), kindOf(claim)),
  );
  if (other && claim.standing === "share")
    yield {
      kind: "ratio",
      form: "opposite",
      claim,
      operands: as("rate", other),
      cost: 0,
      key: `both ${claim.index}`,
    };

  const run = parallelOf(statements, claim);
  if (run) {
    yield* paired(statements, claim, run, make);
    return;
  }
  const period = ofPeriod(statements, claim);
  if (period) {
    yield make("share", 0, period.part, period.whole);
    return;
  }
  // 县级配套6900，占24.1%: of what lacks its unit, and of nothing before it.
  if (
    claim.own.length === 1 &&
    last?.standing === "level" &&
    last.figure.unit === null &&
    last.segment === claim.segment
  )
    return;
  // 参保率97.8%，全区平均为96.9%
  if (claim.standing === "rate" && stemOf(claim) === "" && claim.own.some(({ text }) => text.endsWith("平均"))) return;
  const stated = ofWhole(statements, claim);
  // 漏损率由16.4%压降至13.2%: what the change is of is named before what it began with.
  const began = claim.previous?.standing === "base" && claim.previous.clause === claim.clause ? claim.previous : null;
  const name = stated ? "" : subjectOf(claim) || (began && isPercent(began) ? subjectOf(began) : "");
  const known = before(statements, claim, NEAR);
  const measure = measureOf(claim);
  const candidates = known.filter(
    (s) =>
      (isLevel(s) || s.standing === "target" || isOfThen(s, statements)) &&
      (measure === null || counts(measure, s)) &&
      s !== stated &&
      !AGES.has(s.figure.unit ?? ""),
  );
  const closes =
    leadOf(claim).some(({ classes }) => does(classes, "both", "sum")) ||
    (known[0]?.standing === "tally" && known[0].clause === claim.clause);
  const foremost = foremostOf(statements, claim);
  if (foremost) {
    const alike = candidates.filter((s) => sameUnit(s, foremost[0]!));
    const summed = alike.find((s) => s.index > foremost.at(-1)!.index && does(s.ownClasses, "sum"));
    const wholes = alike.filter((s) => s.index < foremost[0]!.index).slice(0, 3);
    for (const [i, whole] of (summed ? [summed] : wholes).entries()) yield make("share", i, foremost, [whole]);
    return;
  }
  const greatest = greatestOf(statements, claim);
  if (greatest) {
    yield* greatest.map(({ part, whole }, i) => make("share", i, [part], whole));
    return;
  }
  const together = namedTogether(statements, claim);
  if (together) {
    const wholes = candidates.filter((s) => sameUnit(s, together[0]!) && s.index < together[0]!.index).slice(0, 3);
    for (const [i, whole] of wholes.entries()) yield make("share", i, together, [whole]);
    return;
  }
  // 头两项的比重一个是45.6%，一个是33.2%: of the first of the row, and of the next.
  const lead = claim.previous?.clause === claim.clause ? claim.previous : null;
  if (lead && FOREMOST.has(lead.own.at(-1)?.text ?? "") && lead.figure.value! < 7) {
    const [first] = rowBefore(statements, lead);
    if (first)
      for (const whole of candidates.filter((s) => s.index < first.index && sameUnit(s, first)).slice(0, 3))
        yield make("share", 1, [first], [whole]);
    return;
  }
  // 前者是后者的6.5倍，占86.7%
  const inherited = claim.own.length === 1 && last?.segment === claim.segment && last.standing === "multiple";
  const pronoun = pronounOf(claim) ?? (inherited ? pronounOf(last) : null);
  const pair =
    pronoun === null
      ? []
      : pairOf(known.filter((s) => isLevel(s) && crossing(s, claim) < 2 && !does(s.ownClasses, "sum")));
  const numerators =
    pronoun !== null
      ? pair.slice(pronoun, pronoun + 1)
      : name === "" && isTotal(claim.previous, claim)
        ? [claim.previous!]
        : candidates.filter(
            (s) =>
              s.standing !== "target" &&
              (crossing(s, claim) < 2 || isCarriedOver(claim, s)) &&
              !(stated && s.clause === stated.clause && s.group === stated.group && s.index > stated.index),
          );
  const holders = name === "" ? [] : holdersOf(claim, name, numerators);

  const told = numerators[1];
  const remaining = claim.previous;
  const both = told && remaining === numerators[0] && isWhatIsLeft(remaining!) && told.index === remaining!.index - 1;
  // 销号41条，余2条，整改率: of both together.
  if (
    claim.standing === "rate" &&
    both &&
    name.length < 3 &&
    told.segment === claim.segment &&
    sameUnit(told, remaining!)
  )
    yield make("share", 0, [told], [told, remaining!]);
  const graded = gradesOf(name, numerators);
  if (graded)
    for (const whole of candidates
      .filter((s) => sameUnit(s, graded[0]!) && s.figure.value! >= sumOf(graded))
      .slice(0, 3))
      yield make("share", crossing(whole, graded[0]!), graded, [whole]);
  // 累计完成4.95亿元，其中当年3.12亿元、往年1.83亿元，完成率 is of the whole.
  const beside = (nearer: readonly Statement[]) =>
    claim.standing === "rate" ? nearer.filter((s) => !isPassed(s, claim)) : nearer;
  const goal = ofNamedGoal(statements, claim);
  if (goal) {
    yield make("share", 0, [goal.done], [goal.target]);
    return;
  }
  const aimed = ofTarget(statements, claim);
  if (aimed) yield make("share", aimed.cost, [aimed.done], [aimed.target]);
  const gap = gapOf(statements, claim);
  if (gap) {
    yield {
      ...make("share", 0, [gap.difference], [gap.from]),
      operands: [...as("numerator", gap.difference), ...as("denominator", gap.from), ...as("level", gap.to)],
    };
    return;
  }
  for (const [i, numerator] of numerators.slice(0, PARTS).entries()) {
    if (graded?.includes(numerator)) continue;
    const fits = holders.includes(numerator);
    // 38.6平方公里，上半年14.9平方公里，下半年23.7平方公里，为任务36平方公里的: of the year, and not of its half.
    const half = stated?.standing === "target" && isTimed(numerator) && !isTimed(claim) ? 4 : 0;
    const dated = half + (numerator.year !== null && claim.year === null ? 2 : 0) + (isOfFigure(claim) ? 4 : 0);
    // 投保152.8万亩（公益林68.5万亩、商品林84.3万亩），占: an aside is passed over.
    const aside = numerator.depth > claim.depth && !fits ? 2 : 0;
    const reach =
      dated +
      aside +
      (isExactly(name, numerator) ? 0 : passedOver(beside(numerators.slice(0, i)), numerator, fits)) +
      crossing(numerator, claim) +
      (fits || holders.length === 0 ? 0 : 1) +
      strangeness(claim, numerator, name, fits);
    const row = runTo(numerators, i);
    const listed =
      fits && (claim.standing === "rate" || numerator.label.length > 0)
        ? rowsOf(statements).find(({ items }) => items.includes(numerator))
        : undefined;
    if (
      listed &&
      listed.items.at(-1)!.index < claim.index &&
      crossing(numerator, claim) === 0 &&
      !negates(claim, numerator)
    ) {
      const other = listed.items.length === 2 ? listed.items.find((s) => s !== numerator) : undefined;
      yield make("share", (other && denies(other, numerator) ? 0 : 2) + reach, [numerator], listed.items);
      const closed = listed.items.slice(listed.items.findLastIndex((s) => !isJoined(s)));
      if (closed.length > 1 && closed.length < listed.items.length && closed.includes(numerator))
        yield make("share", 1 + reach, [numerator], closed);
      // 核对360家，发现差错4家，差错率: the first may hold the second.
      if (other && other.index < numerator.index) yield make("share", 3 + reach, [numerator], [other]);
    }
    if (stated && (sameUnit(stated, numerator) || stated.figure.unit === null)) {
      yield make("share", reach, [numerator], [stated]);
      if (closes || i === 0)
        for (let n = 2; n <= row.length; n++)
          yield make("share", (closes && n === row.length ? 0 : 3) + i, row.slice(0, n), [stated]);
      continue;
    }
    for (const { whole, cost } of wholesOf(
      claim,
      numerator,
      fits,
      candidates.filter((s) => s === numerator || !pair.includes(s)),
    )) {
      const total = Math.max(
        0,
        reach + cost + (isJoined(numerator) && numerator.previous === whole && (!fits || isJoined(whole)) ? 2 : 0),
      );
      if (whole.figure.value === numerator.figure.value && claim.figure.value !== wholeOf(claim)) continue;
      const left = negates(claim, numerator);
      if (left && denies(numerator, whole)) {
        yield make("complement", total, [numerator], [whole, numerator]);
        continue;
      }
      yield make(left ? "complement" : "share", total + (closes && row.length > 1 ? 3 : 0), [numerator], [whole]);
      if (
        !left &&
        claim.standing === "rate" &&
        ((isAdverse(numerator) && !touchesName(name, numerator, true)) ||
          isLoss(name) ||
          does(numerator.ownClasses, "left"))
      )
        yield make("complement", total, [numerator], [whole]);
      if (denies(numerator, whole)) yield make("share", total, [numerator], [whole, numerator]);
      const opening = candidates.find(
        (s) => s.index === whole.index - 1 && sameUnit(s, whole) && (isOpening(s) || isOpening(whole)),
      );
      const all = opening && opening.figure.value! + whole.figure.value! === numerator.figure.value;
      if (opening && !all) yield make("share", total, [numerator], [whole, opening]);
      if (i === 0 || closes)
        for (let n = 2; n <= Math.min(row.length, 4); n++)
          yield make("share", (closes ? 1 : 4) + total, row.slice(0, n), [whole]);
    }
    const held = statements[numerator.index + 1];
    if (held?.owner === numerator && isLevel(held) && sameUnit(held, numerator) && does(held.ownClasses, "sum"))
      yield make("share", reach, [numerator], [held]);
    // 优良率 of a row whose whole stands before it: the first classes together.
    const classes = [...row].reverse();
    const whole = candidates.find((s) => s.index < (row.at(-1) ?? numerator).index && sameUnit(s, numerator));
    if (classes.length > 2 && whole)
      for (let n = 2; n < classes.length; n++) yield make("share", 4, classes.slice(0, n), [whole]);
  }
  yield* toldBehind(statements, claim, candidates, numerators, make);
}

const isTimed = ({ own }: Statement): boolean => own.some(({ text }) => isPartOfYear(text));

/** The words that say what a share is of: 三类合计 of 三类合计占干部总数的. */
function leadOf({ own }: Statement): readonly Token[] {
  const at = own.findLastIndex(({ classes }) => does(classes, "share"));
  return at < 0 ? own : own.slice(0, at);
}

const REST = new Set("余 剩 剩余 余下 剩下 还剩 尚余".split(" "));
const isWhatIsLeft = ({ own }: Statement): boolean => own.length === 1 && REST.has(own[0]!.text);

/** The two last of a kind, in their order: 首次41家通过29家，重新33家通过25家，前者通过率 is of those that passed. */
function pairOf([last, ...earlier]: readonly Statement[]): readonly Statement[] {
  if (!last) return [];
  const twin = last.own.length > 0 ? earlier.find((s) => said(s.own) === said(last.own)) : undefined;
  const other = twin ?? earlier[0];
  return other ? [other, last] : [last];
}

/**
 * What else a paragraph tells of the whole of a share: an item of a list that was borne out is a share of the list's whole, and
 * shares told one after another are of one.
 */
export function* ofKnown(
  statements: readonly Statement[],
  claim: Statement,
  proofs: readonly Constraint[],
): Generator<Constraint> {
  if (
    (claim.standing !== "share" && claim.standing !== "rate") ||
    !isPercent(claim) ||
    parallelOf(statements, claim) ||
    ofWhole(statements, claim)
  )
    return;
  const name = subjectOf(claim);
  const measure = measureOf(claim);
  const levels = before(statements, claim, 12).filter(
    (s) => isLevel(s) && s.sentence === claim.sentence && (measure === null || counts(measure, s)),
  );
  const near = levels[0];
  const pronoun = pronounOf(claim);
  const [numerator] =
    pronoun !== null
      ? levels
          .filter((s) => !does(s.ownClasses, "sum"))
          .slice(0, 2)
          .reverse()
          .slice(pronoun)
      : name === ""
        ? near && near.index === claim.index - 1 && near.segment === claim.segment
          ? [near]
          : []
        : holdersOf(claim, name, levels).filter((s) => !negates(claim, s));
  const words = said(claim.own);
  const together = levels
    .filter((s) => nameOf(s).length > 0 && words.includes(said(s.own.filter(({ pos }) => pos !== "mark"))))
    .reverse();
  if (together.length > 1 && claim.own.some(({ text }) => text === "和" || text === "及" || text === "与")) {
    for (const { kind, claim: whole, operands } of proofs)
      if (kind === "sum" && together.every((s) => operands.some(({ statement }) => statement === s)))
        yield {
          kind: "ratio",
          form: "share",
          claim,
          operands: [...asAll("numerator", together), ...as("denominator", whole)],
          cost: 0,
        };
    return;
  }
  // 上半年占全年的: of times, and of what was told last only where that is the last of them.
  if (name === "" && ofPeriod(statements, claim)) return;
  if (name === "" && claim.own.some(({ text }) => isPartOfYear(text))) return;
  if (!numerator || does(claim.ownClasses, "both", "sum") || isNegated(claim.own[0] ?? { text: "", classes: 0 }))
    return;
  const at = claim.own.findIndex(({ classes }) => does(classes, "share"));
  const named = claim.standing === "share" && at >= 0 && namesIn(claim.own.slice(at + 1)).length > 0;
  for (const { kind, form, claim: whole, operands } of proofs) {
    const listed = kind === "sum" && form === "sum" && operands.some(({ statement }) => statement === numerator);
    if (listed && (!named || isNamed(claim, whole)))
      yield {
        kind: "ratio",
        form: "share",
        claim,
        operands: [...as("numerator", numerator), ...as("denominator", whole)],
        cost: claim.standing === "share" ? 0 : isRemainder(claim, numerator, whole) ? 1 : LOOSE,
      };
    const beside =
      kind === "ratio" &&
      form === "share" &&
      claim.standing === "share" &&
      whole.standing === "share" &&
      whole.sentence === claim.sentence &&
      whole.index < claim.index;
    if (beside && !named && operands.every(({ statement }) => statement !== numerator))
      yield {
        kind: "ratio",
        form: "share",
        claim,
        operands: [...as("numerator", numerator), ...operands.filter(({ part }) => part === "denominator")],
        cost: 0,
      };
  }
}

/** Whether a percentage is just what is left: 37 % written as 63 %. */
const isRemainder = ({ figure }: Statement, numerator: Statement, whole: Statement): boolean =>
  Math.abs(100 - (numerator.figure.value! / whole.figure.value!) * 100 - figure.value!) <= figure.precision / 2;

/** 两类合计322件，占28.0% */
const isTotal = (s: Statement | null, claim: Statement): boolean =>
  s !== null &&
  s.index === claim.index - 1 &&
  s.segment === claim.segment &&
  isLevel(s) &&
  s.own.some(({ text }) => text === "合计" || text === "共计" || text === "总计" || text === "合起来");

/** 不合格7批次。总体合格率99.7%: a rate that begins its sentence may be of what the one before ends with. */
const isCarriedOver = (claim: Statement, s: Statement): boolean =>
  (claim.previous === null || claim.previous.sentence !== claim.sentence) &&
  (claim.standing === "rate"
    ? s.index >= claim.index - 3 && stemOf(claim) !== "" && touchesName(stemOf(claim), s)
    : s.sentence === claim.previous?.sentence && isExactly(subjectOf(claim), s));

/** 满意38件 of 满意率, whatever is told behind it. */
const isExactly = (name: string, { own }: Statement): boolean =>
  name !== "" && said(own.filter(({ classes }) => classes === 0)) === name;

/** How many counts lie nearer than a numerator that a reader would have taken. */
function passedOver(nearer: readonly Statement[], numerator: Statement, fits: boolean): number {
  const competing = nearer.filter((s) => s.depth <= numerator.depth);
  const alike = competing.filter((s) => sameUnit(s, numerator)).length;
  // A predicate without a subject goes back to the last count, whatever it counts.
  const other = competing.filter((s) => !sameUnit(s, numerator) && s.clause !== numerator.clause).length;
  return (fits ? Math.min(1, alike) : alike) + 3 * (fits ? 0 : other);
}

/** How strange it is to take a count for the numerator of a rate that bears a name of its own. */
function strangeness(claim: Statement, numerator: Statement, name: string, fits: boolean): number {
  // 下半年占58.2%: of a time, and of the counts of that time.
  if (name === "" && claim.own.some(({ pos }) => pos === "t")) return 3;
  if (name === "" || fits) return 0;
  if (OPINIONS.some((word) => name.endsWith(word))) return 3;
  return claim.standing === "rate" && numerator.index === claim.index - 1 && !does(numerator.ownClasses, "left", "net")
    ? 1
    : 3;
}

/** The wholes that a numerator may be of: before it, or summed up between it and its rate, the likeliest first. */
function wholesOf(
  claim: Statement,
  numerator: Statement,
  fits: boolean,
  candidates: readonly Statement[],
): readonly { whole: Statement; cost: number }[] {
  const row = listed(numerator);
  const behind = candidates.filter(
    (s) =>
      s !== numerator &&
      !isOfTheOthers(s) &&
      (s.index < numerator.index ||
        (s.standing === "target" && claim.standing === "rate" && s.sentence === numerator.sentence) ||
        (fits &&
          claim.standing === "share" &&
          does(s.ownClasses, "sum") &&
          s.figure.value! > numerator.figure.value!)) &&
      !row.includes(s) &&
      sameUnit(s, numerator),
  );
  const aimed = does(claim.ownClasses, "plan");
  const ofTotal = claim.own.some(({ text }) => TOTALS.has(text));
  const named =
    claim.standing === "share"
      ? behind.filter(
          (s) =>
            isNamed(claim, s) &&
            (aimed || s.standing !== "target") &&
            // 318件里，机关审批96件，分局审批222件: 占审批总数的 is of neither.
            !(ofTotal && isComponent(s)),
        )
      : [];
  const afar = named.length === 0 && claim.standing === "share" ? namedAfar(claim, numerator) : undefined;
  if (afar) return [{ whole: afar, cost: 1 }];
  // 受理1286件。…办结1259件，办结率: the step before, and not the kinds of it that lie between.
  const steps = fits && claim.standing === "rate" ? behind.filter((s) => isStep(s, numerator)) : [];
  return behind.slice(0, WHOLE_COUNTS).map((whole) => {
    const step = steps[0] === whole;
    const inside = isInside(numerator, whole);
    const nearer =
      step || inside
        ? []
        : named.includes(whole)
          ? named.filter((s) => s.index > whole.index)
          : behind.filter((s) => s.index > whole.index && s.depth <= claim.depth);
    const competing = isItem(whole)
      ? nearer.length
      : nearer.filter((s) => !isItem(s) && !isPassed(s, numerator)).length;
    const apart = inside
      ? 0
      : step
        ? crossing(whole, numerator)
        : named.includes(whole)
          ? Math.min(1, crossing(whole, numerator))
          : crossing(whole, numerator) === 1 && isTopic(whole)
            ? 1
            : fits && isTopic(whole) && goesOnFrom(whole, numerator)
              ? 2
              : 2 * crossing(whole, numerator);
    const far = competing + apart + (whole.depth > claim.depth && whole.depth > numerator.depth ? 2 : 0);
    const loose = claim.standing === "rate" && !inside && !isCourse(whole, numerator) ? 1 : 0;
    const dated =
      (does(numerator.ownClasses, "earlier") && !does(whole.ownClasses, "earlier")) ||
      (whole.year !== null &&
        numerator.year === null &&
        claim.year === null &&
        whole.own.some(({ figure }) => figure >= 0))
        ? 2
        : 0;
    const smaller = whole.figure.value! >= numerator.figure.value! ? 0 : isPassed(whole, numerator) ? 2 : 1;
    const counted = claim.standing === "rate" && isOfItself(stemOf(claim), numerator, whole) ? 3 : 0;
    const told = named.length === 0 ? (namesWhole(claim) ? 2 : 0) : named.includes(whole) ? -2 : 3;
    return { whole, cost: Math.max(0, far + told) + loose + smaller + dated + counted };
  });
}

const OTHERS = new Set(["其余", "其他", "其它", "余下"]);
/** 其余领域合计633件: beside what is told, and no whole of it. */
const isOfTheOthers = ({ own, ownClasses }: Statement): boolean =>
  does(ownClasses, "sum") && own.some(({ text }) => OTHERS.has(text));

/** 办结投诉里成功2153件: of those that it names, however far back. */
function isInside({ gap }: Statement, whole: Statement): boolean {
  const at = gap.findLastIndex(({ text }) => INSIDE.has(text));
  // Marks are no words: where one stands, two words do not meet.
  const begin = gap.findLastIndex(({ start }, i) => i <= at && i > 0 && start > gap[i - 1]!.end);
  const called = said([...whole.own, ...whole.tail]);
  const names = namesIn(gap.slice(Math.max(0, begin), Math.max(0, at))).filter((name) => !isClassNoun(name));
  return names.length > 0 && names.every((name) => called.includes(name));
}

/** 入住老年人1697人，入住率: who is in is what the rate tells of, and not of whom; 应检120批次 are those that are to be, and of those
 * that are done 按期办结 are some. */
const isOfItself = (stem: string, part: Statement, whole: Statement): boolean =>
  stem.length > 1 &&
  said(whole.own).includes(stem.slice(-2)) &&
  // 有签约意愿的9467人: who wishes to is not yet one of those who did.
  !WISHES.some((wish) => said([...whole.own, ...whole.tail]).includes(stem.slice(-2) + wish)) &&
  !(stem.length > 3 && said(part.own).includes(stem.slice(-4)) && !said(whole.own).includes(stem.slice(-4))) &&
  !isDue(whole) &&
  !does(whole.ownClasses, "plan") &&
  !whole.own.some(isNegated);

const TOTALS = new Set(["总数", "总量", "总额", "总和"]);
const WISHES = ["意愿", "需求", "申请", "对象", "任务", "条件"];

/** 上年末186家中亏损29家: a count of before that another of its clause is of. */
const isOfThen = (s: Statement, statements: readonly Statement[]): boolean =>
  s.standing === "base" &&
  !isPercent(s) &&
  s.figure.unit !== null &&
  [statements[s.index + 1], s.previous].some(
    (other) =>
      other?.clause === s.clause &&
      !isPercent(other) &&
      (other.standing === "base" || other.standing === "level") &&
      !does(other.ownClasses, "up", "down"),
  );

/** 这一比例是86.1%（137项中的118项）: what its bracket tells it is of, and nothing else. */
function withinBracket(statements: readonly Statement[], claim: Statement): Constraint | null {
  const [whole, part] = after(statements, claim, 2);
  // 不合格率13.9%（137批次中118批次合格）
  if (claim.own.some(isNegated)) return null;
  const told =
    whole?.owner === claim &&
    part?.owner === whole.owner &&
    part.group === whole.group &&
    INSIDE.has(part.own[0]?.text ?? whole.tail.at(-1)?.text ?? "") &&
    [whole, part].every((s) => isLevel(s) || s.standing === "base") &&
    sameUnit(whole, part);
  return told
    ? {
        kind: "ratio",
        form: "share",
        claim,
        operands: [...as("numerator", part), ...as("denominator", whole)],
        cost: 0,
      }
    : null;
}

/** 上年同期60场中满座45场，比例为75.0% */
function* ofThen(claim: Statement): Generator<Constraint> {
  const [part, whole] = [claim.previous, claim.previous?.previous];
  const beside =
    part && whole && [part, whole].every((s) => s.standing === "base" && !isPercent(s) && s.segment === claim.segment);
  if (beside && sameUnit(part, whole))
    yield {
      kind: "ratio",
      form: "share",
      claim,
      operands: [...as("numerator", part), ...as("denominator", whole)],
      cost: 1,
    };
}

/** The first count of a sentence, which it is about. */
function isTopic(s: Statement): boolean {
  for (let at = s.previous; at?.sentence === s.sentence; at = at.previous)
    if (at.standing === "level" && at.figure.unit === s.figure.unit) return false;
  return true;
}

/** 受理项目412件，上年368件。网上办理389件: the first like count of a sentence goes back to what the one before is about. */
function goesOnFrom(topic: Statement, s: Statement): boolean {
  if (!isTopic(s)) return false;
  const statements = statementsOf(s.paragraph);
  let at = s.index;
  while (at > 0 && statements[at]!.sentence === s.sentence) at--;
  return statements[at]!.sentence === topic.sentence;
}

/** Whether a count is an item of an opened list. */
const isItem = (s: Statement): boolean => opens(s) || listed(s).length > 0;

/** 剩下3个, 下半年完成4亿元: of the rest, or of another time. */
const isSetApart = ({ own, ownClasses }: Statement): boolean =>
  does(ownClasses, "rest", "left") || own.some(({ pos }) => pos === "t");

/** Parts and wholes that are told behind their rate: 占47.5%，计437件; 94.1%（1700件）; 98.04%，受理920件，办结902件. */
function* toldBehind(
  statements: readonly Statement[],
  claim: Statement,
  candidates: readonly Statement[],
  numerators: readonly Statement[],
  make: Make,
): Generator<Constraint> {
  const behind = after(statements, claim, 3).filter((s) => isLevel(s) && s.sentence === claim.sentence);
  const [first, second] = behind;
  if (first && (first.owner === claim || (nameOf(first).length === 0 && !isSetApart(first))))
    for (const [j, whole] of candidates
      .filter((s) => sameUnit(s, first))
      .slice(0, 4)
      .entries())
      yield make("share", (first.owner === claim ? 1 : 2) + j + 2 * crossing(whole, claim), [first], [whole]);
  // 到位率50.8%，未到位的78个中这一类31个: of those that the rate leaves out.
  // 噪声举报占到四成，处罚的241件里噪声类只有9件: a share that says what it is of, and another count of another whole.
  const denied =
    first !== undefined &&
    (claim.standing === "rate"
      ? negates(claim, first)
      : subjectOf(claim) !== "" && second?.gap.some(({ text }) => INSIDE.has(text)) === true);
  if (numerators.length === 0 && first && second && !denied && sameUnit(first, second) && first.depth === claim.depth) {
    const cost = isCourse(first, second) ? 0 : 1;
    // 合格率97.8%，抽检2250批次，查出不合格50批次
    yield make(negates(claim, second) ? "complement" : "share", cost, [second], [first]);
    // 入住率仅55%，2460张床位中还有1107张闲置
    if (claim.standing === "rate" && isAdverse(second)) yield make("complement", cost, [second], [first]);
  }
  // 已支付2.44亿元，支付率85.0%，剩余0.43亿元: of both together.
  const [part] = numerators;
  if (
    first?.index === claim.index + 1 &&
    part?.index === claim.index - 1 &&
    claim.standing === "rate" &&
    does(first.ownClasses, "rest", "left") &&
    first.segment === claim.segment &&
    sameUnit(first, part) &&
    stemOf(claim) !== "" &&
    touchesName(stemOf(claim), part) &&
    !negates(claim, part)
  )
    yield make("share", 1, [part], [part, first]);
  for (const bracket of after(statements, claim, 3)) {
    if (bracket.owner !== claim || !(isLevel(bracket) || bracket.standing === "target")) continue;
    for (const [i, count] of numerators.slice(0, 3).entries()) {
      if (!sameUnit(bracket, count)) continue;
      const [part, whole] =
        bracket.figure.value! < count.figure.value! && bracket.standing === "level"
          ? [bracket, count]
          : [count, bracket];
      yield make("share", i, [part], [whole]);
    }
  }
}

const AGES = new Set(["岁", "周岁"]);
/** Whether one count is a step before the other, or says of itself that it is all: 应检, 实考, 共. */
const isCourse = (earlier: Statement, later: Statement): boolean =>
  earlier.standing === "target" ||
  does(earlier.ownClasses, "plan") ||
  earlier.own.some(({ text }) => text.startsWith("应") || text.startsWith("实") || WHOLES.has(text)) ||
  earlier.clause === later.clause ||
  isStep(earlier, later);

const WHOLES = new Set("共 全部 合计 共计 总计".split(" "));

const isStep = (earlier: Statement, later: Statement): boolean =>
  coursesOf(earlier).some((from) =>
    coursesOf(later, true).some((to) => from.course === to.course && from.step < to.step),
  );

/** The items of an opened list before one of them: none of them is its whole. */
function listed(item: Statement): readonly Statement[] {
  const row: Statement[] = [];
  let at: Statement | null = item;
  while (at && isJoined(at) && row.length < REACH) {
    at = at.previous;
    if (at) row.push(at);
  }
  if (at && opens(at)) return row;
  // 按来源，中央2.41亿元，省级2.87亿元: a list by kinds goes on to the end of its sentence.
  const kinds: Statement[] = [];
  for (
    at = item;
    kinds.length < REACH && at?.sentence === item.sentence && sameUnit(at, item) && isLevel(at);
    at = at.previous
  ) {
    if (at !== item) kinds.push(at);
    if (byKindOf(at)) return kinds;
  }
  return [];
}

/** The row of like figures that ends in one, itself first. */
function runTo(numerators: readonly Statement[], from: number): readonly Statement[] {
  const run: Statement[] = [];
  for (const s of numerators.slice(from)) {
    if (run.length > 0 && (!sameUnit(s, run[0]!) || s.group !== run[0]!.group || s.sentence !== run[0]!.sentence))
      break;
    run.push(s);
    if (run.length === 5) break;
  }
  return run;
}

/** 分别为22.8%、5.8%: the rates of a row that is told together. */
export function parallelOf(statements: readonly Statement[], claim: Statement): readonly Statement[] | null {
  let first = claim.index;
  const joined = (s: Statement): boolean =>
    s.previous?.index === s.index - 1 && (s.own.length === 0 ? s.mark === "、" : s.own.length === 1 && joint(s));
  while (
    claim.index - first < REACH &&
    joined(statements[first]!) &&
    isPercent(statements[first - 1]!) === isPercent(claim)
  )
    first--;
  let last = claim.index;
  while (
    last - claim.index < REACH &&
    statements[last + 1] &&
    joined(statements[last + 1]!) &&
    isPercent(statements[last + 1]!) === isPercent(claim)
  )
    last++;
  return last > first ? statements.slice(first, last + 1) : null;
}

function* paired(
  statements: readonly Statement[],
  claim: Statement,
  run: readonly Statement[],
  make: Make,
): Generator<Constraint> {
  const at = run.indexOf(claim);
  const opener = run[0]!;
  const known = before(statements, opener, NEAR);
  const stated = ofWhole(statements, opener);
  const levels = known.filter((s) => isLevel(s) && s !== stated && crossing(s, opener) < 2).reverse();
  const named = rowNames(opener);
  const targets = known.filter((s) => s.standing === "target" && s.depth > opener.depth).reverse();
  const words = [...(opener.previous?.clause === opener.clause ? opener.previous.own : []), ...opener.own];
  // 日常检查241件，投诉举报203件，…，前两类分别占39.4%和33.2%: each by its place from the first.
  if (firstsOf(words) === run.length) {
    // 居前两位的分别占: the largest, wherever they stand.
    if (opener.own.some(({ text }) => text[0] === "居" || text[0] === "最" || text[0] === "排")) return;
    const row = rowTold(statements, opener, NEAR)?.items ?? [];
    const numerator = row[at];
    const wholes = numerator
      ? known.filter((s) => isLevel(s) && sameUnit(s, numerator) && s.index < row[0]!.index).slice(0, 3)
      : [];
    for (const [i, whole] of wholes.entries()) yield make("share", i, [numerator!], [whole]);
    return;
  }
  const told = opener.previous;
  const stem = named[0] ?? (told?.standing === "rate" && told.segment === opener.segment ? stemOf(told) : "");
  const strange = (s: Statement): number =>
    claim.standing === "rate" && named.length > 0 && !named.some((name) => touchesName(name, s)) ? 3 : 0;
  for (let start = levels.length - run.length; start >= 0 && start >= levels.length - run.length - 4; start--) {
    const numerator = levels[start + at]!;
    const skipped = levels.length - run.length - start;
    // 抽检各2180、640、600批次，不合格依次为51、9、15批次，不合格率分别为: row by row.
    const row = levels.slice(start, start + run.length);
    const above = levels.slice(Math.max(0, start - run.length), start);
    const twoRows =
      above.length === run.length &&
      [above, row].every((items) => items.slice(1).every(isJoined)) &&
      above.every((s, i) => sameUnit(s, row[i]!) && s.figure.value! >= row[i]!.figure.value!);
    if (twoRows) yield make("share", skipped, [numerator], [above[at]!]);
    if (targets.length === run.length && sameUnit(targets[at]!, numerator))
      yield make("share", skipped, [numerator], [targets[at]!]);
    const wholes = [
      ...(stated ? [stated] : []),
      ...known.filter(
        (s) => (isLevel(s) || s.standing === "target") && sameUnit(s, numerator) && s.index < levels[start]!.index,
      ),
    ];
    const likely = [
      ...wholes.filter((s) => s === stated || !isAside(s)),
      ...wholes.filter((s) => s !== stated && isAside(s)),
    ];
    for (const [j, denominator] of likely.slice(0, 6).entries())
      yield make(
        "share",
        skipped +
          j +
          crossing(denominator, numerator) +
          strange(numerator) +
          (claim.standing === "rate" && isOfItself(stem, numerator, denominator) ? 3 : 0),
        [numerator],
        [denominator],
      );
  }
  // 个人30件、单位10件，占比分别为75.0%和25.0%: of both together; 分别为年初预算的 is of what was planned.
  const all = levels.slice(-run.length);
  if (
    claim.standing === "share" &&
    !does(opener.ownClasses, "plan") &&
    all.length === run.length &&
    all.slice(1).every((s) => sameUnit(s, all[0]!) && s.sentence === opener.sentence)
  )
    yield make("share", 1, [all[at]!], all);
  // 优秀率和不合格率分别为: each by its name.
  const name = named[named.length - run.length + at];
  if (!name) return;
  for (const [i, numerator] of levels.toReversed().entries()) {
    if (!touchesName(name, numerator)) continue;
    for (const [j, denominator] of known
      .filter((s) => isLevel(s) && sameUnit(s, numerator) && s.index < numerator.index)
      .slice(0, 6)
      .entries())
      yield make("share", 1 + (i > 4 ? 1 : 0) + (j > 3 ? 1 : 0), [numerator], [denominator]);
  }
}

/** A target told in brackets beside what was reached is nobody's whole but that one's. */
const isAside = ({ standing, depth }: Statement): boolean => standing === "target" && depth > 0;

/** The names of rates told together: 直接纠错率、调撤率分别为. */
function rowNames({ gap }: Statement): readonly string[] {
  const said = gap.map(({ text }) => text).join("");
  const names: string[] = [];
  for (let at = said.indexOf("率"), from = 0; at >= 0; from = at + 1, at = said.indexOf("率", from))
    names.push(said.slice(Math.max(from, at - 6), at));
  return names;
}
