import { memo } from "../text/memo.ts";
import { byKindOf } from "./openers.ts";
import { does, type Statement } from "./statement.ts";

/** Like counts that a sentence tells one after another, each of a thing of its own: 机关82家次、企业73家次，镇街21家次. */
export interface Row {
  readonly items: readonly Statement[];
}

/** A name of an item has no more words than this. */
const LONGEST = 9;

/** The rows of a paragraph's statements, those of one item left out. One pass. */
export const rowsOf = memo((statements: readonly Statement[]): readonly Row[] => {
  const rows: Statement[][] = [];
  const open = new Map<string, Statement[]>();
  for (const s of statements) {
    if (!isCount(s)) continue;
    const column = `${s.group} ${measureOf(s)}`;
    const row = open.get(column);
    const place = row ? placeOf(statements, row, s) : "beside";
    if (place === "in") row!.push(s);
    if (place !== "beside") continue;
    const begun = [s];
    open.set(column, begun);
    rows.push(begun);
  }
  return rows.filter(({ length }) => length > 1).map((items) => ({ items }));
});

/** The rows of a paragraph by where the last of each stands. */
const rowsEnding = memo((statements: readonly Statement[]): ReadonlyMap<number, readonly Row[]> => {
  const found = new Map<number, Row[]>();
  for (const row of rowsOf(statements)) {
    const end = row.items.at(-1)!.index;
    const others = found.get(end);
    if (others) others.push(row);
    else found.set(end, [row]);
  }
  return found;
});

/** The row that ends last before a statement, no more than so many statements back, of those that fit it. */
export function rowTold(
  statements: readonly Statement[],
  { index }: Statement,
  reach: number,
  fits: (row: Row) => boolean = () => true,
): Row | undefined {
  const ending = rowsEnding(statements);
  for (let end = index - 1; end >= index - reach; end--) {
    const row = ending.get(end)?.findLast(fits);
    if (row) return row;
  }
  return undefined;
}

const PERCENT = new Set(["%", "‰"]);
const isCount = ({ standing, figure: { unit, value } }: Statement): boolean =>
  standing === "level" && unit !== null && !PERCENT.has(unit) && value! >= 0;

const JOINTS = new Set(["和", "及", "与", "以及"]);
/** The last of a list is joined by 和. */
export const joint = ({ mark, own }: Statement): boolean =>
  (mark === "" || mark === "、") && own.length > 0 && JOINTS.has(own[0]!.text);
/** Whether an item is joined to the one before by 、 or 和, or follows it without a word. */
export const isJoined = (s: Statement): boolean => s.mark === "、" || joint(s) || (s.mark === "" && s.own.length === 0);

/** How many statements back a row is looked for, and how many items of it are read. */
const BACK = 24;

/** The items joined by 、 or 和 that a statement has last before it, if any are near. */
export function rowBefore(statements: readonly Statement[], { index }: Statement): readonly Statement[] {
  let last = index - 1;
  while (last > 0 && index - last < BACK && !isJoined(statements[last]!)) last--;
  let first = last;
  while (first > 0 && last - first < BACK && isJoined(statements[first]!)) first--;
  return statements.slice(Math.max(0, first), last + 1);
}

/** Where a count stands to a row: the next item `in` it, said of its last item (`under` it), or `beside` it. */
function placeOf(statements: readonly Statement[], row: readonly Statement[], s: Statement): "in" | "under" | "beside" {
  const last = row.at(-1)!;
  if (!goesOn(statements, last, s)) return "beside";
  const mark = markBefore(last, s);
  const parted = row[1] ? markBefore(row[0]!, row[1]) : mark;
  // 甲类47个，办结43个；乙类17个，办结12个: what is told between the items is told of them.
  // 融资类316件；用工类259件；用地类133件，用能类97件，其他237件: the last of them need no ； of their own.
  if (parted === ";" && mark === ",") return isNamedAlike(row, s) ? "in" : "under";
  // 其中 opens no list that goes on behind ；.
  if (mark === ";" && (parted !== ";" || (row.length === 1 && does(last.gapClasses, "of")))) return "beside";
  return "in";
}

/** Whether a count is named as the items of a row are, or the rest of them right behind one that is. */
function isNamedAlike(row: readonly Statement[], { own, ownClasses, index }: Statement): boolean {
  const kind = row[0]!.own.at(-1)?.text;
  const last = row.at(-1)!;
  const among = kind !== undefined && kind.length < 3 && row.every((item) => item.own.at(-1)?.text === kind);
  if (among && own.length > 1 && own.at(-1)!.text === kind) return true;
  return does(ownClasses, "rest") && last.mark === "," && last.index === index - 1;
}

/** The mark that parts two counts; those within the name of the second are none: 从轻、减轻37起. */
function markBefore(last: Statement, { paragraph: { folded }, figure, mark }: Statement): string {
  const between = folded.slice(last.figure.span.end, figure.span.start);
  if (between.includes(";")) return ";";
  return [...between].find((char) => char === "," || char === "、") ?? mark;
}

/** Whether a count may go on with the row that another ends: what stands between is said of that one. */
function goesOn(statements: readonly Statement[], last: Statement, s: Statement): boolean {
  if (s.sentence !== last.sentence) return false;
  const between = statements.slice(last.index + 1, s.index).filter(({ group }) => group === s.group);
  if (
    between.some(
      (other) => isCount(other) && other.own.length > 0 && other.mark !== "" && other.figure.unit !== s.figure.unit,
    )
  )
    return false;
  const words = s.gap.length - statements[s.index - 1]!.tail.length;
  const mark = between.length === 0 ? markBefore(last, s) : s.mark;
  const direct = s.gap.length - s.own.length <= statements[s.index - 1]!.tail.length;
  if (isJoined(s) && (mark === "、" || mark === s.mark)) return direct && (between.length === 0 || s.own.length > 0);
  if ((mark !== "," && mark !== ";") || byKindOf(s)) return false;
  // 剩下的9个排进明年，城区5个、乡镇4个: with what is left a row ends.
  if (mark === "," && does(last.ownClasses, "left")) return false;
  if (s.own.length > LONGEST || (s.own.length === 0 && (s.tail.length === 0 || last.own.length > 0))) return false;
  if (does(s.ownClasses, "of", "sum", "each", "now", "reach", "earlier", "opening", "net", "plus")) return false;
  // 科研院所和高校 are one item; 和 holds nothing against it.
  if (s.own.some(({ classes, text }) => does(classes, "compare") && !JOINTS.has(text))) return false;
  return direct || (s.mark === "、" && words <= LONGEST);
}

const PEOPLE = new Set(["人", "名", "位"]);
const measureOf = ({ figure: { unit } }: Statement): string => (PEOPLE.has(unit!) ? "人" : unit!);
