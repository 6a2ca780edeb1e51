import type { TableSql } from "../build-sql/table-sql.js";
import { after } from "../eventually.js";
import type { Eventually, Executor, Row } from "../executor.js";
import { loadRelations } from "./load-relations.js";
import type { ListQuery } from "./list-query.js";
import { planList, type ListPlan } from "./plan-list.js";

/** Reads the rows of a list query, with their relations. */
export function readList(executor: Executor, table: TableSql, query: ListQuery): Eventually<object[]> {
  const plan = planList(table, query);
  const statement = executor.prepare(plan.sql, { table: table.meta, wide: plan.projection.wide });
  return after(statement.all(plan.params, query), (rows) => completeRows(executor, plan, rows));
}

/** Makes the results of a plan's rows and loads their relations. */
export function completeRows(executor: Executor, plan: ListPlan, rows: readonly Row[]): Eventually<object[]> {
  const { projection, inclusions } = plan;
  const results = rows.map(projection.read);
  if (inclusions.length === 0) return results;
  return after(loadRelations(executor, { projection, inclusions, rows, results }), () => results);
}
