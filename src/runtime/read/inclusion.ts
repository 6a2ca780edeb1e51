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
      inclusions.push({ property, relation, query: toQuery({ table, property, relation, asked }) });
  }
  return inclusions;
}

/** The columns whose values lead to the related rows. */
export function parentColumns(table: TableSql, inclusions: readonly Inclusion[]): readonly ColumnSql[] {
  return inclusions.flatMap(({ property, relation }) =>
    columnsOf(table, relation.from, `including "${property}" over`),
  );
}

/** The columns of a table that lead from its rows to those of any relation. */
export function relationColumns(table: TableSql): readonly ColumnSql[] {
  const relations = Object.entries(table.meta.relations ?? {});
  return relations.flatMap(([property, { from }]) => columnsOf(table, from, `including "${property}" over`));
}

const oneOptions: ReadonlySet<string> = new Set(["select", "include"]);
const manyOptions: ReadonlySet<string> = new Set([...oneOptions, "where", "orderBy", "limit", "offset"]);

interface Asked {
  readonly table: TableSql;
  readonly property: string;
  readonly relation: RelationMeta;
  readonly asked: unknown;
}

function toQuery({ table, property, relation, asked }: Asked): ListQuery {
  if (asked === true) return {};
  if (typeof asked !== "object" || asked === null || Array.isArray(asked)) {
    throw invalidQuery(table, `including "${property}": true or options are expected`);
  }
  const options = relation.kind === "many" ? manyOptions : oneOptions;
  const unknown = Object.keys(asked).find((option) => !options.has(option));
  if (unknown !== undefined) throw invalidQuery(table, `including "${property}": there is no option "${unknown}"`);
  return asked;
}
