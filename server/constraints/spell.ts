import type { Figure } from "../figures/figure.ts";
import type { Statement } from "../statements/statement.ts";

const SCALES: Readonly<Record<number, string>> = { 1e12: "万亿", 1e8: "亿", 1e4: "万" };

/** A number as a writer would put it: no more places than needed, 万 and 亿 as in `like`. */
export function spell(value: number, like: Figure | null = null): string {
  const scale = like === null ? 1 : scaleOf(like);
  const places = Math.max(0, Math.min(6, Math.round(Math.log10(scale / (like?.precision ?? 1)))));
  const shown = Number((value / scale).toFixed(like === null ? 6 : places));
  return `${shown}${SCALES[scale] ?? ""}`;
}

/** How much a number's own 万 or 亿 makes of one. */
export const scaleOf = ({ value, precision }: Figure): number => {
  const size = Math.abs(value ?? 0);
  if (size >= 1e12 && precision >= 1e8) return 1e12;
  if (size >= 1e8 && precision >= 1e3 && precision < 1e9) return precision >= 1e6 || size >= 1e12 ? 1e8 : 1e4;
  return precision >= 100 && size >= 1e4 ? 1e4 : 1;
};

/** The number of a statement as a computation shows it: 7.3亿, 437; a percentage with its sign. */
export const shown = ({ figure }: Statement): string =>
  `${spell(figure.value!, figure)}${figure.unit === "%" || figure.unit === "‰" ? figure.unit : ""}`;

/** A number with at most some places: 36.3204 → 36.32. */
export const rounded = (value: number, places: number): number =>
  Number(value.toFixed(Math.max(0, Math.min(6, places))));

/** The places after the point that a figure is written with. */
export const placesOf = ({ precision }: Figure): number => Math.max(0, Math.round(-Math.log10(precision)));
