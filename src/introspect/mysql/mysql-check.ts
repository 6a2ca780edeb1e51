import type { CheckModel, ColumnModel, OneOf } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import { unescapeQuotes } from "./mysql-default.js";
import { toOneOf } from "./mysql-one-of.js";
import type { CheckRow, TableRow } from "./mysql-rows.js";

/** A check of a table, with its allowed values where they are exactly what the column can hold. */
export function toCheck(
  row: CheckRow,
  {
    table,
    columns,
    index,
  }: { readonly table: TableRow; readonly columns: readonly ColumnModel[]; readonly index: CatalogIndex },
): CheckModel {
  const expression = index.localSql(index.server.engine === "mysql" ? unescapeQuotes(row.clause) : row.clause);
  const enforced = row.enforced !== "NO";
  return {
    name: row.name,
    expression,
    oneOf: enforced ? toExactOneOf(expression, table, columns) : null,
    validated: true,
    enforced,
    comment: null,
  };
}

function toExactOneOf(expression: string, table: TableRow, columns: readonly ColumnModel[]): OneOf | null {
  const oneOf = toOneOf(expression);
  if (oneOf === null) return null;
  const column = columns.find(({ name }) => name.toLowerCase() === oneOf.column.toLowerCase());
  if (column === undefined || !isHeldExactly(oneOf, column, column.collation ?? table.collation ?? "")) return null;
  return { ...oneOf, column: column.name };
}

/**
 * Whether only the values themselves are equal to them. Most collations take `DE` for `de`, and those that pad take `de ` for `de`, but a CHAR is read
 * without the blanks at its end.
 */
function isHeldExactly(oneOf: OneOf, column: ColumnModel, collation: string): boolean {
  const { type } = column;
  if (oneOf.numeric) return type.kind === "integer" || type.kind === "decimal" || type.kind === "float";
  if (type.kind !== "text" || !/_bin$/.test(collation)) return false;
  return type.fixed || /_nopad_bin$|_0900_bin$/.test(collation);
}
