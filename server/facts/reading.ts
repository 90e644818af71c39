import type { Direction, Figure } from "../figures/figure.ts";
import { memo } from "../text/memo.ts";
import { type Message, say } from "../text/message.ts";
import { isExact, spell } from "./arithmetic.ts";
import { indicatorOf } from "./indicator.ts";
import { type Mention, mentionsOf } from "./mention.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { type Relation, relationsOf } from "./relation.ts";
import { percentOf } from "./relations/change.ts";
import { subjectOf } from "./relations/sides.ts";
import type { Located, Report } from "../report/report.ts";
import { directionOf } from "./standing.ts";
import { periodOf } from "./when.ts";

/** What a figure is compared with: written in the text, or worked back from the change. */
export interface Base {
  readonly value: number;
  readonly source: "stated" | "derived";
}

/** All that the words around a figure tell of it. */
export interface Reading {
  /** What it counts: 受理行政复议案件. */
  readonly indicator: string | null;
  /** The time it is said of: 2024, 2023H1, 2023-06-30. */
  readonly period: string | null;
  readonly direction: Direction | null;
  readonly base: Base | null;
  /** How it hangs together with the figures beside it, a line each, with the computation. */
  readonly relations: readonly Message[];
}

const NOTHING: Reading = { indicator: null, period: null, direction: null, base: null, relations: [] };

/** The reading of one figure of a report's paragraph; names, dates and ordinals have none. */
export function readingOf(
  report: Pick<Report, "period">,
  { paragraph }: Pick<Located, "paragraph">,
  figure: Figure,
): Reading {
  const { mentions, relations: known } = lookup(paragraph);
  const mention = mentions.get(figure);
  if (!mention) return NOTHING;
  const relations = known.get(mention) ?? [];
  return {
    indicator: nameOf(mention, relations),
    period: periodOf(
      mention,
      paragraph.folded.slice(Math.max(0, figure.span.start - 200), figure.span.start),
      report.period,
    ),
    direction: figure.kind === "change" ? directionOf(mention) : null,
    base: baseOf(mention, relations),
    relations: relations.flatMap((relation) => describe(relation) ?? []),
  };
}

/** The mention of each figure, and the relations that each mention stands in. */
const lookup = memo((paragraph: Paragraph) => {
  const mentions = new Map(mentionsOf(paragraph).map((mention) => [mention.figure, mention] as const));
  const relations = new Map<Mention, Relation[]>();
  for (const relation of relationsOf(paragraph)) {
    for (const mention of new Set(concerned(relation))) {
      const known = relations.get(mention);
      if (known) known.push(relation);
      else relations.set(mention, [relation]);
    }
  }
  return { mentions, relations };
});

function concerned(relation: Relation): readonly Mention[] {
  switch (relation.kind) {
    case "total":
      return [relation.whole, ...relation.parts];
    case "rate":
      return [relation.claim];
    case "change":
      return [relation.claim, relation.current, relation.base].filter((mention) => mention !== null);
    case "balance":
      return [relation.claim, ...relation.terms.map(({ mention }) => mention)];
    case "order":
      return [relation.part];
  }
}

/** A change is a change of what it is said of. */
function nameOf(mention: Mention, relations: readonly Relation[]): string | null {
  const change = relations.find(
    (relation) => relation.kind === "change" && (relation.claim === mention || relation.base === mention),
  );
  if (change?.kind === "change" && change.claim === mention && !change.current) return subjectOf(mention) || null;
  const subject = change?.kind === "change" && change.current ? change.current : mention;
  const named = beginning(subject);
  const { verb, noun, words } = indicatorOf(named);
  const name = words.includes(noun) && words.length <= 30 ? words : verb + noun;
  return (FROM.test(named.gap) ? name.replace(/(?:由|从)[^由从]{0,10}$/, "") : name) || null;
}

const TO =
  /^(?:降|增|升|减|缩|扩|提|压|调|改|涨|跌)[低少加长高升短大充减缩降整增为]{0,2}(?:至|到|为)?(?:每年|每月|每周|每天|每季度)?$/;
const FROM = /(?:由|从)(?:原来的?|上年的?|去年的?|过去的?|每年|每月|每周|每天|每季度)?$/;

/** Of 办理时限由20天压缩至10天 both counts are of what stands before the first. */
function beginning(mention: Mention): Mention {
  const { previous } = mention;
  const followed = previous?.sentence === mention.sentence && TO.test(mention.before.trim());
  return followed && FROM.test(previous.gap) ? previous : mention;
}

function baseOf(mention: Mention, relations: readonly Relation[]): Base | null {
  for (const relation of relations) {
    if (relation.kind !== "change") continue;
    const { claim, current, base, delta, derived } = relation;
    if (claim !== mention && current !== mention) continue;
    if (base) return { value: base.figure.value!, source: "stated" };
    if (!current || !isExact(current.figure)) continue;
    if (delta) {
      const way = directionOf(delta) === "down" ? -1 : 1;
      return { value: current.figure.value! - way * delta.figure.value!, source: "derived" };
    }
    if (derived[0] !== undefined) return { value: derived[0], source: "derived" };
    if (claim.standing !== "growth") continue;
    const sign = directionOf(claim) === "down" ? -1 : 1;
    const value = current.figure.value! / (1 + (sign * percentOf(claim).percent) / 100);
    if (Number.isFinite(value) && value > 0) return { value: Number(value.toPrecision(6)), source: "derived" };
  }
  return null;
}

const number = ({ figure }: Mention): string => spell(figure.value!, figure);

function describe(relation: Relation): Message | null {
  switch (relation.kind) {
    case "total": {
      const { whole, parts, sum } = relation;
      if (parts.length < 2)
        return say(`总数${number(whole)}中的${number(parts[0]!)}`, `${number(parts[0]!)} of ${number(whole)}`);
      const terms = parts.slice(0, 8).map(number).join("＋") + (parts.length > 8 ? "＋…" : "");
      return say(
        `${terms}＝${spell(sum, whole.figure)}（总数${number(whole)}）`,
        `${terms} = ${spell(sum, whole.figure)} (total ${number(whole)})`,
      );
    }
    case "rate": {
      const { part, whole } = relation;
      if (part === null) return say(`以${spell(whole)}为分母`, `Of ${spell(whole)}`);
      const percent = Number(((part / whole) * 100).toFixed(2));
      return Number.isFinite(percent)
        ? say(`${spell(part)}÷${spell(whole)}＝${percent}%`, `${spell(part)} / ${spell(whole)} = ${percent}%`)
        : null;
    }
    case "change": {
      const { current, base, derived, claim } = relation;
      if (current && base && claim !== current)
        return say(`由${number(base)}到${number(current)}`, `From ${number(base)} to ${number(current)}`);
      if (!current || !derived.length) return null;
      const shown = derived
        .slice(0, 3)
        .map((value) => spell(value))
        .join("或");
      return say(`倒推上年同期为${shown}`, `Worked back, the base is ${derived.slice(0, 3).join(" or ")}`);
    }
    case "balance": {
      const sum = relation.terms
        .map(({ mention, sign }, i) => (i ? (sign > 0 ? "＋" : "－") : "") + number(mention))
        .join("");
      const value = spell(relation.value, relation.claim.figure);
      return say(`${sum}＝${value}`, `${sum} = ${value}`);
    }
    case "order":
      return say(`是${number(relation.whole)}中的一部分`, `Out of ${number(relation.whole)}`);
  }
}
