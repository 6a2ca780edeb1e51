import type { ColumnSql } from "./table-sql.js";

/** Columns of the table that has this alias in a statement. */
export function aliased(columns: readonly ColumnSql[], alias: string): readonly string[] {
  return columns.map(({ name }) => `${alias}.${name}`);
}
