import { nounsIn } from "../statements/name.ts";
import { isJoined } from "../statements/rows.ts";
import { said } from "../statements/said.ts";
import { does, type Statement } from "../statements/statement.ts";
import { timeOf } from "../statements/time.ts";
import { isMeasured } from "../statements/unit.ts";
import { firstOf } from "./compared.ts";
import { as, type Constraint, type Kind, operandOf, type Read } from "./constraint.ts";
import { type Interval, over, plus, scaled } from "./interval.ts";
import { before, crossing, isPercent, sameUnit } from "./reach.ts";
import { rounded, shown } from "./spell.ts";

const YEARS = [2, 3, 4, 5, 6];

/** A mean growth a year: the root of last ÷ first. */
export const compound: Kind = {
  name: "compound",
  family: "change",

  *propose(statements) {
    for (const claim of statements) {
      if (claim.standing !== "growth" || !isYearly(claim) || claim.figure.unit !== "%") continue;
      const known = before(statements, claim, 8).filter(
        (s) =>
          (s.standing === "level" || s.standing === "base") &&
          !isPercent(s) &&
          (!does(s.ownClasses, "sum") || s.standing === "base" || !isOfYears(s)) &&
          s.figure.unit !== null &&
          !isMeasured(s.figure.unit) &&
          crossing(s, claim) < 3,
      );
      const since = sinceOf(claim);
      const row = since ? null : rowOfYears(statements, claim);
      const spelled = since ?? row;
      if (spelled) {
        yield { ...spelled, kind: "compound", claim, cost: 0 };
        continue;
      }
      const said = statedYears(claim);
      const named = namedYears(claim);
      // 2023年底15.9万辆，到去年底的两年间: to what there was then, and not to what there is.
      const past = does(
        claim.gapClasses | (claim.previous?.figure.unit === "年" ? claim.previous.ownClasses : 0),
        "earlier",
      );
      const beside = known.some((s) => s.sentence === claim.sentence && s.year !== null);
      const whole = claim.previous;
      if (said && whole && isTotalGrowth(whole, claim))
        yield { kind: "compound", form: String(said), claim, operands: as("growth", whole), cost: 0 };
      const grown = said ? grownBy(claim) : null;
      if (grown) {
        const [first, gain] = grown;
        yield {
          kind: "compound",
          form: String(said),
          claim,
          operands: [...as("first", first), ...as("delta", gain)],
          cost: 0,
        };
        continue;
      }
      for (const last of known)
        for (const first of known) {
          // 对照23亿元的年度计划
          if (isPlanned(first) || isPlanned(last)) continue;
          if (first === last || !sameUnit(first, last) || (last.standing === "base") !== past || isGain(last)) continue;
          if (first.standing !== "base" && first.index > last.index && first.year === null) continue;
          if (first.year === null && last.year !== null) continue;
          if (first.year !== null && last.year !== null && first.year >= last.year) continue;
          // 2022年底只有14个，2022年底至2024年底年均增长41.4%: to what there was in 2024.
          if (named && (first.year !== named[0] || last.year !== named[1])) continue;
          // 2023年为40名，两年间年均增长25.5%: what its own sentence tells is one of the two.
          if (beside && first.sentence !== claim.sentence && last.sentence !== claim.sentence) continue;
          const row = firstOf(statements, last);
          if (row && first !== row) continue;
          // 2022年、2023年分别为72场和84场: two years told together are both of before.
          if (isJoined(last) && last.previous === first && does(first.gapClasses, "each") && said !== null) continue;
          // 三年分别为142次、164次和187次: two steps.
          const ends = row === first && !(statements[last.index + 1] && isJoined(statements[last.index + 1]!));
          const steps = ends ? last.index - first.index : null;
          const apart = first.year !== null && last.year !== null ? last.year - first.year : steps;
          for (const years of YEARS) {
            const plain = said === years || apart === years;
            if ((said ?? apart) !== null && !plain) continue;
            const cost =
              (plain ? 0 : 4) +
              Math.max(
                0,
                known
                  .filter((s) => s.sentence === last.sentence && s !== first && s.standing !== "base" && !isGain(s))
                  .indexOf(last),
              ) +
              (crossing(last, claim) > 1 ? 1 : 0) +
              (known.length > 2 && !row ? 1 : 0) +
              (isOfOther(claim, [first, last]) ? 3 : 0);
            yield {
              kind: "compound",
              form: String(years),
              claim,
              operands: [...as("first", first), ...as("last", last)],
              cost,
            };
          }
        }
    }
  },

  value(constraint, read) {
    const growth = operandOf(constraint, "growth");
    if (growth) {
      const { low, high } = read(growth);
      return low > -100 ? root({ low: 1 + low / 100, high: 1 + high / 100 }, Number(constraint.form)) : null;
    }
    const ratio = ratioOf(constraint, read);
    return ratio && ratio.low > 0 ? root(ratio, Number(constraint.form)) : null;
  },

  /** The whole growth, or that shared out among the years. */
  slips(constraint, read) {
    const growth = operandOf(constraint, "growth");
    if (growth) return [scaled(read(growth), 1 / Number(constraint.form))];
    const ratio = ratioOf(constraint, read);
    const years = Number(constraint.form);
    return ratio
      ? [years, 1].map((by) => ({ low: ((ratio.low - 1) / by) * 100, high: ((ratio.high - 1) / by) * 100 }))
      : [];
  },

  explain(constraint) {
    const growth = operandOf(constraint, "growth");
    if (growth) {
      const years = Number(constraint.form);
      const sign = growth.direction === "down" ? -1 : 1;
      const value = (1 + (sign * growth.figure.value!) / 100) ** (1 / years) - 1;
      return `（1${sign < 0 ? "－" : "＋"}${shown(growth)}）的${years}次方根－1＝${rounded(value * 100, 2)}%`;
    }
    const [first, gain] = [operandOf(constraint, "first")!, operandOf(constraint, "delta")];
    const last = operandOf(constraint, "last");
    const years = Number(constraint.form);
    const value =
      ((gain ? first.figure.value! + gain.figure.value! : last!.figure.value!) / first.figure.value!) ** (1 / years) -
      1;
    const came = gain ? `（${shown(first)}＋${shown(gain)}）` : shown(last!);
    return `（${came}÷${shown(first)}）的${years}次方根－1＝${rounded(value * 100, 2)}%`;
  },
};

function ratioOf(constraint: Constraint, read: Read): Interval | null {
  const [first, gain] = [read(operandOf(constraint, "first")!), operandOf(constraint, "delta")];
  return over(gain ? plus(first, read(gain)) : read(operandOf(constraint, "last")!), first);
}

/** 23亿元的年度计划 */
const isPlanned = ({ ownClasses, tail }: Statement): boolean =>
  does(ownClasses, "plan") || tail.slice(0, 3).some(({ classes }) => does(classes, "plan"));

/** 2022年为16.4亿元，两年间净增7.28亿元，年均增长: what a sentence tells of both of its ends. */
function grownBy({ previous, sentence }: Statement): readonly [Statement, Statement] | null {
  const last = previous?.previous;
  const first = last?.figure.unit === "年" ? last.previous : last;
  if (!previous || !first || !isGain(previous) || previous.sentence !== sentence || first.sentence !== sentence)
    return null;
  // 2022年48人，2024年75人，两年净增27人: both ends are told.
  const alone = first.previous?.sentence !== sentence || !sameUnit(first.previous, first);
  return alone && first.year !== null && first.standing === "level" && sameUnit(first, previous)
    ? [first, previous]
    : null;
}

type Ends = Pick<Constraint, "form" | "operands">;
const between = (first: Statement, last: Statement, years: number): Ends => ({
  form: String(years),
  operands: [...as("first", first), ...as("last", last)],
});

const COUNTED = ["起算", "为基数", "为起点", "为基期"];
const yearOf = (s: Statement): number | null => s.year ?? timeOf(s)?.year ?? null;

/** 2021年至2025年逐年为4.70亿元、…、6.84亿元；以2020年的4.25亿元起算，年均增长10.0%: from what is said to the last of a year. */
function sinceOf(claim: Statement): Ends | null {
  const first = claim.previous;
  const since = first && yearOf(first);
  if (!first || !since || first.sentence !== claim.sentence) return null;
  if (!COUNTED.some((words) => said(first.tail).startsWith(words))) return null;
  let last = first.previous;
  for (let steps = 0; steps < 8 && last && !(yearOf(last) && sameUnit(last, first)); steps++) last = last.previous;
  const years = last ? yearOf(last)! - since : 0;
  return last && years > 1 ? between(first, last, years) : null;
}

/** 2021年至2025年每年为38场、45场、51场、58场、64场，五年共256场，年均增长13.9%: from the first of a row of years to the last. */
function rowOfYears(statements: readonly Statement[], claim: Statement): Ends | null {
  const total = claim.previous;
  if (!total || total.sentence !== claim.sentence || !does(total.ownClasses, "sum")) return null;
  // 共256场，参与人数年均增长
  if (nounsIn(claim.own).length > 0) return null;
  let last = statements[total.index - 1];
  if (last?.figure.unit === "年") last = statements[last.index - 1];
  let first = last;
  while (first && isJoined(first) && last!.index - first.index < 8 && first.previous) first = first.previous;
  const steps = first && last ? last.index - first.index : 0;
  const yearly = first?.gap.some(({ text }) => text === "每年" || text === "逐年" || text === "各年") ?? false;
  return first && last && steps > 1 && yearly && sameUnit(first, last) && sameUnit(first, total)
    ? between(first, last, steps)
    : null;
}

/** 2022年底至2024年底年均: the years that a claim names itself. */
function namedYears({ own }: Statement): readonly [number, number] | null {
  const years = own
    .flatMap(({ text, figure }) => (figure >= 0 ? text.split("年").slice(0, -1) : []))
    .map((words) => Number(words.slice(-4)))
    .filter((year) => year > 1900);
  return years.length === 2 ? [years[0]!, years[1]!] : null;
}

/** 年均增长; the 年均浓度 of a year grew in all of them. */
function isYearly({ own }: Statement): boolean {
  const at = own.findLastIndex(({ classes }) => does(classes, "yearly"));
  return at >= 0 && own.slice(at + 1).every(({ pos, classes }) => pos[0] !== "n" || does(classes, "up", "down"));
}

/** 活动38场、…、64场，参与人数年均增长: of what it names, and not of the row. */
const isOfOther = ({ own }: Statement, ends: readonly Statement[]): boolean => {
  const named = nounsIn(own);
  const words = ends.flatMap((s) => [...s.own, ...s.gap, ...s.tail, ...s.label]).map(({ text }) => text);
  return named.length > 0 && !named.some((word) => words.includes(word));
};

/** 三年累计投入2.1亿元: of all of them, and no value of a year. */
const isOfYears = ({ gap }: Statement): boolean =>
  gap.some(({ text }) => text.includes("年") && text.length < 4 && text !== "全年" && text !== "年末");

/** 比上年末的2585户新增675户: by how much, and no value of the row. */
const isGain = ({ own }: Statement): boolean => ["新增", "净增", "增加"].includes(own.at(-1)?.text ?? "");

/** 三年累计增长27.8%，年均递增8.5% */
const isTotalGrowth = (whole: Statement, { segment }: Statement): boolean =>
  whole.standing === "growth" &&
  whole.figure.unit === "%" &&
  whole.segment === segment &&
  does(whole.ownClasses, "sum") &&
  !does(whole.ownClasses, "yearly");

const root = ({ low, high }: Interval, years: number): Interval => ({
  low: (low ** (1 / years) - 1) * 100,
  high: (high ** (1 / years) - 1) * 100,
});

const DIGITS = ["", "", "两", "三", "四", "五", "六"];

/** 三年年均, 五年间: over how many years, where it is said. */
function statedYears({ gap, previous }: Statement): number | null {
  for (let s = previous, steps = 0; s && steps < 3; s = s.previous, steps++)
    if (s.figure.unit === "年" && s.figure.hanzi) return s.figure.value;
  const said = gap.map(({ text }) => text).join("");
  const years = YEARS.find((n) => said.includes(`${DIGITS[n]}年`) || said.includes(`${n}年间`));
  return years ?? null;
}
