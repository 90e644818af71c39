import { interval, isExact, quotient, rounds, states } from "../arithmetic.ts";
import type { Mention } from "../mention.ts";

/** A percentage of a whole, with the part where it is stated. */
export interface Rate {
  readonly kind: "rate";
  readonly claim: Mention;
  /** What the percentage is taken of. */
  readonly whole: number;
  readonly wholeMention: Mention;
  /** What it counts; null where only the whole is stated. */
  readonly part: number | null;
  readonly partMention: Mention | null;
  /** The part is what is left of the whole: 不合格8批次，合格率98.4%. */
  readonly remainder: boolean;
  /** `impossible`: no whole number gives this percentage of the whole. */
  readonly verdict: "holds" | "fails" | "impossible" | "unknown";
  /** It holds only if the last place was cut off and not rounded. */
  readonly cut: boolean;
}

/** Which counts a percentage may be made of. */
export interface Reading {
  readonly whole: Mention;
  readonly part: Mention | null;
  readonly remainder: boolean;
}

/** A rate in percent, and what its last place is worth. */
export const percentOf = ({ figure }: Mention): { percent: number; step: number } => {
  const scale = figure.unit === "成" ? 10 : 1;
  return { percent: figure.value! * scale, step: figure.precision * scale };
};

/** Whether the counts of a reading give the rate. */
export function gives(claim: Mention, { whole, part, remainder }: Reading, reads = states): boolean {
  const { percent, step } = percentOf(claim);
  if (!part) return false;
  const all = interval(whole.figure);
  const some = interval(part.figure);
  const range = remainder ? { low: all.low - some.high, high: all.high - some.low } : some;
  const fraction = quotient(range, all);
  return fraction !== null && reads(percent, step, fraction);
}

/** A rate with the counts it is made of. */
export function rated(claim: Mention, reading: Reading, verdict: Rate["verdict"]): Rate {
  const { whole, part, remainder } = reading;
  const count = part === null ? null : remainder ? whole.figure.value! - part.figure.value! : part.figure.value!;
  return {
    kind: "rate",
    claim,
    whole: whole.figure.value!,
    wholeMention: whole,
    part: count,
    partMention: part,
    remainder,
    verdict,
    cut: verdict === "holds" && !gives(claim, reading, rounds),
  };
}

/** Counts that a rate can be held against. */
export const sound = ({ whole, part }: Reading): boolean =>
  isExact(whole.figure) && whole.figure.value! > 0 && (part === null || isExact(part.figure));

/** Of several readings the one that gives the rate; where none does, the likely one is wrong. */
export function decide(claim: Mention, readings: readonly Reading[], likely: Reading | undefined): Rate | null {
  const usable = readings.filter(sound);
  const match = usable.find((reading) => gives(claim, reading));
  if (match) return rated(claim, match, "holds");
  if (!likely) return null;
  return rated(claim, likely, sound(likely) ? "fails" : "unknown");
}
