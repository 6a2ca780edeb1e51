import type { ForeignKeyModel, ReferentialAction } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { ForeignKeyColumnRow, ForeignKeyRow } from "./mysql-rows.js";

/**
 * A foreign key from its columns in order; its target may be in another database. Without `rules`, which MariaDB hides from who may only select, it does
 * what every foreign key does of itself.
 */
export function toForeignKey(
  columns: readonly ForeignKeyColumnRow[],
  rules: ForeignKeyRow | undefined,
  index: CatalogIndex,
): readonly ForeignKeyModel[] {
  const [first] = columns;
  if (first === undefined) return [];
  const model: ForeignKeyModel = {
    name: first.name,
    columns: columns.map((column) => column.column),
    references: {
      schema: index.schemaName(first.referencedSchema),
      name: first.referencedTable,
      columns: columns.map((column) => column.referencedColumn),
    },
    onUpdate: actions.get(rules?.updateRule ?? "") ?? "noAction",
    onDelete: actions.get(rules?.deleteRule ?? "") ?? "noAction",
    match: "simple",
    deferrable: "no",
    validated: true,
    enforced: true,
    comment: null,
  };
  return [model];
}

/** RESTRICT and NO ACTION are the same, and each server prints the other one where nothing was written. */
const actions: ReadonlyMap<string, ReferentialAction> = new Map<string, ReferentialAction>([
  ["CASCADE", "cascade"],
  ["SET NULL", "setNull"],
  ["SET DEFAULT", "setDefault"],
]);
