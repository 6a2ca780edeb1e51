import type { TableSql } from "../build-sql/table-sql.js";
import type { ReturnedText } from "../dialect/dialect.js";
import type { InsertColumn } from "../dialect/insert-dialect.js";
import type { PrepareOptions } from "../executor.js";
import { prepareOptions, wholeProjection } from "../read/projection.js";

/** What makes a statement give back all columns, in the order in which a row of the table is read. */
export function returnedText({ columns, dialect }: TableSql): ReturnedText {
  const given = columns.map(({ name, codec, meta }) => ({ name, codec: codec.name, type: meta.type }));
  return dialect.writes.returned(given.length === 0 ? [nothing] : given);
}

/** Stands for the columns of a table that has none. */
const nothing: InsertColumn = { name: "1", codec: "int32", type: undefined };

/** A statement that gives nothing back. */
export const silent: ReturnedText = { middle: "", end: "" };

/** How a statement is prepared that gives whole rows back. Those that are compared with what was sent have to come as they are sent. */
export function returningOptions(table: TableSql): PrepareOptions {
  const projection = wholeProjection(table);
  const options = prepareOptions(projection, []);
  return table.dialect.insert.order === "kept" ? options : { ...options, instants: false };
}
