import { invalidQuery, type ColumnSql } from "../build-sql/table-sql.js";
import type { JsonDialect, JsonPath, JsonTarget } from "../dialect/dialect.js";
import type { ConditionScope } from "./condition-scope.js";
import { allOf, not } from "./logic.js";

/** A filter of a column of JSON as SQL. */
export function jsonCondition(column: ColumnSql, filter: object, scope: ConditionScope): string {
  const doing = `filtering by "${column.property}"`;
  const { path = [], ...asked } = filter as { readonly path?: unknown };
  if (!isPath(path)) throw invalidQuery(scope.table, `${doing}: path takes a list of names and positions`);
  const target: JsonTarget = { sql: `${scope.alias}.${column.name}`, path };
  const conditions = Object.entries(asked).map(([operator, value]) => {
    if (!isJson(value)) throw invalidQuery(scope.table, `${doing}: ${operator} takes a value of JSON`);
    if (operator === "eq") return test("equals", { target, value }, scope);
    if (operator === "contains") return test("contains", { target, value }, scope);
    if (operator === "ne") return not(test("equals", { target, value }, scope), scope.table.dialect);
    throw invalidQuery(scope.table, `${doing}: there is no operator "${operator}" for json`);
  });
  return allOf(conditions);
}

function test(method: keyof JsonDialect, asked: Asked, scope: ConditionScope): string {
  return scope.table.dialect.json[method](asked.target, asked.value, scope.statement.bind);
}

interface Asked {
  readonly target: JsonTarget;
  readonly value: unknown;
}

function isPath(path: unknown): path is JsonPath {
  return Array.isArray(path) && path.every((step) => typeof step === "string" || Number.isSafeInteger(step));
}

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}
