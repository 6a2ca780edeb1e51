import type { TableSql } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { Eventually, Executor } from "../executor.js";
import { completeRows } from "./complete-rows.js";
import type { ListQuery } from "./list-query.js";
import { planList } from "./plan-list.js";
import { parentColumns } from "./inclusion.js";
import { prepareOptions } from "./projection.js";

/** Reads the rows of a list query, with their relations. */
export function readList(executor: Executor, table: TableSql, query: ListQuery): Eventually<object[]> {
  const plan = planList(table, query);
  const statement = executor.prepare(plan.sql, prepareOptions(plan.projection, parentColumns(table, plan.inclusions)));
  return after(statement.all(plan.params, query), (rows) => completeRows(executor, { plan, rows }, query));
}
