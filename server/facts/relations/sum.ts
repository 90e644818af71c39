import { isExact, slack } from "../arithmetic.ts";
import type { Mention } from "../mention.ts";
import { opposed } from "./balance.ts";
import { REST } from "./list-words.ts";
import { follows } from "./order.ts";

/** A whole and the parts that the text says it has. */
export interface Total {
  readonly kind: "total";
  readonly whole: Mention;
  readonly parts: readonly Mention[];
  readonly sum: number;
  /** Whether the words leave no room for further parts: `closed`, `listed` (其中 may choose), `open` (等, 主要, 余). */
  readonly list: "closed" | "listed" | "open";
  readonly verdict: "holds" | "exceeds" | "short" | "unknown";
}

/** Ways to divide people or cases that cut across one another, so that their counts need not add up. */
const DIMENSIONS = [
  /[男女]/,
  /岁|老年|青年|未成年|少年/,
  /学历|本科|大专|硕士|博士|研究生/,
  /党员|团员/,
  /民族|[蒙回藏维满壮苗]族/,
  /职称|高级|中级|初级/,
  /残疾|低保|脱贫|困难|特困|五保/,
  /新[增建招]/,
  /常住|户籍|流动/,
];

/** Whether the parts add up to the whole, as exactly as the figures are written. */
export const addsUp = (whole: Mention, parts: readonly Mention[]): boolean =>
  Math.abs(sumOf(parts) - whole.figure.value!) <= tolerance(whole, parts);

const sumOf = (parts: readonly Mention[]): number => parts.reduce((all, { figure }) => all + figure.value!, 0);

/** A whole whose parts add up. */
export const holding = (whole: Mention, parts: readonly Mention[], list: Total["list"]): Total => ({
  kind: "total",
  whole,
  parts,
  sum: sumOf(parts),
  list,
  verdict: "holds",
});

/** A whole whose parts do not add up: what that means, if it means anything. */
export function judged(whole: Mention, parts: readonly Mention[], list: Total["list"]): Total {
  const sum = sumOf(parts);
  const base = { kind: "total", whole, parts, sum, list } as const;
  const exact = [whole, ...parts].every(({ figure }) => isExact(figure));
  if (!exact || crosses(parts) || successive(parts)) return { ...base, verdict: "unknown" };
  if (sum > whole.figure.value! + tolerance(whole, parts)) return { ...base, verdict: "exceeds" };
  if (parts.length < 2 || list === "open") return { ...base, verdict: "unknown" };
  return { ...base, verdict: "short" };
}

/**
 * How far a sum may be out: half of the last place for every figure, nothing where all count wholes. Of figures of one
 * scale the finest place holds for all: 0.5亿 beside 3.45亿 is 0.50亿.
 */
function tolerance(whole: Mention, parts: readonly Mention[]): number {
  const rooms = [whole, ...parts].map(({ figure }) => slack(figure));
  const least = Math.min(...rooms);
  const alike = least > 0 && Math.max(...rooms) <= least * 11;
  return rooms.reduce((all, room) => all + (alike ? least : room), 0) + Math.abs(whole.figure.value!) * 1e-12;
}

/** Kinds that lie across all others, whatever is counted. */
const ACROSS = /民生|三保|重点|重大|农民工|民营/;

const SHARED_OUT = /([^,;:。]{1,80})分别/;

/** Whether parts overlap: counts of people by sex, age and schooling, unless all go by the same. */
function crosses(parts: readonly Mention[]): boolean {
  // What is left over is left by kinds that do not overlap.
  if (parts.some(({ before }) => /其余|剩余|余下|剩下/.test(before))) return false;
  const named = parts.filter(({ before }) => !REST.test(before));
  const people = named.filter(({ figure }) => /^[人名位户口]/.test(figure.unit ?? ""));
  const words = ({ before, after }: Mention): string => before + after;
  // 国企、民企分别新增131户、816户: the names stand before the first.
  const row = people.length ? SHARED_OUT.exec(parts[0]!.gap)?.[1] : undefined;
  return named.some((part) => ACROSS.test(words(part))) || cutAcross(row?.split(/[、和]/) ?? people.map(words));
}

/** Whether some of these names go by a way to divide people, and others by another. */
export const cutAcross = (names: readonly string[]): boolean =>
  DIMENSIONS.some((dimension) => {
    const told = names.filter((name) => dimension.test(name)).length;
    return told > 0 && told < names.length;
  });

/** Parts that are steps of one course (受理, 办结) are not parts of a sum. */
const successive = (parts: readonly Mention[]): boolean =>
  parts.some((part, i) => i > 0 && (follows(parts[i - 1]!, part) || opposed(parts[i - 1]!, part)));
