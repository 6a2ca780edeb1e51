import type { TableSql } from "../build-sql/table-sql.js";

/** ` returning …` of all columns, in the order in which a row of the table is read; with a space before it. */
export function returningClause(table: TableSql): string {
  return ` returning ${table.columns.map(({ name }) => name).join(", ") || "1"}`;
}
