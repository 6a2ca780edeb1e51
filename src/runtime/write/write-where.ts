import { Statement } from "../build-sql/statement.js";
import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import { whereCondition } from "../condition/where-condition.js";
import type { CallOptions, Eventually, Executor } from "../executor.js";
import { whereClause } from "../read/plan-list.js";
import type { ColumnSets } from "./column-sets.js";
import { assignments } from "./update-row.js";
import { pushParams } from "./write-params.js";

/** Rows to change, and how; `{}` is every row. */
export interface UpdateQuery extends CallOptions {
  readonly where: object;
  readonly set: object;
}

/** Rows to delete; `{}` is every row. */
export interface DeleteQuery extends CallOptions {
  readonly where: object;
}

/** Where rows are changed. */
export interface TableAccess {
  readonly executor: Executor;
  readonly table: TableSql;
}

/** Changes the rows that pass a filter. Gives their number. */
export function updateWhere(
  { executor, table, sets }: TableAccess & { readonly sets: ColumnSets },
  query: UpdateQuery,
): Eventually<number> {
  const set = sets.of(query.set);
  const statement = new Statement(table.dialect);
  const alias = statement.alias();
  const head = `update ${table.name} as ${alias} set ${assignments(table, set)}`;
  pushParams(statement.params, table, set.columns, query.set);
  const condition = whereCondition(toWhere(table, query.where, "updating rows"), { statement, table, alias });
  return executor.prepare(head + whereClause(condition), { table: table.meta }).run(statement.params, query);
}

/** Deletes the rows that pass a filter. Gives their number. */
export function deleteWhere({ executor, table }: TableAccess, query: DeleteQuery): Eventually<number> {
  const statement = new Statement(table.dialect);
  const alias = statement.alias();
  const condition = whereCondition(toWhere(table, query.where, "deleting rows"), { statement, table, alias });
  const sql = `${table.dialect.deleteFrom(table.name, alias)}${whereClause(condition)}`;
  return executor.prepare(sql, { table: table.meta }).run(statement.params, query);
}

/** A filter that is forgotten must not mean every row. */
function toWhere(table: TableSql, where: unknown, doing: string): object {
  if (typeof where === "object" && where !== null && !Array.isArray(where)) return where;
  throw invalidQuery(table, `${doing}: a filter is expected; {} stands for every row`);
}
