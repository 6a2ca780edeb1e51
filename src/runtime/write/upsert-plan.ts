import { columnsOf, invalidQuery, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import { toWritable, type ColumnSet } from "./column-sets.js";
import { insertSql } from "./insert-row.js";
import { returnedText, silent } from "./returning.js";

/** How a row that may exist is written, worked out. */
export interface UpsertPlan {
  /** The columns of the key that decides. */
  readonly key: readonly ColumnSql[];
  /** The columns that an existing row takes new values of; none where it stays as it is: the statement may then give no row. */
  readonly updated: readonly ColumnSql[];
  /** One statement for both; on engines that have none, the insertion. */
  readonly sql: string;
}

/**
 * Plans an upsert by the key `on`. An existing row takes the new values of `update`; by default of all columns that are given, but for those of this key
 * and of the primary key.
 */
export function planUpsert(
  table: TableSql,
  set: ColumnSet,
  { on, update }: { readonly on: string; readonly update?: readonly PropertyKey[] | undefined },
): UpsertPlan {
  const doing = `upserting on "${on}"`;
  const properties = Object.hasOwn(table.meta.keys ?? {}, on) ? table.meta.keys?.[on] : undefined;
  if (properties === undefined) throw invalidQuery(table, `${doing}: there is no such key`);
  const key = columnsOf(table, properties, doing);
  const missing = key.find((column) => !set.columns.includes(column));
  if (missing !== undefined) throw invalidQuery(table, `${doing}: "${missing.property}" has no value`);
  const kept = new Set([...key, ...table.primaryKey]);
  const updated =
    update === undefined
      ? set.columns.filter((column) => !kept.has(column))
      : [...new Set(update)].map((property) => toWritable(table, property, `${doing}: updating`));
  return { key, updated, sql: toSql(table, set, { key, updated }) };
}

function toSql(
  table: TableSql,
  set: ColumnSet,
  { key, updated }: { readonly key: readonly ColumnSql[]; readonly updated: readonly ColumnSql[] },
): string {
  const { upsert } = table.dialect.writes;
  if (upsert === null) return insertSql(table, set);
  const names = (columns: readonly ColumnSql[]): readonly string[] => columns.map(({ name }) => name);
  const { middle, end } = table.returning.insert ? returnedText(table) : silent;
  return insertSql(table, set, { middle, end: `${upsert.clause(names(key), names(updated))}${end}` });
}
