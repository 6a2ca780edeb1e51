import { invalidQuery, type ColumnSql } from "../build-sql/table-sql.js";
import { writeValue } from "../build-sql/write-value.js";
import type { Operand } from "../dialect/dialect.js";
import type { ConditionScope } from "./condition-scope.js";

/** One operator of a filter, asked of a column. */
export interface Asked {
  readonly scope: ConditionScope;
  readonly column: ColumnSql;
  readonly operand: Operand;
  /** The operator's name, for errors. */
  readonly operator: string;
  readonly value: unknown;
}

/** Writes a condition as SQL. It may be unknown for a row without a value. */
export type Operator = (asked: Asked) => string;

export type Operators = Readonly<Record<string, Operator>>;

/** The error of an operator that was given something else than it takes. */
export function wrongOperand({ scope, column, operator }: Asked, expected: string): Error {
  return invalidQuery(scope.table, `filtering by "${column.property}": ${operator} takes ${expected}`);
}

/** A value of the column's type, as the driver binds it. */
export function toDriverValue(asked: Asked, value: unknown): unknown {
  const { column, scope } = asked;
  if (!column.codec.is(value)) throw wrongOperand(asked, `a value of ${column.codec.name}`);
  return writeValue(column, value, scope.table);
}

/** Binds a value of the column's type, to be compared with it. */
export function bindValue(asked: Asked, value: unknown): string {
  const { statement } = asked.scope;
  return statement.dialect.compared(statement.bind(toDriverValue(asked, value)), asked.operand.type);
}

/** The items of an operator that takes a list. */
export function toItems(asked: Asked): readonly unknown[] {
  if (Array.isArray(asked.value)) return asked.value;
  throw wrongOperand(asked, "a list");
}
