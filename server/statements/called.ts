import type { Token } from "../words/lexer.ts";
import { joint } from "./rows.ts";
import type { Statement } from "./statement.ts";

const JOINTS = new Set(["和", "与", "及", "以及"]);
const BORDERS = new Set([",", ";", ":", "。", "("]);
const EACH = new Set(["分别", "分别为", "分别是", "分别有", "依次", "依次为", "依次是", "各为"]);

/** The items of a row from a count on that are told without words of their own: 5家、6家和7家. */
export function rowFrom(statements: readonly Statement[], first: Statement): readonly Statement[] {
  const row = [first];
  for (let at = first.index + 1; at < statements.length; at++) {
    const s = statements[at]!;
    const bare = s.own.length === 0 ? s.mark === "、" : s.own.length === 1 && joint(s);
    if (!bare || s.group !== first.group || s.sentence !== first.sentence) break;
    row.push(s);
  }
  return row;
}

/** The words that each item of a row is called by where they are told before it: 甲镇、乙镇和丙镇依次为; null where they are not as many. */
export function calledBy(first: Statement, count: number): readonly (readonly Token[])[] | null {
  if (count < 2) return null;
  const names = namesBefore(
    first,
    first.gap.findIndex(({ text }) => EACH.has(text)),
    count,
  );
  // 甲、乙、丙三个镇分别为: the number of them stands between.
  const { previous } = first;
  const told = previous && previous.figure.value === count && isOf(previous, first) ? previous : null;
  return names ?? (told && namesBefore(told, told.gap.length, count));
}

/** 夏粮31万亩、秋粮55万亩，…；两季产量依次为12万吨和26万吨: the names of the row of other counts that its sentence told last, if they are as many. */
export function calledAs(
  statements: readonly Statement[],
  first: Statement,
  count: number,
): readonly (readonly Token[])[] | null {
  if (count < 2) return null;
  let end = first.index - 1;
  while (
    end > 0 &&
    statements[end]!.sentence === first.sentence &&
    statements[end]!.mark !== "、" &&
    !joint(statements[end]!)
  )
    end--;
  const row = statements.slice(Math.max(0, end - count + 1), end + 1);
  const [head, ...others] = row;
  if (!head || row.length !== count || head.sentence !== first.sentence || head.mark === "、") return null;
  const unit = head.figure.unit;
  const like = others.every((s) => (s.mark === "、" || joint(s)) && s.figure.unit === unit);
  if (!like || unit === null || unit === first.figure.unit) return null;
  const names = row.map(({ own, label }) => (label.length > 0 ? label : own.filter(({ text }) => !JOINTS.has(text))));
  return names.every((name) => name.length > 0) ? names : null;
}

/** Whether a number stands in the clause of a row or right before it: 电子信息、装备制造、绿色食品三大集群产值分别为. */
const isOf = (number: Statement, first: Statement): boolean =>
  number.clause === first.clause || (number.index === first.index - 1 && first.mark === "、");

function namesBefore(
  { gap, paragraph: { folded } }: Statement,
  end: number,
  count: number,
): readonly (readonly Token[])[] | null {
  if (end < 1) return null;
  const names: Token[][] = [[]];
  for (let i = end - 1; i >= 0; i--) {
    const token = gap[i]!;
    const between = i + 1 < end ? folded.slice(token.end, gap[i + 1]!.start) : "";
    if (JOINTS.has(token.text)) {
      names.unshift([]);
      continue;
    }
    if (between.includes("、")) names.unshift([]);
    else if ([...between].some((char) => BORDERS.has(char))) break;
    names[0]!.unshift(token);
  }
  // 2022年、2023年分别为 are times, and no names.
  const named = (name: readonly Token[]): boolean =>
    name.length > 0 && name.every(({ figure, pos }) => figure < 0 && pos !== "t");
  return names.length === count && names.every(named) ? names : null;
}
