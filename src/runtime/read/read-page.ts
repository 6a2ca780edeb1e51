import { decodeCursor, encodeCursor, type CursorScope } from "../build-sql/cursor.js";
import { toPageRegions, type PageRegion } from "../build-sql/page-region.js";
import { invalidQuery, type TableSql } from "../build-sql/table-sql.js";
import { totalOrdering } from "../build-sql/total-ordering.js";
import { after } from "../eventually.js";
import type { Eventually, Executor, Row } from "../executor.js";
import type { Page } from "../types/result.js";
import { completeRows, type PlannedRows } from "./complete-rows.js";
import type { ListQuery } from "./list-query.js";
import { planList, type RowPlan } from "./plan-list.js";
import { positionOf } from "./projection.js";

/** A list query of which one page is read. */
export interface PageQuery extends ListQuery {
  readonly size: number;
  readonly after?: string | undefined;
}

/** Reads a page, and one row more to know whether another page follows. */
export function readPage(executor: Executor, table: TableSql, query: PageQuery): Eventually<Page<object>> {
  if (!Number.isSafeInteger(query.size) || query.size < 1) {
    throw invalidQuery(table, "reading a page: size takes a whole number from 1");
  }
  const scope = { table, ordering: totalOrdering(table, query.orderBy) };
  return after(readRows({ executor, scope, query }), ({ plan, rows }) => {
    const shown = rows.slice(0, query.size);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    const next = last === undefined ? undefined : encodeCursor(scope, placeOf(scope, plan, last));
    return after(completeRows(executor, { plan, rows: shown }, query), (items) => ({ items, next }));
  });
}

interface Reading {
  readonly executor: Executor;
  readonly scope: CursorScope;
  readonly query: PageQuery;
}

function readRows(reading: Reading): Eventually<PlannedRows> {
  const { ordering } = reading.scope;
  const place = reading.query.after === undefined ? undefined : decodeCursor(reading.scope, reading.query.after);
  const [region, next] = toPageRegions(ordering, place);
  return after(readRegion(reading, region), (found) => {
    if (next === undefined || found.rows.length > reading.query.size) return found;
    return after(readRegion(reading, next), ({ plan, rows }) => ({ plan, rows: [...found.rows, ...rows] }));
  });
}

function readRegion({ executor, scope, query }: Reading, region: PageRegion): Eventually<PlannedRows> {
  const { table, ordering } = scope;
  const limited = { ...query, limit: query.size + 1, offset: undefined };
  const plan = planList(table, limited, { ...region, columns: ordering.map(({ column }) => column) });
  const statement = executor.prepare(plan.sql, { table: table.meta, wide: plan.projection.wide });
  return after(statement.all(plan.params, query), (rows) => ({ plan, rows }));
}

function placeOf({ ordering }: CursorScope, { projection }: RowPlan, row: Row): readonly unknown[] {
  return ordering.map(({ column }) => row[positionOf(projection, column)]);
}
