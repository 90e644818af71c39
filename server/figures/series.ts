import type { Figure, FigureKind } from "./figure.ts";

const BETWEEN = /^ ?(?:[、和及与]|以及) ?$/;
const TAKES_AFTER = new Set<FigureKind>(["quantity", "rate", "change", "date", "name"]);

/** Whether a figure says no unit, or no more of it than the 个 of 3.2个和1.1个百分点. */
const isElided = ({ kind, unit }: Figure, next: Figure): boolean =>
  (kind === "quantity" && unit === null) || (unit === "个" && next.unit === "个百分点");

/** In a list that states its unit once (3、5和8件; 2022、2023年) every number is read as the last one. */
export function series(figures: readonly Figure[], text: string): readonly Figure[] {
  const read = [...figures];
  for (let i = read.length - 2; i >= 0; i--) {
    const figure = read[i]!;
    const next = read[i + 1]!;
    if (figure.hanzi || next.hanzi || !isElided(figure, next) || !TAKES_AFTER.has(next.kind)) continue;
    if (!BETWEEN.test(text.slice(figure.span.end, next.span.start))) continue;
    const { kind, unit, direction } = next;
    read[i] = { ...figure, kind, unit, direction, value: kind === "date" || kind === "name" ? null : figure.value };
  }
  return read;
}
