import { textWidth } from "../../lang/text-width.js";

/** Rows of cells as lines, each column as wide as its widest cell. Cells hold no colours. */
export function printGrid(rows: readonly (readonly string[])[], indent = "  "): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, textWidth(cell));
  return rows.map((row) =>
    `${indent}${row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - textWidth(cell))).join("  ")}`.trimEnd(),
  );
}
