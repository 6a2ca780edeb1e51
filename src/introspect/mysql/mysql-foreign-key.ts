import type { ForeignKeyModel, ReferentialAction } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { ForeignKeyColumnRow, ForeignKeyRow } from "./mysql-rows.js";

/** A foreign key and its columns in order; its target may be in another database. */
export function toForeignKey(
  row: ForeignKeyRow,
  columns: readonly ForeignKeyColumnRow[],
  index: CatalogIndex,
): ForeignKeyModel {
  const [first] = columns;
  return {
    name: row.name,
    columns: columns.map((column) => column.column),
    references: {
      schema: index.schemaName(first?.referencedSchema ?? row.schema),
      name: first?.referencedTable ?? "",
      columns: columns.map((column) => column.referencedColumn),
    },
    onUpdate: actions.get(row.updateRule) ?? "noAction",
    onDelete: actions.get(row.deleteRule) ?? "noAction",
    match: "simple",
    deferrable: "no",
    validated: true,
    enforced: true,
    comment: null,
  };
}

/** RESTRICT and NO ACTION are the same, and each server prints the other one where nothing was written. */
const actions: ReadonlyMap<string, ReferentialAction> = new Map<string, ReferentialAction>([
  ["CASCADE", "cascade"],
  ["SET NULL", "setNull"],
  ["SET DEFAULT", "setDefault"],
]);
