import { memo } from "../../text/memo.ts";
import { bases, type Interval, intervals, isExact, isWhole, slack, states } from "../arithmetic.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { directionOf, REACHED } from "../standing.ts";
import { bracketed, preceding, sameUnit } from "./neighbours.ts";
import { isForeign, nextIn, type Sides, sidesOf, subjectOf } from "./sides.ts";

/** A stated change with what it changes from and to. */
export interface Change extends Sides {
  readonly kind: "change";
  /** The change itself, or the level reached where only two levels are stated (由647件降至882件). */
  readonly claim: Mention;
  /** Whole bases that would give the stated change, the likeliest first, where none is stated. */
  readonly derived: readonly number[];
  /** `direction`: the values go the other way. `impossible`: no whole base gives the change. */
  readonly verdict: "holds" | "fails" | "direction" | "impossible" | "unknown";
}

/** The changes of a paragraph. */
export const changesOf = memo((paragraph: Paragraph): readonly Change[] => {
  const around = { mentions: mentionsOf(paragraph), inside: bracketed(paragraph) };
  return around.mentions.flatMap((claim): readonly Change[] => {
    switch (claim.standing) {
      case "growth":
      case "points":
      case "delta":
        return stated(claim, around) ?? [];
      case "times":
        return multiple(claim) ?? [];
      case "level":
      case "rate":
        return reached(claim) ?? [];
      default:
        return [];
    }
  });
});

type Around = Parameters<typeof sidesOf>[1];

function stated(claim: Mention, around: Around): readonly Change[] | null {
  const between = (around.inside.get(claim) ?? []).flatMap((m) => reached(m) ?? [])[0];
  if (between) return [judged(claim, { current: between.current, base: between.base, delta: null })];
  const readings = sidesOf(claim, around).map((sides) => judged(claim, sides));
  if (isForeign(claim)) return [{ ...readings[0]!, verdict: "unknown" }];
  const best = readings.find(({ verdict }) => verdict === "holds") ?? readings[0]!;
  if (claim.standing === "delta" && !best.current) return null;
  // Where one of several readings cannot be checked, it may be the one that is meant.
  const uncertain = best.verdict !== "holds" && readings.some(({ verdict }) => verdict === "unknown");
  // A subject of its own may be another than that of the sentence before.
  const afar =
    best.current !== null &&
    best.current.sentence !== claim.sentence &&
    best.current !== claim.owner &&
    best.current.sentence !== claim.owner?.sentence &&
    subjectOf(claim).length > 1;
  const doubtful = uncertain || ((afar || isFlow(claim, around.mentions)) && best.verdict !== "holds");
  return [doubtful ? { ...best, derived: readings.length > 1 ? [] : best.derived, verdict: "unknown" } : best];
}

/** 年初420户，年末450户，增加80户，减少50户: what came and what went, and neither is the whole change. */
function isFlow(claim: Mention, mentions: readonly Mention[]): boolean {
  const plain = (m: Mention): boolean => m.standing === "delta" && !/[较比]/.test(m.before);
  return (
    plain(claim) &&
    [claim.previous, nextIn(claim, mentions)].some(
      (m) =>
        m?.sentence === claim.sentence &&
        plain(m) &&
        sameUnit(m.figure, claim.figure) &&
        directionOf(m) !== directionOf(claim),
    )
  );
}

function judged(claim: Mention, sides: Sides): Change {
  const { current, base, delta } = sides;
  const change = (verdict: Change["verdict"], derived: readonly number[] = []): Change => ({
    kind: "change",
    claim,
    ...sides,
    derived,
    verdict,
  });
  const direction = directionOf(claim);
  if (!current || !isExact(claim.figure) || !isExact(current.figure)) return change("unknown");
  if (direction === null || direction === "flat") return change("unknown");
  const sign = direction === "up" ? 1 : -1;
  if (base && isExact(base.figure)) {
    const [now, before] = intervals(current.figure, base.figure);
    const difference = { low: now.low - before.high, high: now.high - before.low };
    const holds = claim.standing === "growth" ? grows(claim, sign, now, before) : equals(claim, sign, difference);
    // 由92%提高到95.5%，提高3.5%: points called percent are another fault.
    if (claim.standing === "growth" && base.figure.unit === "%" && equals(claim, sign, difference))
      return change("unknown");
    const opposite = sign > 0 ? difference.high < 0 : difference.low > 0;
    return change(holds ? "holds" : opposite ? "direction" : "fails");
  }
  if (claim.standing !== "growth" || claim.figure.unit === "番") return change("unknown");
  if (delta && isExact(delta.figure) && sameUnit(delta.figure, current.figure)) {
    const way = directionOf(delta) === "down" ? -1 : 1;
    const [now, moved] = intervals(current.figure, delta.figure);
    const before =
      way > 0
        ? { low: now.low - moved.high, high: now.high - moved.low }
        : { low: now.low + moved.low, high: now.high + moved.high };
    if (way !== sign) return change("direction");
    if (!(before.high > 0)) return change("fails");
    if (!(before.low > 0)) return change("unknown");
    const growth = { low: moved.low / before.high, high: moved.high / before.low };
    const { percent, step } = percentOf(claim);
    return change(states(percent, step, growth) ? "holds" : "fails");
  }
  if (!isWhole(current.figure) || current.figure.unit === "%") return change("unknown");
  const { percent, step } = percentOf(claim);
  const derived = bases(sign * percent, step, current.figure.value!);
  const checkable = current.figure.value! > 0 && sign * percent > -100;
  return change(derived.length || !checkable ? "unknown" : "impossible", derived);
}

const PERCENT: Readonly<Record<string, number>> = { "%": 1, "‰": 0.1, 成: 10, 倍: 100 };

/** The size of a growth in percent, and what its last place is worth. */
export function percentOf({ figure }: Mention): { percent: number; step: number } {
  const scale = PERCENT[figure.unit ?? "%"] ?? 1;
  return { percent: figure.value! * scale, step: figure.precision * scale };
}

/** Whether the way from one value to the other is the growth stated. A base of nothing has no growth to speak of. */
function grows(claim: Mention, sign: number, now: Interval, before: Interval): boolean {
  if (!(before.low > 0)) return true;
  const low = now.low / before.high;
  const high = now.high / before.low;
  if (claim.figure.unit === "番") {
    const wanted = 2 ** claim.figure.value!;
    return high >= wanted * 0.97 && low <= wanted * 1.3;
  }
  const growth = sign > 0 ? { low: low - 1, high: high - 1 } : { low: 1 - high, high: 1 - low };
  const { percent, step } = percentOf(claim);
  return growth.high >= 0 && states(percent, step, growth);
}

/** Whether a difference in the indicator's own unit, or in points, is the one stated. */
function equals({ figure }: Mention, sign: number, difference: Interval): boolean {
  const room = slack(figure) + Math.abs(figure.value!) * 1e-9 + figure.precision * 1e-6;
  return difference.low - room <= sign * figure.value! && sign * figure.value! <= difference.high + room;
}

/** 由647件增至882件: two levels and the way between them. */
function reached(claim: Mention): readonly Change[] | null {
  const found = REACHED.exec(claim.before);
  const base = claim.previous;
  if (!found || base?.sentence !== claim.sentence || claim.mark !== "") return null;
  if (!sameUnit(base.figure, claim.figure) || !(/[由从自]/.test(base.before) || base.standing === "base")) return null;
  const up = claim.figure.value! > base.figure.value!;
  const turned = claim.figure.value === base.figure.value || up !== Boolean(found[1]);
  const verdict = !isExact(base.figure) || !isExact(claim.figure) ? "unknown" : turned ? "direction" : "holds";
  return [{ kind: "change", claim, current: claim, base, delta: null, derived: [], verdict }];
}

/** 是上年同期647件的1.36倍. */
function multiple(claim: Mention): readonly Change[] | null {
  const base = claim.previous;
  if (claim.figure.unit !== "倍" || claim.before !== "的" || base?.sentence !== claim.sentence) return null;
  if (!/[是为达]/.test(base.gap) || !isExact(base.figure) || !isExact(claim.figure)) return null;
  const current = [...preceding(base)].find((m) => m.sentence === base.sentence && m.standing === "level");
  if (!current || !sameUnit(current.figure, base.figure) || !isExact(current.figure)) return null;
  const [now, before] = intervals(current.figure, base.figure);
  if (!(before.low > 0)) return null;
  const { value, precision } = claim.figure;
  const holds = states(value!, precision, { low: now.low / before.high / 100, high: now.high / before.low / 100 });
  return [{ kind: "change", claim, current, base, delta: null, derived: [], verdict: holds ? "holds" : "fails" }];
}
