import { invalidQuery, type ColumnSql } from "../build-sql/table-sql.js";
import type { ValueKind } from "../build-sql/value-kind.js";
import { arrayOperators } from "./array-operators.js";
import { comparisonOperators, equalityOperators } from "./comparison-operators.js";
import type { ConditionScope } from "./condition-scope.js";
import { jsonCondition } from "./json-condition.js";
import { allOf } from "./logic.js";
import { nullOperators } from "./null-operators.js";
import type { Operators } from "./operator.js";
import { rangeOperators } from "./range-operators.js";
import { textOperators } from "./text-operators.js";

/** A filter of one column as SQL: null, a value, or operators. */
export function columnCondition(column: ColumnSql, value: unknown, scope: ConditionScope): string {
  if (value === null) return `${scope.alias}.${column.name} is null`;
  const operators = operatorsOf[column.kind];
  if (column.kind !== "null" && column.kind !== "json" && column.codec.is(value)) return ask("eq", value);
  if (!isPlainObject(value)) {
    throw invalidQuery(
      scope.table,
      `filtering by "${column.property}": neither a value of ${column.codec.name} nor operators`,
    );
  }
  if (column.kind === "json") return jsonCondition(column, value, scope);
  return allOf(Object.entries(value).map(([operator, wanted]) => ask(operator, wanted)));

  function ask(name: string, wanted: unknown): string {
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (operator === undefined) {
      throw invalidQuery(
        scope.table,
        `filtering by "${column.property}": there is no operator "${name}" for ${column.codec.name}`,
      );
    }
    const operand = { sql: `${scope.alias}.${column.name}`, type: column.meta.type };
    return operator({ scope, column, operand, operator: name, value: wanted });
  }
}

/** Whether a filter speaks of the column's own value, and not of the row that a relation of the same name leads to. */
export function isColumnFilter(column: ColumnSql, value: unknown): boolean {
  return !isPlainObject(value) || Object.keys(value).every((name) => Object.hasOwn(operatorsOf[column.kind], name));
}

const operatorsOf: Readonly<Record<ValueKind, Operators>> = {
  equal: equalityOperators,
  ordered: comparisonOperators,
  text: textOperators,
  array: arrayOperators,
  range: rangeOperators,
  null: nullOperators,
  json: nullOperators,
};

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
