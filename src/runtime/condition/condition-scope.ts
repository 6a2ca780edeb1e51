import type { Statement } from "../build-sql/statement.js";
import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";

/** What a condition is written in. */
export interface ConditionScope {
  readonly statement: Statement;
  readonly table: TableSql;
  /** The table's alias in the statement. */
  readonly alias: string;
}

/** Writes a filter of the scope's table as SQL. */
export type WriteCondition = (where: object, scope: ConditionScope) => string;

/** A filter object; anything else is refused. */
export function toFilter(property: string, value: unknown, scope: ConditionScope): object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw invalidQuery(scope.table, `filtering by "${property}": a filter object is expected`);
}
