import { columnsOf, invalidQuery, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import type { RelationMeta } from "../table-meta.js";
import type { ListQuery } from "./list-query.js";

/** A relation to load, and how. */
export interface Inclusion {
  readonly property: string;
  readonly relation: RelationMeta;
  readonly query: ListQuery;
}

/** The relations that an `include` asks for; false and undefined ask for nothing. */
export function toInclusions(table: TableSql, include: object | undefined): readonly Inclusion[] {
  const inclusions: Inclusion[] = [];
  for (const [property, asked] of Object.entries(include ?? {}) as [string, unknown][]) {
    const relations = table.meta.relations ?? {};
    const relation = Object.hasOwn(relations, property) ? relations[property] : undefined;
    if (relation === undefined) throw invalidQuery(table, `including "${property}": there is no such relation`);
    if (asked !== false && asked !== undefined)
      inclusions.push({ property, relation, query: toQuery(table, property, asked) });
  }
  return inclusions;
}

/** The columns whose values lead to the related rows. */
export function parentColumns(table: TableSql, inclusions: readonly Inclusion[]): readonly ColumnSql[] {
  return inclusions.flatMap(({ property, relation }) =>
    columnsOf(table, relation.from, `including "${property}" over`),
  );
}

function toQuery(table: TableSql, property: string, asked: unknown): ListQuery {
  if (asked === true) return {};
  if (typeof asked === "object" && asked !== null && !Array.isArray(asked)) return asked;
  throw invalidQuery(table, `including "${property}": true or options are expected`);
}
