import type { Figure } from "../figures/figure.ts";
import type { Statement } from "../statements/statement.ts";
import { memo } from "../text/memo.ts";
import { isWhole } from "./interval.ts";

/** How a tired hand errs: two digits swapped, one changed, one too few or too many, the point or 万／亿 displaced. */
export type Finger = "swapped" | "changed" | "doubled" | "lost" | "point" | "scale";

/** Whether two numerals are one but for two digits side by side: 1182 and 1128, as a hasty hand swaps them. */
export function isNeighbourly(one: string, other: string): boolean {
  const at = [...one].findIndex((char, i) => char !== other[i]);
  return (
    at >= 0 &&
    one.length === other.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** What a writer may have meant who wrote a figure with one slip. */
export interface Meant {
  readonly value: number;
  readonly finger: Finger;
}

/** The values that one slip of the hand away from a figure's numeral, the likelier slips first. */
export const meantBy = memo(({ figure, paragraph }: Statement): readonly Meant[] => {
  const numeral = paragraph.folded.slice(figure.digits.start, figure.digits.end).replaceAll(",", "");
  const scale = figure.value! / Number(numeral);
  if (figure.hanzi || !Number.isFinite(scale) || scale === 0) return [];
  const found: Meant[] = [];
  const whole = isWhole(figure);
  const mean = (value: number, finger: Finger): void => {
    if (Number.isFinite(value) && value > 0 && (!whole || Number.isInteger(value))) found.push({ value, finger });
  };
  const add = (text: string, finger: Finger): void => {
    if (text !== numeral && !(text.length > 1 && text[0] === "0" && text[1] !== "."))
      mean(Number(text) * scale, finger);
  };
  // 60 for 600 is a point out of its place.
  const isShifted = (text: string): boolean => {
    const by = Number(text) / Number(numeral);
    return by === 10 || by === 0.1;
  };
  const chars = [...numeral];
  const digit = (i: number): boolean => chars[i] !== "." && chars[i] !== undefined;
  for (let i = 0; i < chars.length; i++)
    for (let j = i + 1; j < chars.length; j++)
      if (digit(i) && digit(j) && chars[i] !== chars[j])
        add(chars.with(i, chars[j]!).with(j, chars[i]!).join(""), "swapped");
  for (let i = 0; i < chars.length; i++)
    if (digit(i))
      for (let d = 0; d < 10; d++) if (String(d) !== chars[i]) add(chars.with(i, String(d)).join(""), "changed");
  for (let i = 0; i < chars.length; i++)
    if (digit(i) && chars.length > 1 && !isShifted(chars.toSpliced(i, 1).join("")))
      add(chars.toSpliced(i, 1).join(""), "doubled");
  for (let i = 0; i <= chars.length; i++)
    for (let d = 0; d < 10; d++) {
      const text = chars.toSpliced(i, 0, String(d)).join("");
      if (!isShifted(text)) add(text, "lost");
    }
  for (const by of [10, 100, 1000, 0.1, 0.01, 0.001])
    if (figure.value! * by >= figure.precision) mean(figure.value! * by, "point");
  for (const by of [1e4, 1e-4, 1e8, 1e-8]) mean(figure.value! * by, "scale");
  return found;
});

export const isDigit = (char: string): boolean => char >= "0" && char <= "9";

/** The digits of a figure's numeral, without point and commas: 035 of 0.35. */
export const numeralOf = ({ figure: { digits }, paragraph }: Statement): string =>
  [...paragraph.folded.slice(digits.start, digits.end)].filter(isDigit).join("");

/** What makes one row of digits of another: two of them swapped, one changed, or one more; null where more than that does. */
function fingerBetween(a: string, b: string): Finger | null {
  const [short, long] = a.length > b.length ? [b, a] : [a, b];
  if (long.length > short.length + 1) return null;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  let end = 0;
  while (end < short.length - from && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  const apart = short.length - from - end;
  if (long.length > short.length) return apart === 0 ? "lost" : null;
  if (apart < 2) return "changed";
  const last = from + apart - 1;
  return short[from] === long[last] &&
    short[last] === long[from] &&
    short.slice(from + 1, last) === long.slice(from + 1, last)
    ? "swapped"
    : null;
}

/** Powers of ten by which a point out of its place, or 万 and 亿, move a value. */
const MOVES = [1, 2, 3, 4, 8].flatMap((power) => [10 ** power, 10 ** -power]);

/** A figure as it is written: its numeral is what `numeralOf` gives. */
interface Written {
  readonly figure: Figure;
  readonly numeral: string;
}

/** The rarest slip that may make one of two figures of the other. Quicker than `meantBy`, and certain only where it is null. */
export function mayBeSlip(a: Written, b: Written): Finger | null {
  const { precision, value: one } = a.figure;
  const { precision: other, value: two } = b.figure;
  const finger = fingerBetween(a.numeral, b.numeral);
  if (finger !== null || precision !== other) return finger ?? "swapped";
  // Between what is rounded, one in the last place is no difference.
  const rounded = !(isWhole(a.figure) && isWhole(b.figure));
  for (const off of rounded ? [-1, 1] : []) {
    const beside = fingerBetween(a.numeral, String(Number(b.numeral) + off).padStart(b.numeral.length, "0"));
    if (beside !== null) return beside;
  }
  const ratio = one! / two!;
  const room = precision / one! + precision / two!;
  return MOVES.some((move) => Math.abs(ratio / move - 1) <= room) ? "point" : null;
}

/**
 * How many digits of a figure say something: the more, the less a slip explains by chance.
 * @param precision what the last place is worth that still counts, where figures are held against coarser ones
 */
export function digitsOf({ value, precision: own }: Figure, precision = own): number {
  const units = Math.round(Math.abs(value ?? 0) / precision);
  return units === 0 ? 0 : String(units).length;
}
