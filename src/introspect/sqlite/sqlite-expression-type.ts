import type { ColumnType } from "../../model/column-type.js";
import type { Expression, LiteralType } from "./parse/parse-expression.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import { functionTypes } from "./sqlite-function-types.js";
import { arithmeticType, joinTypes, plainTypes, type ExpressionType } from "./sqlite-type-join.js";

/** What the operand of an expression gives; null where that is not known. */
type Operand = ExpressionType | null;

/** The type of an expression, where SQLite's own rules fix it; null where they do not. `columnType` is asked for columns, by the text that names them. */
export function typeExpression(expression: Expression, columnType: (sql: string) => Operand): Operand {
  const typeOf = (operand: Expression): Operand => typeExpression(operand, columnType);
  switch (expression.kind) {
    case "column":
      return columnType(expression.sql);
    case "literal":
      return { type: literalTypes[expression.type], nullable: expression.type === "null" };
    case "cast":
      return typeCast(expression.type, typeOf(expression.operand));
    case "call":
      return functionTypes.get(expression.name)?.(expression.arguments.map(typeOf)) ?? null;
    case "case":
      return typeCase(expression.results.map(typeOf), expression.exhaustive);
    case "concatenation":
      return {
        type: plainTypes.text,
        nullable: expression.operands.map(typeOf).some((operand) => operand?.nullable ?? true),
      };
    case "arithmetic":
      return arithmeticType(expression.operands.map(typeOf));
    case "bitwise":
      return { type: plainTypes.integer, nullable: true };
    case "truth":
      return { type: plainTypes.boolean, nullable: true };
    case "unknown":
      return null;
  }
}

const literalTypes: Readonly<Record<LiteralType, ColumnType | null>> = {
  text: plainTypes.text,
  integer: plainTypes.integer,
  float: plainTypes.float,
  bytes: plainTypes.bytes,
  null: null,
};

/** A cast to a type of NUMERIC affinity other than a decimal (DATE, BOOLEAN) gives some number, and not what the type's name says. */
function typeCast(target: string, operand: Operand): Operand {
  const type = toSqliteColumnType(target);
  const isKept = ["integer", "float", "text", "bytes", "decimal"].includes(type.kind);
  return isKept ? { type, nullable: operand?.nullable ?? true } : null;
}

function typeCase(results: readonly Operand[], exhaustive: boolean): Operand {
  const joined = joinTypes(results);
  return joined === null ? null : { ...joined, nullable: joined.nullable || !exhaustive };
}
