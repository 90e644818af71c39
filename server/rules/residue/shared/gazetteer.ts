import { once } from "../../../text/memo.ts";
import { type Span, span } from "../../../text/span.ts";
import { DIVISIONS } from "./divisions.ts";

/** One division of China. Several may bear one name: there are two 宝山区. */
export interface Division {
  readonly name: string;
  readonly level: "province" | "prefecture" | "county";
  /** The province and the prefecture that it belongs to, outermost first. */
  readonly within: readonly string[];
}

/** The name of a division where it stands in a text. */
export interface PlaceName {
  readonly name: string;
  readonly span: Span;
}

/** The shortest and the longest of the names, and what they end in. */
const SHORTEST = 2;
const LONGEST = 15;
const SUFFIX = /[省市区县州盟旗乡岛]/g;
/** Names that are common nouns as well. */
const COMMON = new Set(["城区", "郊区", "矿区"]);
/** What makes another word of the last character: 县域, 区块, 市场. */
const WORD = /^[域块片间位别级场值面容]/;
const HANZI = /[\u4e00-\u9fff]/;
const names = once((): ReadonlySet<string> => new Set(DIVISIONS.split(/[|: \n]/)));
const divisions = new Map<string, readonly Division[]>();

/** Every division that bears a full name such as 黄岩区; none for an unknown name. */
export function divisionsNamed(name: string): readonly Division[] {
  let found = divisions.get(name);
  if (!found) {
    found = read(name);
    divisions.set(name, found);
  }
  return found;
}

/** The full names of divisions in a text, the longest where several end together, in time linear in the text. */
export function placeNames(text: string): PlaceName[] {
  const found: PlaceName[] = [];
  for (const { index } of text.matchAll(SUFFIX)) {
    const end = index + 1;
    const last = found.at(-1)?.span;
    const start = startOf(text, end, ({ start }) => !last || start >= last.end || start <= last.start);
    if (start === null) continue;
    if (last && start <= last.start) found.pop();
    found.push({ name: text.slice(start, end), span: span(start, end) });
  }
  return found;
}

/** Where the longest acceptable name begins that ends here. */
function startOf(text: string, end: number, accepts: (place: Span) => boolean): number | null {
  for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start++) {
    const name = text.slice(start, end);
    if (names().has(name) && accepts(span(start, end)) && isNamed(text, start, name)) return start;
  }
  return null;
}

/** Whether the name stands here as a name; 范县 does not in 示范县, nor does 双城区 in 双城区域. */
function isNamed(text: string, at: number, name: string): boolean {
  if (COMMON.has(name) || WORD.test(text.slice(at + name.length, at + name.length + 1))) return false;
  return name.length > SHORTEST || !HANZI.test(text[at - 1] ?? "");
}

function read(wanted: string): readonly Division[] {
  const found: Division[] = [];
  const add = (name: string, level: Division["level"], within: readonly string[]) => {
    if (name === wanted && name !== "") found.push({ name, level, within });
  };
  for (const line of DIVISIONS.split("\n")) {
    if (!line.includes(wanted)) continue;
    const [province = "", ...prefectures] = line.split("|");
    add(province, "province", []);
    for (const entry of prefectures) {
      const [prefecture = "", counties = ""] = entry.split(":");
      const within = [province, prefecture].filter((name) => name !== "");
      add(prefecture, "prefecture", [province]);
      for (const county of counties.split(" ")) add(county, "county", within);
    }
  }
  return found;
}
