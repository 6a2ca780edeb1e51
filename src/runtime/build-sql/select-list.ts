import type { ColumnSql, TableSql } from "./table-sql.js";
import { aliased } from "./table-column.js";

/** Columns of a select list. A statement without a column is legal in PostgreSQL only, so that none becomes a constant. */
export function selectList(columns: readonly string[]): string {
  return columns.length === 0 ? "1" : columns.join(", ");
}

/** Columns of the table that has this alias in a statement, as a select list gives their values. */
export function selected({ dialect }: TableSql, columns: readonly ColumnSql[], alias: string): readonly string[] {
  return aliased(columns, alias).map((sql, index) => dialect.selected(sql, columns[index]?.codec.name ?? ""));
}
