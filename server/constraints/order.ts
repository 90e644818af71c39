import { coursesOf } from "../statements/course.ts";
import { nameOf, shared } from "../statements/name.ts";
import { isOfUntold } from "../statements/openers.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import type { Token } from "../words/lexer.ts";
import { isInflow, isOutflow } from "./account.ts";
import { isPassed } from "./component.ts";
import { as, type Kind, operandOf } from "./constraint.ts";
import { isNegated } from "./named.ts";
import { before, crossing, isLevel, REACH, sameUnit } from "./reach.ts";
import { shown } from "./spell.ts";
import { isThing } from "./sum.ts";

/** What can be said of all of some things at the most: 全县16个乡镇所达标13个. */
const REACHED = new Set(["达标", "合格", "完工", "办结", "通过", "整改", "销号"]);

/** 1260个行政村中 */
const INSIDE = new Set(["中", "当中", "里", "之中"]);

const INNER = new Set(["其中", "包括", "含", "包含"]);
/** 其中, 内有 */
const isInner = (own: readonly Token[]): boolean =>
  own.some(({ text }) => INNER.has(text)) || said(own.slice(0, 2)) === "内有";

/** 9个科室中有3个 */
function isAmong({ own }: Statement): boolean {
  const at = own.findIndex(({ text }) => INSIDE.has(text));
  return at >= 0 && HAVE.has(own[at + 1]?.text ?? "有");
}
const HAVE = new Set("有 仅 仅有 只有 已有 还有 占 已 尚有".split(" "));

/** 免疫密度99.2%: a rate right behind that says not all was done. */
const isBelowAll = (rate: Statement, { segment }: Statement): boolean =>
  rate.segment === segment && rate.figure.unit === "%" && rate.figure.value! < 100;

/** 应免28.64万头，实免28.41万头: no more is done than is due; one deed, in one character. */
function isDone(due: Statement, done: Statement): boolean {
  const [should, did] = [said(due.own), said(done.own)];
  const at = should.lastIndexOf("应");
  return at >= 0 && did.startsWith("实") && should[at + 1] !== undefined && did[1] === should[at + 1];
}

const isPlace = ({ standing, figure }: Statement): boolean => standing === "rank" && Number.isInteger(figure.value);

/** Whether a count is one of a row of things behind a total of things of that name. */
const isOneOf = (statements: readonly Statement[], whole: Statement, claim: Statement): boolean =>
  shared(nameOf(whole), nameOf(claim)) >= 1 &&
  statements.slice(whole.index + 1, claim.index + 1).every((s) => isLevel(s) && sameUnit(s, whole) && isThing(s));

/** The first item of the list that an item stands further back in, if 其中 opens it. */
function headOf(item: Statement): Statement | null {
  let at: Statement | null = item;
  for (let steps = 0; steps < REACH && at && isJoined(at); steps++) at = at.previous;
  return at !== item && at !== null && isInner(at.own) ? at : null;
}

/** 一类、二类、三类公厕分别为38座、91座和27座，其中开放的52座: 其中 is of all the row, and of no item of it. */
const isOfRow = (s: Statement): boolean =>
  s.previous !== null && isJoined(s) && nameOf(s).length === 0 && sameUnit(s.previous, s);

/** Of how many something is always carried over that is not told here, and how much more than came in may have been done by it. */
const [MANY, CARRY] = [10_000, 0.02];
/** 受理38642件，办结38661件: of last year's as well, which another place tells. */
const isCarriedOver = (came: Statement, done: Statement): boolean =>
  isInflow(came) &&
  isOutflow(done) &&
  came.figure.value! >= MANY &&
  done.figure.value! <= (1 + CARRY) * came.figure.value!;

/** What is part of a whole, or a later step of one course, is no more than it: 其中, 整改 of 发现, 合格 of 参加. */
export const order: Kind = {
  name: "order",
  family: "order",

  *propose(statements) {
    for (const claim of statements) {
      if (!(isLevel(claim) || isPlace(claim))) continue;
      // 其中一季度90天里优良天数72天: a whole of its own.
      if (INSIDE.has(claim.tail[0]?.text ?? "")) continue;
      const ranked = claim.previous;
      if (
        ranked &&
        ranked.clause === claim.clause &&
        isPlace(claim) &&
        isLevel(ranked) &&
        claim.mark === "" &&
        claim.own.length <= 6
      ) {
        yield { kind: "order", form: "within", claim, operands: as("whole", ranked), cost: 0 };
        continue;
      }
      const known = before(statements, claim, 6).filter(
        (s) => isLevel(s) && sameUnit(s, claim) && s.depth <= claim.depth && crossing(s, claim) < 2,
      );
      const told = claim.own.length === 0 && claim.previous?.clause === claim.clause ? claim.previous.own : claim.own;
      const head = headOf(claim);
      if (isOfUntold(head ?? claim)) continue;
      if (isInner(told) || head) {
        // 26名，机关11名，中心15名，其中持证24名: of all that they make up.
        const wholes = known.filter((s) => !isPassed(s, claim));
        const whole = head ? wholes.find((s) => s.index < head.index) : wholes[0];
        if (whole && isOfRow(whole)) continue;
        if (whole)
          yield {
            kind: "order",
            form: "within",
            claim,
            operands: as("whole", whole),
            cost:
              crossing(whole, claim) +
              (whole.index < claim.index - 3 ? 1 : 0) +
              (whole.figure.unit === claim.figure.unit ? 0 : 1),
          };
        continue;
      }
      const all = known[0];
      if (
        all &&
        !does(claim.ownClasses, "share") &&
        all.clause === claim.clause &&
        claim.mark === "" &&
        REACHED.has(claim.own.at(-1)?.text ?? "")
      ) {
        yield { kind: "order", form: "within", claim, operands: as("whole", all), cost: 0 };
        continue;
      }
      const inside = claim.previous;
      if (
        inside &&
        isLevel(inside) &&
        sameUnit(inside, claim) &&
        inside.clause === claim.clause &&
        inside.index === claim.index - 1 &&
        claim.mark === "" &&
        isAmong(claim)
      ) {
        yield { kind: "order", form: "within", claim, operands: as("whole", inside), cost: 0 };
        continue;
      }
      if (
        inside &&
        isLevel(inside) &&
        sameUnit(inside, claim) &&
        INSIDE.has(inside.tail.at(-1)?.text ?? "") &&
        claim.clause !== inside.clause &&
        inside.segment === claim.segment
      ) {
        yield { kind: "order", form: "within", claim, operands: as("whole", inside), cost: 0 };
        continue;
      }
      const held = claim.own.findIndex(({ text }) => INSIDE.has(text));
      const named = held > 0 ? said(claim.own.slice(0, held)) : "";
      const whole =
        named === ""
          ? undefined
          : known.find(
              (s) =>
                s.own.some(({ text }) => text.length > 1 && named.startsWith(text)) &&
                s.own.some(isNegated) === claim.own.some(isNegated),
            );
      if (whole) {
        yield { kind: "order", form: "within", claim, operands: as("whole", whole), cost: 0 };
        continue;
      }
      if (does(claim.ownClasses, "share")) continue;
      // 企业共1094家，规模以上182家，小微企业912家
      const sum = known.find(
        (s) => does(s.ownClasses, "sum") && s.segment === claim.segment && s.depth === claim.depth,
      );
      if (sum && isOneOf(statements, sum, claim)) {
        yield { kind: "order", form: "within", claim, operands: as("whole", sum), cost: 0 };
        continue;
      }
      const holder =
        claim.depth > 0 && claim.previous === null && claim.own.length > 0
          ? claim.owner
          : claim.own.at(-1)?.text === "的" && claim.own.length <= 6
            ? known[0]
            : undefined;
      if (
        holder &&
        isLevel(holder) &&
        sameUnit(holder, claim) &&
        holder.sentence === claim.sentence &&
        claim.figure.value! <= holder.figure.value! &&
        !does(claim.gapClasses, "opening", "earlier", "sum")
      )
        yield { kind: "order", form: "within", claim, operands: as("whole", holder), cost: 1 };
      const due = known[0];
      const rate = statements[claim.index + 1];
      if (due && due.index === claim.index - 1 && isDone(due, claim) && rate && isBelowAll(rate, claim)) {
        yield { kind: "order", form: "step", claim, operands: as("step", due), cost: 0 };
        continue;
      }
      const steps = coursesOf(claim);
      const apart = before(statements, claim, REACH)
        .filter((s) => isLevel(s) && sameUnit(s, claim) && s.depth <= claim.depth && crossing(s, claim) < 2)
        .filter(
          (s) =>
            !isPassed(s, claim) &&
            // 另安排15万元，共支出95万元: with all that was told before it.
            !does(s.ownClasses, "plus", "rest") &&
            (s.segment === claim.segment || !(isJoined(s) || does(s.gapClasses, "of"))),
        );
      for (const [i, earlier] of apart.slice(0, 3).entries()) {
        if (!coursesOf(earlier).some((from) => steps.some((to) => from.course === to.course && from.step < to.step)))
          continue;
        const behind = statements[claim.index + 1];
        const carried =
          known.some((s) => does(s.gapClasses, "opening")) ||
          before(statements, earlier, 1).some(
            (s) => s.segment === earlier.segment && sameUnit(s, earlier) && does(s.ownClasses, "earlier"),
          ) ||
          (behind?.owner === claim && does(behind.ownClasses, "opening", "earlier")) ||
          isCarriedOver(earlier, claim)
            ? 2
            : 0;
        yield {
          kind: "order",
          form: "step",
          claim,
          operands: as("step", earlier),
          cost: i + carried + crossing(earlier, claim),
        };
        break;
      }
    }
  },

  value(constraint, read) {
    const whole = read(operandOf(constraint, "whole") ?? operandOf(constraint, "step")!);
    return { low: Number.NEGATIVE_INFINITY, high: whole.high };
  },

  explain(constraint) {
    const whole = operandOf(constraint, "whole") ?? operandOf(constraint, "step")!;
    return `${shown(constraint.claim)}${constraint.claim.figure.value! <= whole.figure.value! ? "≤" : "＞"}${shown(whole)}`;
  },
};
