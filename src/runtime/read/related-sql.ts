import { orderByClause, toOrdering, type OrderTerm } from "../build-sql/ordering.js";
import { selected, selectList } from "../build-sql/select-list.js";
import type { TableSql } from "../build-sql/table-sql.js";
import { selectFrom } from "../dialect/standard-dialect.js";
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

/** The statement that reads related rows, given its condition. */
export function relatedSql(parts: RelatedParts, where: string): string {
  const { scope, query, projection, source, single } = parts;
  const { table, alias } = scope;
  const limit = toCount(table, "limit", query.limit);
  const offset = toCount(table, "offset", query.offset);
  const sliced = limit !== undefined || (offset !== undefined && offset > 0);
  const order = orderByClause(table, sliced ? withPrimaryKey(table, query) : toOrdering(table, query.orderBy), alias);
  const links = source.linked
    ? source.keys.map(({ codec }, index) => table.dialect.selected(source.keySql[index] ?? "", codec.name))
    : [];
  const columns = [...selected(table, projection.columns, alias), ...links];
  if (sliced && !single) return slicedSql(parts, columns, { where, order, limit, offset: offset ?? 0 });
  return table.dialect.select({ columns: selectList(columns), from: source.sql, alias, where, order, limit, offset });
}

interface Slice {
  readonly where: string;
  readonly order: string;
  readonly limit: number | undefined;
  readonly offset: number;
}

/** Numbers the rows of each parent and keeps the numbers of the slice. */
function slicedSql({ scope, source }: RelatedParts, columns: readonly string[], slice: Slice): string {
  const { where, order, limit, offset } = slice;
  const keys = source.keySql.join(", ");
  const named = columns.map((column, index) => `${column} as c${index}`);
  const number = `row_number() over (partition by ${keys}${order === "" ? ` order by ${keys}` : order}) as n`;
  const names = columns.map((_, index) => `c${index}`);
  const last = limit === undefined ? "" : ` and n <= ${offset + limit}`;
  const numbered = selectFrom({ columns: [...named, number].join(", "), from: source.sql, where });
  return `select ${selectList(names)} from (${numbered}) ${scope.statement.alias()} where n > ${offset}${last} order by n`;
}

/** The order asked for, and then the primary key: a slice holds the same rows every time. */
function withPrimaryKey(table: TableSql, { orderBy }: ListQuery): readonly OrderTerm[] {
  const asked = toOrdering(table, orderBy);
  const descending = asked.at(-1)?.descending ?? false;
  const ties = table.primaryKey.filter((column) => asked.every((term) => term.column !== column));
  return [...asked, ...ties.map((column) => ({ column, descending, nulls: "never" as const }))];
}
