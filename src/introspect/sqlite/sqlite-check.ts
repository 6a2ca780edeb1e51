import { foldAscii } from "../../lang/fold-ascii.js";
import type { CheckModel, OneOf } from "../../model/table-model.js";
import type { CheckSyntax } from "./parse/parse-create-table.js";
import { parseOneOf } from "./parse/parse-one-of.js";
import type { SqliteRelation } from "./sqlite-catalog.js";
import { hasNumericAffinity } from "./sqlite-column-type.js";
import type { TableSyntax } from "./parse/parse-create-table.js";

/** The model of a check, with its allowed values where they are exactly what the column can hold. */
export function toSqliteCheck(check: CheckSyntax, relation: SqliteRelation, syntax: TableSyntax): CheckModel {
  return {
    name: check.name,
    expression: check.expression,
    oneOf: toOneOf(check.expression, relation, syntax),
    validated: true,
    enforced: true,
    comment: null,
  };
}

function toOneOf(expression: string, relation: SqliteRelation, syntax: TableSyntax): OneOf | null {
  const oneOf = parseOneOf(expression);
  if (oneOf === null) return null;
  const place = findPlace(relation, oneOf.column);
  const column = relation.columns[place];
  if (column === undefined) return null;
  if (oneOf.quotedNames.some((name) => findPlace(relation, name) >= 0)) return null;
  // The column's affinity turns '1' into 1 and 1 into '1', and a collation lets other spellings pass: then these are not the values.
  if (oneOf.numeric !== hasNumericAffinity(column.type)) return null;
  const collation = syntax.columns[place]?.collation ?? "BINARY";
  if (!oneOf.numeric && collation.toUpperCase() !== "BINARY") return null;
  return { column: column.name, values: oneOf.values, numeric: oneOf.numeric };
}

function findPlace(relation: SqliteRelation, name: string): number {
  const folded = foldAscii(name);
  return relation.columns.findIndex((row) => row.name === name || foldAscii(row.name) === folded);
}
