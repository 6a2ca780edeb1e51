import { invalidQuery } from "../build-sql/table-sql.js";
import { columnCondition, isColumnFilter } from "./column-condition.js";
import { toFilter, type ConditionScope } from "./condition-scope.js";
import { allOf, anyOf, not } from "./logic.js";
import { relationCondition } from "./relation-condition.js";

/**
 * A filter as SQL, `always` for one that all rows pass. A row passes where the SQL is true; unknown counts as false, within `not` too, so that a filter has
 * two outcomes as in TypeScript.
 */
export function whereCondition(where: object, scope: ConditionScope): string {
  return allOf(Object.entries(where).map(([property, value]) => propertyCondition(property, value, scope)));
}

function propertyCondition(property: string, value: unknown, scope: ConditionScope): string {
  const { table } = scope;
  if (value === undefined) {
    throw invalidQuery(table, `filtering by "${property}": undefined is no filter; null asks for rows without a value`);
  }
  const column = table.byProperty.get(property);
  const relations = table.meta.relations ?? {};
  const relation = Object.hasOwn(relations, property) ? relations[property] : undefined;
  // A relation may share its column's name (docs/decisions/0009).
  if (column !== undefined && (relation === undefined || isColumnFilter(column, value)))
    return columnCondition(column, value, scope);
  if (relation !== undefined) return relationCondition({ property, relation, value }, scope, whereCondition);
  if (property === "and") return allOf(toBranches(property, value, scope));
  if (property === "or") return anyOf(toBranches(property, value, scope));
  if (property === "not") return not(whereCondition(toFilter(property, value, scope), scope), table.dialect);
  throw invalidQuery(table, `filtering by "${property}": there is no such column or relation`);
}

function toBranches(property: string, value: unknown, scope: ConditionScope): readonly string[] {
  if (!Array.isArray(value))
    throw invalidQuery(scope.table, `filtering by "${property}": a list of filters is expected`);
  return value.map((branch: unknown) => whereCondition(toFilter(property, branch, scope), scope));
}
