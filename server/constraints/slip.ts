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
    if (digit(i) && chars.length > 1) add(chars.toSpliced(i, 1).join(""), "doubled");
  for (let i = 0; i <= chars.length; i++)
    for (let d = 0; d < 10; d++)
      // 60 for 600 is a point out of its place.
      if (d > 0 || i < chars.length || chars.includes(".")) add(chars.toSpliced(i, 0, String(d)).join(""), "lost");
  for (const by of [10, 100, 1000, 0.1, 0.01, 0.001])
    if (figure.value! * by >= figure.precision) mean(figure.value! * by, "point");
  for (const by of [1e4, 1e-4, 1e8, 1e-8]) mean(figure.value! * by, "scale");
  return found;
});

/**
 * How many digits of a figure say something: the more, the less a slip explains by chance.
 * @param precision what the last place is worth that still counts, where figures are held against coarser ones
 */
export function digitsOf({ value, precision: own }: Figure, precision = own): number {
  const units = Math.round(Math.abs(value ?? 0) / precision);
  return units === 0 ? 0 : String(units).length;
}
