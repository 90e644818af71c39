import type { Figure, FigureKind } from "./figure.ts";

const BETWEEN = /^ ?(?:[、和及与]|以及) ?$/;
const TAKES_AFTER = new Set<FigureKind>(["quantity", "rate", "change", "date", "name"]);

/** In a list that states its unit once (3、5和8件; 2022、2023年) every number is read as the last one. */
export function series(figures: readonly Figure[], text: string): readonly Figure[] {
  const read = [...figures];
  for (let i = read.length - 2; i >= 0; i--) {
    const figure = read[i]!;
    const next = read[i + 1]!;
    if (figure.kind !== "quantity" || figure.unit !== null || figure.hanzi || next.hanzi) continue;
    if (!TAKES_AFTER.has(next.kind) || !BETWEEN.test(text.slice(figure.span.end, next.span.start))) continue;
    const { kind, unit, direction } = next;
    read[i] = { ...figure, kind, unit, direction, value: kind === "date" || kind === "name" ? null : figure.value };
  }
  return read;
}
