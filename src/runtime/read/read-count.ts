import { Statement } from "../build-sql/statement.js";
import type { TableSql } from "../build-sql/table-sql.js";
import { whereCondition } from "../condition/where-condition.js";
import { after } from "../eventually.js";
import type { CallOptions, Eventually, Executor, Row } from "../executor.js";

/** A query that counts. */
export interface CountQuery extends CallOptions {
  readonly where?: object | undefined;
}

/** How many rows pass. */
export function readCount(executor: Executor, table: TableSql, query: CountQuery): Eventually<number> {
  const rows = readRows({ executor, table, list: table.dialect.counting }, query);
  return after(rows, ([row]) => Number(row?.[0]));
}

/** Whether a row passes. */
export function readExists(executor: Executor, table: TableSql, query: CountQuery): Eventually<boolean> {
  const rows = readRows({ executor, table, list: "1", limit: 1 }, query);
  return after(rows, ({ length }) => length > 0);
}

interface CountSql {
  readonly executor: Executor;
  readonly table: TableSql;
  readonly list: string;
  readonly limit?: number;
}

function readRows({ executor, table, list, limit }: CountSql, query: CountQuery): Eventually<readonly Row[]> {
  const statement = new Statement(table.dialect);
  const alias = statement.alias();
  const where = whereCondition(query.where ?? {}, { statement, table, alias });
  const sql = table.dialect.select({ columns: list, from: `${table.name} ${alias}`, alias, where, order: "", limit });
  return executor.prepare(sql, { table: table.meta }).all(statement.params, query);
}
