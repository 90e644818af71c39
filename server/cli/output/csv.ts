export type Cell = string | number | boolean | null | undefined;

/** One row of a table of comma-separated values, quoted where it must be (RFC 4180). */
export function csvRow(row: readonly Cell[]): string {
  const field = (cell: Cell): string => {
    const text = String(cell ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${row.map(field).join(",")}\r\n`;
}
