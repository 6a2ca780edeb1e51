import { invalidQuery, type ColumnSql } from "../build-sql/table-sql.js";
import type { JsonDialect, JsonPath, JsonTarget } from "../dialect/dialect.js";
import type { ConditionScope } from "./condition-scope.js";
import { allOf } from "./logic.js";

/** A filter of a column of JSON as SQL. */
export function jsonCondition(column: ColumnSql, filter: object, scope: ConditionScope): string {
  const doing = `filtering by "${column.property}"`;
  const { path = [], ...asked } = filter as { readonly path?: unknown };
  if (!isPath(path)) throw invalidQuery(scope.table, `${doing}: path takes a list of names and positions`);
  const target: JsonTarget = { sql: `${scope.alias}.${column.name}`, path };
  const conditions = Object.entries(asked).map(([operator, value]) => {
    if (!isJson(value)) throw invalidQuery(scope.table, `${doing}: ${operator} takes a value of JSON`);
    if (operator === "eq" || operator === "contains") return test(operator, { target, value }, scope);
    if (operator === "ne") return `(${test("equals", { target, value }, scope)}) is not true`;
    throw invalidQuery(scope.table, `${doing}: there is no operator "${operator}" for json`);
  });
  return allOf(conditions);
}

function test(
  operator: "eq" | "equals" | "contains",
  asked: { target: JsonTarget; value: unknown },
  scope: ConditionScope,
): string {
  const json: JsonDialect = scope.table.dialect.json;
  const method = operator === "contains" ? json.contains : json.equals;
  return method(asked.target, asked.value, scope.statement.bind);
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
