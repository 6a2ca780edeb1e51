import type { ColumnSql } from "./table-sql.js";

/** Columns of a table under an alias, for a select list. */
export function selectList(columns: readonly ColumnSql[], alias: string): string {
  // A statement without a column is legal in PostgreSQL only.
  if (columns.length === 0) return "1";
  return columns.map((column) => `${alias}.${column.name}`).join(", ");
}
