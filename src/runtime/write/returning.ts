import type { TableSql } from "../build-sql/table-sql.js";
import type { PrepareOptions } from "../executor.js";
import { prepareOptions, wholeProjection } from "../read/projection.js";

/** ` returning …` of all columns, in the order in which a row of the table is read; with a space before it. */
export function returningClause(table: TableSql): string {
  return ` returning ${table.columns.map(({ name }) => name).join(", ") || "1"}`;
}

/** How a statement is prepared that gives whole rows back. Those that are compared with what was sent have to come as they are sent. */
export function returningOptions(table: TableSql): PrepareOptions {
  const projection = wholeProjection(table);
  const options = prepareOptions(projection, []);
  return table.dialect.insert.keepsOrder ? options : { ...options, instants: false };
}
