import type { ColumnSql, TableSql } from "../build-sql/table-sql.js";
import { writeValue } from "../build-sql/write-value.js";

/** Appends the driver values of columns, in their order. A property that is absent gives NULL. */
export function pushParams(params: unknown[], table: TableSql, columns: readonly ColumnSql[], values: object): void {
  for (const column of columns) {
    const value = (values as Readonly<Record<string, unknown>>)[column.property];
    params.push(value === null || value === undefined ? toNull(table, column) : writeValue(column, value, table));
  }
}

/** In a column of JSON that cannot be NULL, null is the null of JSON. */
function toNull(table: TableSql, column: ColumnSql): unknown {
  return !column.nullable && column.codec.is(null) ? writeValue(column, null, table) : null;
}
