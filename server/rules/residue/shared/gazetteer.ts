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

const HEAD = 2;
/** Names that are common nouns as well. */
const COMMON = new Set(["城区", "郊区", "矿区"]);
/** What makes another word of the last character: 县域, 区块, 市场. */
const WORD = /^[域块片间位别级场值面容]/;
const HANZI = /[\u4e00-\u9fff]/;
let heads: ReadonlyMap<string, readonly string[]> | undefined;
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

/** The full names of divisions in a text, the longest where several begin together, in time linear in the text. */
export function placeNames(text: string): PlaceName[] {
  heads ??= byHead();
  const found: PlaceName[] = [];
  for (let at = 0; at + HEAD <= text.length; ) {
    const name = heads.get(text.slice(at, at + HEAD))?.find((candidate) => isNamed(text, at, candidate));
    if (name) found.push({ name, span: span(at, at + name.length) });
    at += name?.length ?? 1;
  }
  return found;
}

/** Whether the name stands here as a name; 范县 does not in 示范县, nor does 双城区 in 双城区域. */
function isNamed(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at) || COMMON.has(name) || WORD.test(text.slice(at + name.length))) return false;
  return name.length > HEAD || !HANZI.test(text[at - 1] ?? "");
}

/** The names by how they begin, the longest first. The whole list is only cut up: most of it is never asked for. */
function byHead(): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, string[]>();
  for (const name of new Set(DIVISIONS.split(/[|: \n]/))) {
    const head = name.slice(0, HEAD);
    const others = made.get(head);
    if (!others) made.set(head, [name]);
    else others.splice(others.filter(({ length }) => length >= name.length).length, 0, name);
  }
  return made;
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
