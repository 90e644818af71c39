import { eastAsianWidth } from "get-east-asian-width";

const width = (text: string): number => [...text].reduce((sum, c) => sum + eastAsianWidth(c.codePointAt(0)!), 0);

/** A table for a terminal: the first column to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => [head, ...rows].reduce((most, row) => Math.max(most, width(row[i] ?? "")), 0));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const blanks = " ".repeat(widths[i]! - width(cell));
        return i === 0 ? cell + blanks : blanks + cell;
      })
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((w) => "-".repeat(w)).join("  "), ...rows.map(line)].join("\n");
}

export const milliseconds = (value: number): string =>
  value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

export const times = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : "—");
