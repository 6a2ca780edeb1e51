import type { ViewModel } from "../../model/table-model.js";
import { placeKey, type CatalogIndex } from "./catalog-index.js";
import { toViewColumns } from "./mysql-column.js";
import { toExtra } from "./mysql-extra.js";
import { toPrivileges } from "./mysql-privileges.js";
import type { TableRow } from "./mysql-rows.js";

/** A view; one that the server cannot open has no columns. */
export function toView(row: TableRow, index: CatalogIndex): ViewModel {
  const view = index.views.get(placeKey(row));
  const privileges = toPrivileges(row, index);
  const definition = view?.definition ?? "";
  return {
    schema: index.schemaName(row.schema),
    name: row.table,
    kind: "view",
    comment: null,
    columns: isBroken(row) ? [] : toViewColumns(row, index),
    definition: definition === "" ? null : index.localSql(definition),
    updatable: view?.isUpdatable === "YES",
    ...(privileges === null ? {} : { privileges }),
    indexes: [],
    triggers: [],
    extra: toExtra({
      algorithm: view?.algorithm === "UNDEFINED" ? null : (view?.algorithm ?? null),
      checkOption: view?.checkOption === "NONE" ? null : (view?.checkOption ?? null),
      securityType: view?.securityType === "INVOKER" ? "INVOKER" : null,
    }),
  };
}

/** The comment of a sound view is VIEW; of another it says what is wrong. */
export function isBroken(row: TableRow): boolean {
  return row.tableType === "VIEW" && (row.comment ?? "") !== "VIEW" && (row.comment ?? "") !== "";
}
