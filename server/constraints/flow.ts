import { fullName, nameOf, shared } from "../statements/name.ts";
import { said } from "../statements/said.ts";
import { isReached } from "../statements/standing.ts";
import { does, type Statement } from "../statements/statement.ts";
import type { Token } from "../words/lexer.ts";
import { isClosing, isDue, isInAll, isInflow, isOpening, isOutflow } from "./account.ts";
import { ACCOUNT, balances } from "./balance.ts";
import { as, asAll, type Constraint, isWorthy, type Kind, type Operand, operandOf, operandsOf } from "./constraint.ts";
import { type Interval, minus, negated, plus, total } from "./interval.ts";
import { before, crossing, isLevel, sameUnit } from "./reach.ts";
import { shown, spell } from "./spell.ts";
import { DEDUCTED, finest, headOf, isInner, roomOf } from "./sum.ts";

/** An account: what there was, what came in and what went out give what is left, or how much it grew. */
export const flow: Kind = {
  name: "flow",
  family: "account",
  mayHold: ({ alike }) => alike > 2,

  *propose(statements) {
    yield* balances(statements);
    yield* dues(statements);
    yield* unions(statements);
    for (const claim of statements) {
      if (!(isLevel(claim) || claim.standing === "delta") || claim.standing === "target") continue;
      // 其中应届3742人: a part of what is there, and not what it came to.
      if (claim.own.some(({ text }) => text === "其中")) continue;
      const known = before(statements, claim, 10).filter(
        (s) =>
          (isLevel(s) || s.standing === "base" || s.standing === "delta") &&
          sameUnit(s, claim) &&
          crossing(s, claim) < 2,
      );
      if (known.length < 2) continue;
      const totals = ofTotals(claim, known);
      if (totals) {
        yield totals;
        continue;
      }
      yield* accounts(claim, known);
    }
  },

  value(constraint, read) {
    const sum = (part: "opening" | "inflow" | "outflow"): Interval =>
      total(
        operandsOf(constraint, part).map((s) =>
          s.direction === "down" && s.standing === "delta" ? negated(read(s)) : read(s),
        ),
      );
    const came = { low: sum("opening").low + sum("inflow").low, high: sum("opening").high + sum("inflow").high };
    return minus(came, sum("outflow"));
  },

  /** The carry left out, or any other entry of a whole account; of a union, what is counted twice. */
  slips(constraint, read) {
    const value = this.value(constraint, read)!;
    if (constraint.form === "union") return [plus(value, read(operandOf(constraint, "outflow")!))];
    return constraint.operands
      .filter(({ part }) => part === "opening" || constraint.form === ACCOUNT)
      .map(({ statement, part }) => {
        const entry =
          statement.direction === "down" && statement.standing === "delta" ? negated(read(statement)) : read(statement);
        return minus(value, part === "outflow" ? negated(entry) : entry);
      });
  },

  explain(constraint) {
    const terms: string[] = [];
    let value = 0;
    for (const { statement, part } of constraint.operands) {
      const out = part === "outflow";
      value += (out ? -1 : 1) * statement.figure.value!;
      terms.push(`${terms.length === 0 && !out ? "" : out ? "－" : "＋"}${shown(statement)}`);
    }
    return `${terms.join("")}＝${spell(value, finest([constraint.claim, ...constraint.operands.map(({ statement }) => statement)]).figure)}`;
  },
};

const SET_OFF = new Set(["相抵", "收支相抵", "轧抵", "轧差"]);
/** 收入总量369220万元；支出总量362170万元，收支相抵，结转下年7050万元: of the two totals, whatever they are made up of. */
function ofTotals(claim: Statement, known: readonly Statement[]): Constraint | null {
  if (!claim.gap.some(({ text }) => SET_OFF.has(text))) return null;
  const totals = known.filter((s) => isLevel(s) && does(s.ownClasses, "sum"));
  const [went, came] = totals;
  return totals.length === 2 && went && came
    ? {
        kind: "flow",
        form: "net",
        claim,
        operands: [...as("inflow", came), ...as("outflow", went)],
        cost: 0,
      }
    : null;
}

/**
 * 全年受理3418件，从渠道看…。连同上年结转的26件，应办3444件: what was carried over comes on top of what the sentence before began with.
 */
function* dues(statements: readonly Statement[]): Generator<Constraint> {
  for (const claim of statements) {
    const grown = isReached(claim) && claim.direction === "up";
    if (!isLevel(claim) || !(isDue(claim) || isClosing(claim) || grown)) continue;
    const told: Statement[] = [];
    for (
      let s = claim.previous;
      s?.sentence === claim.sentence && told.length < 3 && sameUnit(s, claim);
      s = s.previous
    )
      told.unshift(s);
    const [opening, gone] = told;
    // 连同上年结转的7件，全年办结79件，年末还有4件
    const closes = told.length === 2 && isClosing(claim) && isOutflow(gone!);
    if (!opening || !(closes || (told.length === 1 && (isDue(claim) || grown)))) continue;
    const received =
      isOpening(opening) && does(opening.gapClasses, "plus") ? receivedBefore(statements, opening) : null;
    if (received)
      yield {
        kind: "flow",
        form: closes ? "closing" : "due",
        claim,
        operands: [...as("opening", opening), ...as("inflow", received), ...as("outflow", closes ? gone! : null)],
        cost: closes || !isDue(claim) ? 1 : 0,
      };
  }
}

/** What came in by the sentence before: what it begins with, or the nearest that says so. */
function receivedBefore(statements: readonly Statement[], opening: Statement): Statement | null {
  const last = statements[opening.index - 1];
  if (!last || last.sentence === opening.sentence) return null;
  let first = last;
  while (first.previous?.sentence === last.sentence) first = first.previous;
  const near = before(statements, opening, 12).filter((s) => crossing(s, opening) < 3);
  return [first, ...near].find((s) => isInflow(s) && isLevel(s) && sameUnit(s, opening)) ?? null;
}

const TWICE = new Set(["重复", "交叉", "重叠", "重合"]);
const BOTH = new Set(["同时", "兼", "兼具", "兼有", "既", "均", "都", ...TWICE]);

/** 6238人和8917人，同时享受的3402人，剔除重复后11753人: what is counted twice is taken off once. */
function* unions(statements: readonly Statement[]): Generator<Constraint> {
  for (const claim of statements) {
    const told = [...(claim.previous?.gap ?? []), ...(claim.previous?.previous?.gap ?? []), ...claim.gap];
    if (!isLevel(claim) || !told.some(({ text }) => TWICE.has(text) || DEDUCTED.has(text))) continue;
    const known = before(statements, claim, 6).filter(
      (s) => isLevel(s) && sameUnit(s, claim) && s.sentence === claim.sentence && s.depth === claim.depth,
    );
    const [shared, ...others] = known;
    if (!shared || others.length < 2 || !aboutOf(statements, shared).some(({ text }) => BOTH.has(text))) continue;
    // 分别为6人、10人、5人: a row is taken whole.
    const counted = others.findIndex(({ own }) => own.length > 0) + 1;
    yield {
      kind: "flow",
      form: "union",
      claim,
      operands: [...asAll("inflow", others.slice(0, Math.max(2, counted)).reverse()), ...as("outflow", shared)],
      cost: 0,
    };
  }
}

/** The words around a count, to the end of its clause: 有2765人两项都享受. */
const aboutOf = (statements: readonly Statement[], s: Statement): readonly Token[] => {
  const [last, next] = [statements[s.index - 1], statements[s.index + 1]];
  const lead = last?.clause === s.clause ? last.gap : [];
  return [...lead, ...s.gap, ...s.tail, ...(next?.clause === s.clause ? next.tail : [])];
};

const isEntry = (s: Statement, claim: Statement): boolean =>
  s.standing === "level" && s.depth === claim.depth && !isInner(s) && !does(s.ownClasses, "sum");

/** Whether a count names nothing else than another does. */
const isAlike = (claim: Statement, other: Statement): boolean =>
  nameOf(claim).length === 0 || does(claim.ownClasses, "sum") || shared(nameOf(claim), fullName(other)) >= 1;

/** 由89元提高到94元, 较上年的16部多10部: what a change begins with is carried nowhere. */
const isLeft = (s: Statement): boolean => s.standing === "base" && does(s.ownClasses, "from", "compare");

function* accounts(claim: Statement, known: readonly Statement[]): Generator<Constraint> {
  for (const constraint of readings(claim, known)) {
    const figures = constraint.operands.map(({ statement }) => statement);
    const gives = constraint.operands.reduce(
      (sum, { statement, part }) => sum + (part === "outflow" ? -1 : 1) * statement.figure.value!,
      0,
    );
    if (isWorthy(constraint.cost, gives, claim.figure.value!, roomOf([claim, ...figures]))) yield constraint;
  }
}

function* readings(claim: Statement, known: readonly Statement[]): Generator<Constraint> {
  const make = (form: string, cost: number, operands: readonly Operand[]): Constraint => ({
    kind: "flow",
    form,
    claim,
    operands,
    cost,
  });
  const near = known.filter(({ depth }) => depth <= claim.depth).slice(0, 6);
  const net = does(claim.ownClasses, "net") && !isInAll(claim);
  const closing = isClosing(claim);
  const first = known.findLast((s) => s.sentence === claim.sentence && s.standing === "level");
  const openings = known.filter(
    (s) =>
      (isOpening(s) || (s === first && closing && known.some(isInflow) && known.some(isOutflow))) &&
      !isLeft(s) &&
      !(s.depth > claim.depth && (does(s.ownClasses, "of") || !does(s.ownClasses, "opening"))),
  );
  for (const [i, a] of near.entries()) {
    for (const b of near.slice(i + 1)) {
      // The earlier of the two is what came in.
      const [came, went] = isOutflow(b) && !isOutflow(a) ? [a, b] : [b, a];
      // 年初6件，受理181件，两项合计187件: what was carried over came in with neither.
      if (does(came.ownClasses, "sum", "both") && !does(came.ownClasses, "inflow")) continue;
      const roles = (isInflow(came) ? 0 : 1) + (isOutflow(went) ? 0 : 1);
      if (came.standing === "base" || went.standing === "base" || came === claim || went === claim) continue;
      const apart = near.indexOf(went) + Math.max(0, near.indexOf(came) - near.indexOf(went) - 1);
      if (roles < 2 && (net || claim.standing === "delta"))
        yield make("net", (net ? 0 : 2) + roles + Math.max(0, apart - 1), [
          ...as("inflow", came),
          ...as("outflow", went),
        ]);
      for (const opening of openings) {
        if (opening === came || opening === went) continue;
        const unused = known.filter(
          (s) =>
            s.segment === claim.segment &&
            s.depth <= claim.depth &&
            !does(s.ownClasses, "sum") &&
            ![opening, came, went].includes(s),
        ).length;
        yield make(
          "closing",
          (closing ? 0 : 3) +
            roles +
            Math.max(Math.max(0, apart - 1), 3 * unused) +
            openings.indexOf(opening) +
            crossing(opening, claim),
          [...as("opening", opening), ...as("inflow", came), ...as("outflow", went)],
        );
      }
    }
  }
  const entries = known.filter((s) => s.segment === claim.segment && isEntry(s, claim) && !isOpening(s)).reverse();
  const strange = entries.filter((s) => !isInflow(s) && !isOutflow(s)).length;
  if (net && entries.length > 2 && entries.some(isOutflow))
    yield make("net", strange, [
      ...asAll(
        "inflow",
        entries.filter((s) => !isOutflow(s)),
      ),
      ...asAll("outflow", entries.filter(isOutflow)),
    ]);
  const from = claim.previous?.standing === "base" && claim.previous.clause === claim.clause ? claim.previous : null;
  if (from && does(claim.ownClasses, "reach"))
    for (const [i, gain] of known.filter((s) => s.segment === claim.segment && does(s.ownClasses, "net")).entries())
      yield make("due", i, [...as("opening", from), ...as("inflow", gain)]);
  // 建成41台，…，累计建成由85台增至126台: what there is in all grew by what the same word tells.
  const added =
    from && does(claim.ownClasses, "reach") && isInAll(from)
      ? known.find((s) => s !== from && isLevel(s) && said(s.own) !== "" && said(from.own).includes(said(s.own)))
      : undefined;
  if (from && added) yield make("due", 1, [...as("opening", from), ...as("inflow", added)]);
  const gained = known.find((s) => s.standing === "level" && s.index > (openings[0]?.index ?? 0));
  if (openings[0] && gained && isReached(claim) && claim.direction === "up" && gained.segment === claim.segment)
    yield make("due", isInflow(gained) ? 1 : 2, [...as("opening", openings[0]), ...as("inflow", gained)]);
  const grown = claim.previous;
  if (
    grown?.previous &&
    isInflow(grown) &&
    grown.previous.standing === "base" &&
    does(claim.ownClasses, "reach") &&
    known.includes(grown) &&
    known.includes(grown.previous) &&
    grown.segment === claim.segment
  )
    yield make("due", isAlike(claim, grown.previous) || isAlike(claim, grown) ? 0 : 3, [
      ...as("opening", grown.previous),
      ...as("inflow", grown),
    ]);
  for (const opening of openings) {
    const rest = known.filter(
      (s) => s.segment === claim.segment && s.index > opening.index && s.standing !== "base" && !isInner(headOf(s)),
    );
    const losses = rest.filter(isOutflow);
    if (closing && losses.length > 0 && rest.length > 2)
      yield make("closing", 1, [
        ...as("opening", opening),
        ...asAll(
          "inflow",
          rest.filter((s) => !isOutflow(s)),
        ),
        ...asAll("outflow", losses),
      ]);
    const told = known.filter(
      (s) => s.sentence === claim.sentence && s.index > opening.index && s.standing !== "base" && !isInner(headOf(s)),
    );
    const subtotal = told.find((s) => does(s.ownClasses, "sum"));
    if (closing && subtotal) {
      const net = told.filter((s) => s.index >= subtotal.index);
      yield make("closing", 1, [
        ...as("opening", opening),
        ...asAll(
          "inflow",
          net.filter((s) => !isOutflow(s)),
        ),
        ...asAll("outflow", net.filter(isOutflow)),
      ]);
    }
  }
  for (const opening of openings) {
    for (const [i, came] of known.slice(0, 4).entries()) {
      if (came === opening || came.standing === "base" || isClosing(came) || came.depth > claim.depth) continue;
      if (isOutflow(claim)) break;
      const due =
        claim.own.some(({ text }) => text.startsWith("应") || text === "共" || text === "可用") ||
        does(claim.ownClasses, "sum");
      // 登记286处，仍存274处，消失12处，新发现57处: where more is told of, two of them are not all.
      const untold = known.filter(
        (s) => s.sentence === claim.sentence && s.index > opening.index && s.index < came.index && isEntry(s, claim),
      ).length;
      yield make("due", (due ? 0 : 3) + i + Math.min(3, untold) + (isOutflow(came) ? 3 : 0), [
        ...as("opening", opening),
        ...as("inflow", came),
      ]);
      if (claim.standing === "level" && (closing || does(claim.ownClasses, "reach")))
        yield make("due", 3 + i + (isOutflow(came) ? 3 : 0), [...as("opening", opening), ...as("inflow", came)]);
    }
  }
}
