import { orderByClause, toOrdering } from "../build-sql/ordering.js";
import type { PageRegion } from "../build-sql/page-region.js";
import { selected, selectList } from "../build-sql/select-list.js";
import { Statement } from "../build-sql/statement.js";
import { invalidQuery, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import { whereCondition } from "../condition/where-condition.js";
import { allOf, always } from "../condition/logic.js";
import type { ListQuery } from "./list-query.js";
import { toProjection, type Projection } from "./projection.js";
import { parentColumns, toInclusions, type Inclusion } from "./inclusion.js";

/** What becomes of the rows of a statement, and the relations to load for them. */
export interface RowPlan {
  readonly projection: Projection;
  readonly inclusions: readonly Inclusion[];
}

/** A list query, worked out. */
export interface ListPlan extends RowPlan {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** What a page makes of a list. */
export interface PagePart extends PageRegion {
  /** The columns of the page's order, which its cursors are made of. */
  readonly columns: readonly ColumnSql[];
}

/** Works a list query out. */
export function planList(table: TableSql, query: ListQuery, page?: PagePart): ListPlan {
  const inclusions = toInclusions(table, query.include);
  const ordering = page?.ordering ?? toOrdering(table, query.orderBy);
  const hidden = [...parentColumns(table, inclusions), ...(page?.columns ?? [])];
  const projection = toProjection(table, query.select, hidden);
  const statement = new Statement(table.dialect);
  const scope = { statement, table, alias: statement.alias() };
  const conditions = [whereCondition(query.where ?? {}, scope), page?.condition(scope) ?? always];
  const sql = table.dialect.select({
    columns: selectList(selected(table, projection.columns, scope.alias)),
    from: `${table.name} ${scope.alias}`,
    alias: scope.alias,
    where: allOf(conditions),
    order: orderByClause(table, ordering, scope.alias),
    limit: toCount(table, "limit", query.limit),
    offset: toCount(table, "offset", query.offset),
    lock: query.lock,
  });
  return { sql, params: statement.params, projection, inclusions };
}

/** ` where …` with a space before it, or nothing where all rows pass. */
export function whereClause(condition: string): string {
  return condition === always ? "" : ` where ${condition}`;
}

/** A number of rows; anything but a whole number from 0 is an `InvalidQueryError`. */
export function toCount(table: TableSql, option: string, value: number | undefined): number | undefined {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value;
  throw invalidQuery(table, `reading rows: ${option} takes a whole number from 0`);
}
