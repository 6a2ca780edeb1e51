import { columnsOf, invalidQuery, toTableSql, type TableSql } from "../build-sql/table-sql.js";
import type { RelationMeta } from "../table-meta.js";
import { toFilter, type ConditionScope, type WriteCondition } from "./condition-scope.js";
import { allOf, always } from "./logic.js";

/** What is asked of a relation. */
export interface RelationFilter {
  readonly property: string;
  readonly relation: RelationMeta;
  readonly value: unknown;
}

/** A filter over related rows as SQL; never unknown. */
export function relationCondition(filter: RelationFilter, scope: ConditionScope, write: WriteCondition): string {
  const { property, relation, value } = filter;
  const related = (where: object): string => existsRelated(relation, where, { scope, write });
  if (relation.kind !== "many")
    return value === null ? `not ${related({})}` : related(toFilter(property, value, scope));
  const asked = Object.entries(toFilter(property, value, scope));
  return allOf(
    asked.map(([quantifier, where]) => {
      const wanted = toFilter(`${property}.${quantifier}`, where, scope);
      if (quantifier === "some") return related(wanted);
      if (quantifier === "none") return `not ${related(wanted)}`;
      if (quantifier === "every") return `not ${related({ not: wanted })}`;
      throw invalidQuery(
        scope.table,
        `filtering by "${property}": some, every or none is expected, not "${quantifier}"`,
      );
    }),
  );
}

interface Writing {
  readonly scope: ConditionScope;
  readonly write: WriteCondition;
}

function existsRelated(relation: RelationMeta, where: object, { scope, write }: Writing): string {
  const { statement, table, alias } = scope;
  const far = toTableSql(relation.table(), table.dialect);
  const farAlias = statement.alias();
  statement.subqueried.add(far.name);
  const here: Side = { table, alias, properties: relation.from };
  const there: Side = { table: far, alias: farAlias, properties: relation.to };
  let from = `${far.name} ${farAlias}`;
  let joined = relation.through === undefined ? equalSides(here, there) : "";
  if (relation.through !== undefined) {
    const link = toTableSql(relation.through.table(), table.dialect);
    const linkAlias = statement.alias();
    statement.subqueried.add(link.name);
    const linked = equalSides({ table: link, alias: linkAlias, properties: relation.through.to }, there);
    from = `${link.name} ${linkAlias} join ${from} on ${linked}`;
    joined = equalSides(here, { table: link, alias: linkAlias, properties: relation.through.from });
  }
  const condition = write(where, { statement, table: far, alias: farAlias });
  return `exists (select 1 from ${from} where ${condition === always ? joined : `${joined} and ${condition}`})`;
}

/** Columns of one table in a comparison with another's. */
interface Side {
  readonly table: TableSql;
  readonly alias: string;
  readonly properties: readonly string[];
}

function equalSides(left: Side, right: Side): string {
  const lefts = toOperands(left);
  const rights = toOperands(right);
  return lefts.map((operand, index) => `${operand} = ${rights[index] ?? ""}`).join(" and ");
}

function toOperands({ table, alias, properties }: Side): readonly string[] {
  return columnsOf(table, properties, "following a relation over").map((column) => `${alias}.${column.name}`);
}
