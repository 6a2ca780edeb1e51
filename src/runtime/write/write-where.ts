import { Statement } from "../build-sql/statement.js";
import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import { always } from "../condition/logic.js";
import { whereCondition } from "../condition/where-condition.js";
import type { UpdateParts } from "../dialect/dialect.js";
import { selectFrom } from "../dialect/standard-dialect.js";
import type { CallOptions, Eventually, Executor } from "../executor.js";
import { whereClause } from "../read/plan-list.js";
import type { ColumnSets } from "./column-sets.js";
import { countRows, isTriggeredView } from "./count-rows.js";
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
  const alias = targetAlias(table, statement);
  const where = toWhere(table, query.where, "updating rows");
  const joined = joinRead({ table, where, alias });
  const head = toUpdate(table, { alias, assignments: assignments(table, set), join: joined?.sql ?? "" });
  statement.params.push(...(joined?.params ?? []));
  pushParams(statement.params, table, set.columns, query.set);
  const condition = joined === null ? whereCondition(where, { statement, table, alias }) : always;
  const sql = head + whereClause(condition);
  return countRows(executor, { table, sql }, { params: statement.params, options: query });
}

/** Deletes the rows that pass a filter. Gives their number. */
export function deleteWhere({ executor, table }: TableAccess, query: DeleteQuery): Eventually<number> {
  const statement = new Statement(table.dialect);
  const alias = targetAlias(table, statement);
  const where = toWhere(table, query.where, "deleting rows");
  const head = alias === table.name ? `delete from ${table.name}` : table.dialect.deleteFrom(table.name, alias);
  const joined = joinRead({ table, where, alias });
  if (joined !== null) return executor.prepare(head + joined.sql, { table: table.meta }).run(joined.params, query);
  const condition = whereCondition(where, { statement, table, alias });
  const sql = head + whereClause(condition);
  return countRows(executor, { table, sql }, { params: statement.params, options: query });
}

/** SQLite forgets the alias of a view whose rows it gathers for triggers: there the view goes by its own name. */
function targetAlias(table: TableSql, statement: Statement): string {
  return isTriggeredView(table) ? table.name : statement.alias();
}

function toUpdate(table: TableSql, parts: Omit<UpdateParts, "table">): string {
  if (parts.alias === table.name) return `update ${table.name} set ${parts.assignments}`;
  return table.dialect.updateRows({ ...parts, table: table.name });
}

interface Filtered {
  readonly table: TableSql;
  readonly where: object;
  /** The table's alias in the statement that changes it. */
  readonly alias: string;
}

interface Joined {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * A join with the keys of the rows that pass, where a filter reads the table that is changed and the engine refuses that (MySQL's error 1093). `distinct`
 * keeps MySQL from merging the inner query into the outer, which would be refused again. Null where none is needed, or the table has no key.
 */
function joinRead({ table, where, alias }: Filtered): Joined | null {
  if (table.dialect.writes.readsTarget || table.primaryKey.length === 0) return null;
  const statement = new Statement(table.dialect);
  const inner = statement.alias();
  const condition = whereCondition(where, { statement, table, alias: inner });
  if (!statement.subqueried.has(table.name)) return null;
  const keys = table.primaryKey.map(({ name }, index) => `${inner}.${name} as c${index}`);
  const found = statement.alias();
  const on = table.primaryKey.map(({ name }, index) => `${alias}.${name} = ${found}.c${index}`);
  const read = selectFrom({ columns: `distinct ${keys.join(", ")}`, from: `${table.name} ${inner}`, where: condition });
  return { sql: ` join (${read}) ${found} on ${on.join(" and ")}`, params: statement.params };
}

/** A filter that is forgotten must not mean every row. */
function toWhere(table: TableSql, where: unknown, doing: string): object {
  if (typeof where === "object" && where !== null && !Array.isArray(where)) return where;
  throw invalidQuery(table, `${doing}: a filter is expected; {} stands for every row`);
}
