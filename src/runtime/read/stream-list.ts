import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import type { Executor } from "../executor.js";
import type { ListQuery } from "./list-query.js";
import { planList } from "./plan-list.js";
import { completeRows } from "./complete-rows.js";

/** A list query whose rows come in batches. */
export interface StreamQuery extends ListQuery {
  readonly batchSize?: number | undefined;
}

/** Gives the rows of a list query one after another; relations are loaded for a batch at a time. */
export async function* streamList<R>(
  executor: Executor,
  table: TableSql,
  query: StreamQuery,
): AsyncGenerator<R, void, undefined> {
  const { batchSize = 500, signal, timeoutMs } = query;
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    throw invalidQuery(table, "streaming rows: batchSize takes a whole number from 1");
  }
  const plan = planList(table, query);
  const options = { batchSize, signal, timeoutMs, wide: plan.projection.wide, table: table.meta };
  for await (const rows of executor.stream(plan.sql, plan.params, options)) {
    yield* (await completeRows(executor, { plan, rows }, query)) as R[];
  }
}
