import { toOrdering, type OrderTerm } from "./ordering.js";
import { columnsOf, invalidQuery, type ColumnSql, type TableSql } from "./table-sql.js";

/**
 * An order in which no two rows are equal: the one asked for, and a key's columns where it holds no key of its own. They run in the direction of the last
 * column, so that one index can serve the whole. A table without a key over columns that cannot be null is an `InvalidQueryError`.
 */
export function totalOrdering(table: TableSql, orderBy: object | readonly object[] | undefined): readonly OrderTerm[] {
  const asked = toOrdering(table, orderBy);
  const columns = new Set(asked.map(({ column }) => column));
  const keys = toKeys(table);
  if (keys.some((key) => key.every((column) => columns.has(column)))) return asked;
  const [key] = keys;
  if (key === undefined)
    throw invalidQuery(table, "reading a page: the table has no key without nulls to tell its rows apart");
  const descending = asked.at(-1)?.descending ?? false;
  const ties = key.filter((column) => !columns.has(column));
  return [...asked, ...ties.map((column) => ({ column, descending, nulls: "never" as const }))];
}

/** The keys whose columns cannot be null; the primary key first. */
function toKeys(table: TableSql): readonly (readonly ColumnSql[])[] {
  const others = Object.values(table.meta.keys ?? {}).map((key) => columnsOf(table, key, "reading a key over"));
  const keys = table.primaryKey.length > 0 ? [table.primaryKey, ...others] : others;
  return keys.filter((key) => key.length > 0 && key.every(({ nullable }) => !nullable));
}
