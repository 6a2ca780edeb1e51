import type { EngineExtra } from "../../model/table-model.js";
import type { ColumnRow, RelationRow } from "./postgresql-rows.js";

/** Where the rows of a foreign table come from: nothing for any other table. Of its options those are given that are known to hold no secret. */
export function toForeignExtra(relation: RelationRow, columns: readonly ColumnRow[]): EngineExtra {
  if (relation.server === null) return {};
  return {
    server: relation.server,
    wrapper: relation.wrapper,
    options: toOpenOptions(relation.options),
    columnOptions: columns.flatMap(({ name, options }) => toOpenOptions(options).map((option) => `${name}: ${option}`)),
  };
}

/** Each stands as `name=value`. A value that could be an address with a password in it is left out, too. */
function toOpenOptions(options: readonly string[] | null): readonly string[] {
  return (options ?? []).filter((option) => openNames.has(option.split("=", 1).join("")) && !/:\/\/|@/.test(option));
}

/**
 * Options of https://www.postgresql.org/docs/current/postgres-fdw.html and https://www.postgresql.org/docs/current/file-fdw.html. The program that a file
 * comes from is not among them, as a command may hold a password.
 */
const openNames: ReadonlySet<string> = new Set([
  "analyze_sampling",
  "async_capable",
  "batch_size",
  "column_name",
  "delimiter",
  "encoding",
  "escape",
  "fetch_size",
  "filename",
  "force_not_null",
  "force_null",
  "format",
  "header",
  "null",
  "quote",
  "schema_name",
  "table_name",
  "truncatable",
  "updatable",
  "use_remote_estimate",
]);
