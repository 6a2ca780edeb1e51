import { placeKey, type CatalogIndex } from "./catalog-index.js";
import { toViewColumns } from "./mysql-column.js";
import { toExtra } from "./mysql-extra.js";
import { toPrivileges } from "./mysql-privileges.js";
import type { TableRow } from "./mysql-rows.js";
import type { ViewDraft } from "./mysql-view-facts.js";
import { toViewSources } from "./mysql-view-sources.js";

/** A view; one that the server cannot open has no columns. */
export function toView(row: TableRow, index: CatalogIndex): ViewDraft {
  const view = index.views.get(placeKey(row));
  const privileges = toPrivileges(row, index);
  const definition = view?.definition ?? "";
  const model: ViewDraft["model"] = {
    schema: index.schemaName(row.schema),
    name: row.table,
    kind: "view",
    comment: null,
    columns: brokenReason(row, index) === null ? toViewColumns(row, index) : [],
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
  return { model, sources: definition === "" ? null : toViewSources(definition) };
}

/** Why a view cannot be read, in the server's words; null for a sound one. Its comment is VIEW, or says what is wrong, but not everything that is. */
export function brokenReason(row: TableRow, index: CatalogIndex): string | null {
  if (row.tableType !== "VIEW") return null;
  const problem = index.problems.get(placeKey(row));
  if (problem !== undefined) return problem;
  return row.comment === null || row.comment === "" || row.comment === "VIEW" ? null : row.comment;
}
