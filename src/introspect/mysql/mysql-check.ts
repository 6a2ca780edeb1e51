import type { ColumnType } from "../../model/column-type.js";
import type { CheckModel, ColumnModel, OneOf } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import { unescapeQuotes } from "./mysql-default.js";
import { toOneOf } from "./mysql-one-of.js";
import type { CheckRow } from "./mysql-rows.js";

/** A check of a table, with the values that it allows a column where it is no more than their list. */
export function toCheck(
  row: CheckRow,
  { columns, index }: { readonly columns: readonly ColumnModel[]; readonly index: CatalogIndex },
): CheckModel {
  const expression = index.localSql(index.server.engine === "mysql" ? unescapeQuotes(row.clause) : row.clause);
  const enforced = row.enforced !== "NO";
  return {
    name: row.name,
    expression,
    oneOf: enforced ? toOwnOneOf(expression, columns) : null,
    validated: true,
    enforced,
    comment: null,
  };
}

function toOwnOneOf(expression: string, columns: readonly ColumnModel[]): OneOf | null {
  const oneOf = toOneOf(expression);
  if (oneOf === null) return null;
  const column = columns.find(({ name }) => name.toLowerCase() === oneOf.column.toLowerCase());
  return column !== undefined && isOfKind(oneOf, column.type) ? { ...oneOf, column: column.name } : null;
}

/** Texts beside numbers are compared as numbers, by which `1`, `1.0` and ` 1` are the same. */
function isOfKind({ numeric }: OneOf, { kind }: ColumnType): boolean {
  return numeric ? kind === "integer" || kind === "decimal" || kind === "float" : kind === "text";
}
