import type { TableSql } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor } from "../executor.js";

/** Whether a table is a view that triggers of SQLite write for. */
export function isTriggeredView({ meta, dialect }: TableSql): boolean {
  return meta.view === true && dialect.name === "sqlite";
}

/**
 * Runs an UPDATE or DELETE and gives the number of its rows. SQLite counts none where triggers stand in for a view's writes
 * (https://sqlite.org/c3ref/changes.html), so there the rows are given back and counted.
 */
export function countRows(
  executor: Executor,
  { table, sql }: { readonly table: TableSql; readonly sql: string },
  { params, options }: { readonly params: readonly unknown[]; readonly options: CallOptions | undefined },
): Eventually<number> {
  if (!isTriggeredView(table)) return executor.prepare(sql, { table: table.meta }).run(params, options);
  const rows = executor.prepare(`${sql} returning 1`, { table: table.meta }).all(params, options);
  return after(rows, ({ length }) => length);
}
