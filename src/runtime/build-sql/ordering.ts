import type { OrderDirection } from "../types/order-direction.js";
import { columnOf, invalidQuery, type ColumnSql, type TableSql } from "./table-sql.js";

/** One column of an order. */
export interface OrderTerm {
  readonly column: ColumnSql;
  readonly descending: boolean;
  /** Where rows without a value come; `never` where there are none. */
  readonly nulls: "first" | "last" | "never";
}

/** The order that a query asks for, as terms; a column that comes again is left out, since it orders nothing any more. */
export function toOrdering(table: TableSql, orderBy: object | readonly object[] | undefined): readonly OrderTerm[] {
  const terms = new Map<ColumnSql, OrderTerm>();
  for (const part of orderBy === undefined ? [] : [orderBy].flat()) {
    for (const [property, direction] of Object.entries(part) as [string, unknown][]) {
      const column = columnOf(table, property, "ordering by");
      if (direction !== undefined && !terms.has(column)) terms.set(column, toTerm(table, column, direction));
    }
  }
  return [...terms.values()];
}

/** ` order by …` with a space before it, or nothing for no terms. */
export function orderByClause(table: TableSql, terms: readonly OrderTerm[], alias: string): string {
  if (terms.length === 0) return "";
  return ` order by ${terms.map((term) => toSql(table, term, alias)).join(", ")}`;
}

function toTerm(table: TableSql, column: ColumnSql, direction: unknown): OrderTerm {
  const { dir, nulls } = isDirection(direction) ? toParts(direction) : { dir: undefined, nulls: undefined };
  if (dir === undefined) {
    throw invalidQuery(table, `ordering by "${column.property}": "asc", "desc" or { dir, nulls } is expected`);
  }
  const descending = dir === "desc";
  return { column, descending, nulls: column.nullable ? (nulls ?? defaultNulls(descending)) : "never" };
}

/** Null counts as greater than every value. */
function defaultNulls(descending: boolean): "first" | "last" {
  return descending ? "first" : "last";
}

function isDirection(value: unknown): value is NonNullable<OrderDirection> {
  if (value === "asc" || value === "desc") return true;
  if (typeof value !== "object" || value === null) return false;
  const { dir, nulls, ...rest } = value as { readonly dir?: unknown; readonly nulls?: unknown };
  const known = nulls === undefined || nulls === "first" || nulls === "last";
  return known && (dir === "asc" || dir === "desc") && Object.keys(rest).length === 0;
}

function toParts(direction: NonNullable<OrderDirection>): Exclude<OrderDirection, string | undefined> {
  return typeof direction === "string" ? { dir: direction } : direction;
}

/** Where nulls go is said only where the engine would do otherwise: an index in its own order stays of use. */
function toSql(table: TableSql, { column, descending, nulls }: OrderTerm, alias: string): string {
  const direction = descending ? " desc" : "";
  const usual = descending === table.dialect.nullsGreatest ? "first" : "last";
  return table.dialect.order(`${alias}.${column.name}`, direction, nulls === "never" || nulls === usual ? null : nulls);
}
