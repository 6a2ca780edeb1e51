import { CodecError } from "../errors/codec-error.js";
import type { ColumnSql, TableSql } from "./table-sql.js";

/** A declared value as the driver binds it; a codec's refusal names the table and the property. */
export function writeValue(column: ColumnSql, value: unknown, table: TableSql): unknown {
  try {
    return column.codec.write(value);
  } catch (error) {
    throw error instanceof CodecError ? error.at({ table: table.meta.name, property: column.property }) : error;
  }
}
