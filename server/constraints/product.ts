import { does, type Statement } from "../statements/statement.ts";
import { isPaid, sharedOut } from "./average.ts";
import { as, type Constraint, type Kind, LOOSE, operandsOf } from "./constraint.ts";
import { exactly, isExact, plus, times } from "./interval.ts";
import { isLevel, sameUnit } from "./reach.ts";
import { shown, spell } from "./spell.ts";
import { isComparable } from "./sum.ts";

/** So many of them, and how much for each: 4个镇，每镇600万元. */
interface Pair {
  readonly number: Statement;
  readonly each: Statement;
}

/** A total of several numbers with a rate of their own each: 4个镇每镇600万元，5个镇各450万元，共拨付4650万元. */
export const product: Kind = {
  name: "product",
  family: "average",

  *propose(statements) {
    for (const pairs of rowsOf(statements)) {
      const [{ each }, last] = [pairs[0]!, pairs.at(-1)!];
      const end = Math.max(last.each.index, last.number.index);
      const total = statements
        .slice(end + 1, end + 1 + NEAR)
        .find(
          (s) => (s.sentence === last.each.sentence || does(s.ownClasses, "sum")) && isLevel(s) && sameUnit(s, each),
        );
      const sum = pairs.reduce((sum, { number, each }) => sum + number.figure.value! * each.figure.value!, 0);
      if (!total || !isExact(total.figure) || !isComparable(sum, total.figure.value!)) continue;
      yield {
        kind: "product",
        form: "total",
        claim: total,
        operands: pairs.flatMap(({ number, each }) => [...as("number", number), ...as("value", each)]),
        cost: isPaid(total) ? 0 : LOOSE,
      } satisfies Constraint;
    }
  },

  value(constraint, read) {
    const values = operandsOf(constraint, "value");
    return operandsOf(constraint, "number")
      .map((number, i) => times(read(number), read(values[i]!)))
      .reduce(plus, exactly(0));
  },

  explain(constraint) {
    const values = operandsOf(constraint, "value");
    const numbers = operandsOf(constraint, "number");
    const total = numbers.reduce((sum, { figure }, i) => sum + figure.value! * values[i]!.figure.value!, 0);
    const told = numbers.map((number, i) => `${shown(number)}×${shown(values[i]!)}`).join("＋");
    return `${told}＝${spell(total, constraint.claim.figure)}`;
  },
};

/** A total of more pairs than this nobody reckons. */
const MOST = 8;
/** How far behind the last pair its total is looked for. */
const NEAR = 3;

/** The pairs of a paragraph that follow one another, two or more of one unit in a sentence. */
function rowsOf(statements: readonly Statement[]): readonly (readonly Pair[])[] {
  const rows: Pair[][] = [];
  let row: Pair[] = [];
  const close = (): void => {
    if (row.length > 1 && row.length <= MOST) rows.push(row);
    row = [];
  };
  for (const each of statements) {
    const pair = pairOf(each);
    if (!pair) continue;
    const last = row.at(-1);
    if (
      last &&
      !(sameUnit(last.each, each) && last.each.sentence === each.sentence && each.index - last.each.index <= NEAR)
    )
      close();
    row.push(pair);
  }
  close();
  return rows;
}

function pairOf(each: Statement): Pair | null {
  const number = each.previous;
  if (!isExact(each.figure) || !number || number.segment !== each.segment || number.index !== each.index - 1)
    return null;
  if (!isLevel(number) || !isExact(number.figure) || sameUnit(number, each)) return null;
  const fits = each.standing === "average" ? sharedOut(each, number) : isForEach(each);
  return fits ? { number, each } : null;
}

/** 5个镇各450万元 */
const isForEach = ({ own }: Statement): boolean => own.at(-1)?.text === "各";
