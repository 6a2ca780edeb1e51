import { orderByClause, toOrdering, type OrderTerm } from "../build-sql/ordering.js";
import { selectList } from "../build-sql/select-list.js";
import { aliased } from "../build-sql/table-column.js";
import type { TableSql } from "../build-sql/table-sql.js";
import type { ConditionScope } from "../condition/condition-scope.js";
import type { ListQuery } from "./list-query.js";
import { toCount } from "./plan-list.js";
import type { Projection } from "./projection.js";
import type { RelatedSource } from "./related-source.js";

/** What the statement of a relation is put together from. */
export interface RelatedParts {
  readonly scope: ConditionScope;
  readonly query: ListQuery;
  readonly projection: Projection;
  readonly source: RelatedSource;
  /** Whether all rows belong to one parent. */
  readonly single: boolean;
}

/** The statement that reads related rows, given its `from … where …`. */
export function relatedSql(parts: RelatedParts, from: string): string {
  const { scope, query, projection, source, single } = parts;
  const { table, alias } = scope;
  const limit = toCount(table, "limit", query.limit);
  const offset = toCount(table, "offset", query.offset);
  const sliced = limit !== undefined || (offset !== undefined && offset > 0);
  const order = orderByClause(table, sliced ? withPrimaryKey(table, query) : toOrdering(table, query.orderBy), alias);
  const columns = [...aliased(projection.columns, alias), ...(source.linked ? source.keySql : [])];
  if (sliced && !single) return slicedSql(parts, columns, { from, order, limit, offset: offset ?? 0 });
  return `select ${selectList(columns)} ${from}${order}${table.dialect.slice(limit, offset)}`;
}

interface Slice {
  readonly from: string;
  readonly order: string;
  readonly limit: number | undefined;
  readonly offset: number;
}

/** Numbers the rows of each parent and keeps the numbers of the slice. */
function slicedSql({ scope, source }: RelatedParts, columns: readonly string[], slice: Slice): string {
  const { from, order, limit, offset } = slice;
  const named = columns.map((column, index) => `${column} as c${index}`);
  const number = `row_number() over (partition by ${source.keySql.join(", ")}${order}) as n`;
  const names = columns.map((_, index) => `c${index}`);
  const last = limit === undefined ? "" : ` and n <= ${offset + limit}`;
  const numbered = `(select ${[...named, number].join(", ")} ${from}) as ${scope.statement.alias()}`;
  return `select ${selectList(names)} from ${numbered} where n > ${offset}${last} order by n`;
}

/** The order asked for, and then the primary key: a slice holds the same rows every time. */
function withPrimaryKey(table: TableSql, { orderBy }: ListQuery): readonly OrderTerm[] {
  const asked = toOrdering(table, orderBy);
  const descending = asked.at(-1)?.descending ?? false;
  const ties = table.primaryKey.filter((column) => asked.every((term) => term.column !== column));
  return [...asked, ...ties.map((column) => ({ column, descending, nulls: "never" as const }))];
}
