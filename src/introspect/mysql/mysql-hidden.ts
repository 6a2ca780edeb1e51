import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { placeKey, type CatalogIndex } from "./catalog-index.js";
import type { CatalogRows } from "./catalog-rows.js";
import { brokenReason } from "./mysql-view.js";
import { mainSchema } from "./schema-names.js";

/** Notes of what there is and the server does not show to the connecting user. */
export function toHiddenDiagnostics(rows: CatalogRows, index: CatalogIndex): readonly Diagnostic[] {
  return [
    ...rows.tables.flatMap((row) => {
      const subject = `${index.schemaName(row.schema)}.${row.table}`;
      const view = index.views.get(placeKey(row));
      const isHidden = view !== undefined && (view.definition ?? "") === "" && brokenReason(row, index) === null;
      return isHidden ? [hidden(subject, "its query", "SHOW VIEW on it")] : [];
    }),
    ...(rows.problemsRefusal === null ? [] : [diagnostic("TW1023", mainSchema, { reason: rows.problemsRefusal })]),
    ...toUnreadSequences(rows, index),
    ...rows.schemas.flatMap(({ name }) => toSchemaNotes(name, rows, index)),
  ];
}

function toUnreadSequences(rows: CatalogRows, index: CatalogIndex): readonly Diagnostic[] {
  const read = new Set(rows.sequences.map((row) => placeKey({ schema: row.schema, table: row.name })));
  return rows.tables
    .filter((row) => row.tableType === "SEQUENCE" && !read.has(placeKey(row)))
    .map((row) => hidden(`${index.schemaName(row.schema)}.${row.table}`, "what this sequence counts", "SELECT on it"));
}

/**
 * MariaDB 10.11 tells what foreign keys do to nobody who may only select, and the checks of a database, which tell its JSON columns, to nobody who has
 * privileges on single tables only.
 */
function toSchemaNotes(schema: string, rows: CatalogRows, index: CatalogIndex): readonly Diagnostic[] {
  if (index.server.engine !== "mariadb") return [];
  const inSchema = (row: { readonly schema: string }): boolean => row.schema === schema;
  const subject = index.schemaName(schema);
  const hasForeignKeys = rows.foreignKeyColumns.some(inSchema) && !rows.foreignKeys.some(inSchema);
  const hasChecks = rows.checks.some(inSchema) || index.grants.onSchema(schema);
  return [
    ...(hasForeignKeys
      ? [hidden(subject, "what its foreign keys do on update and delete", "REFERENCES on the database")]
      : []),
    ...(hasChecks ? [] : [hidden(subject, "its checks, and which of its columns are JSON", "SELECT on the database")]),
  ];
}

function hidden(subject: string, what: string, privilege: string): Diagnostic {
  return diagnostic("TW1015", subject, { what, privilege });
}
