import { decodeCursor, encodeCursor, type CursorScope } from "../build-sql/cursor.js";
import { keysetCondition } from "../build-sql/keyset.js";
import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import { totalOrdering } from "../build-sql/total-ordering.js";
import { after } from "../eventually.js";
import type { Eventually, Executor, Row } from "../executor.js";
import type { Page } from "../types/result.js";
import type { ListQuery } from "./list-query.js";
import { planList, type ListPlan } from "./plan-list.js";
import { positionOf } from "./projection.js";
import { completeRows } from "./complete-rows.js";

/** A list query of which one page is read. */
export interface PageQuery extends ListQuery {
  readonly size: number;
  readonly after?: string | undefined;
}

/** Reads a page, and one row more to know whether another page follows. */
export function readPage(executor: Executor, table: TableSql, query: PageQuery): Eventually<Page<object>> {
  const scope = { table, ordering: totalOrdering(table, query.orderBy) };
  const plan = planPage(scope, query);
  const statement = executor.prepare(plan.sql, { table: table.meta, wide: plan.projection.wide });
  return after(statement.all(plan.params, query), (rows) => {
    const shown = rows.slice(0, query.size);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    const next = last === undefined ? undefined : encodeCursor(scope, placeOf(scope, plan, last));
    return after(completeRows(executor, { plan, rows: shown }, query), (items) => ({ items, next }));
  });
}

function planPage(scope: CursorScope, query: PageQuery): ListPlan {
  const { table, ordering } = scope;
  if (!Number.isSafeInteger(query.size) || query.size < 1) {
    throw invalidQuery(table, "reading a page: size takes a whole number from 1");
  }
  const place = query.after === undefined ? undefined : decodeCursor(scope, query.after);
  return planList(
    table,
    { ...query, limit: query.size + 1, offset: undefined },
    { ordering, seek: (within) => (place === undefined ? "true" : keysetCondition(ordering, place, within)) },
  );
}

function placeOf({ ordering }: CursorScope, { projection }: ListPlan, row: Row): readonly unknown[] {
  return ordering.map(({ column }) => row[positionOf(projection, column)]);
}
