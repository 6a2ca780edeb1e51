import type { ColumnType } from "../../model/column-type.js";
import type { CheckModel, OneOf } from "../../model/table-model.js";
import { toOneOf } from "./postgresql-one-of.js";
import type { ConstraintRow } from "./postgresql-rows.js";

/** A check of a table or of a domain; `typeOf` gives what the values of a column are, domains resolved, null where that cannot be said. */
export function toCheck(row: ConstraintRow, typeOf: (column: string) => ColumnType | null): CheckModel {
  const expression = row.expression ?? "";
  // Reading a table reads its children too, which a check that is not inherited lets hold anything.
  const oneOf = row.connoinherit ? null : toOneOf(expression);
  return {
    name: row.name,
    expression,
    oneOf: oneOf !== null && isOfType(oneOf, typeOf(oneOf.column)) ? oneOf : null,
    validated: row.convalidated,
    enforced: row.enforced,
    comment: row.comment,
  };
}

/** Blank-padded values are read back with their blanks: only those of full length are what the check says. */
function isOfType(oneOf: OneOf, type: ColumnType | null): boolean {
  if (oneOf.numeric) return type?.kind === "integer" || type?.kind === "decimal" || type?.kind === "float";
  if (type?.kind !== "text") return false;
  return !type.fixed || oneOf.values.every((value) => [...value].length === type.length);
}
