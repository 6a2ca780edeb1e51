import { textWidth } from "../../lang/text-width.js";

/** Rows of cells as lines, each column as wide as its widest cell; a column without any text is left out. Cells hold no colours. */
export function printGrid(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, textWidth(cell));
  const pad = (cell: string, index: number): string => cell + " ".repeat((widths[index] ?? 0) - textWidth(cell));
  const hasText = (_cell: string, index: number): boolean => (widths[index] ?? 0) > 0;
  return rows.map((row) => `  ${row.map(pad).filter(hasText).join("  ")}`.trimEnd());
}
