import type { ObjectCounts } from "../../model/object-counts.js";
import type { SqliteCatalog } from "./sqlite-catalog.js";

/** How many objects the rows of a catalog stand for. Checks have no rows: they are in the text of a table only. */
export function toSqliteCounts({ relations }: SqliteCatalog): ObjectCounts {
  const shown = relations.filter(({ kind }) => kind !== "shadow");
  const tables = shown.filter(({ kind }) => kind !== "view");
  const indexes = tables.flatMap((table) => table.indexes);
  return {
    tables: tables.length,
    views: shown.length - tables.length,
    columns: shown.reduce((sum, { columns }) => sum + columns.length, 0),
    primaryKeys: tables.filter(({ columns }) => columns.some(({ keyPlace }) => keyPlace > 0)).length,
    uniqueKeys: indexes.filter(({ origin }) => origin === "u").length,
    foreignKeys: tables.reduce((sum, { foreignKeys }) => sum + new Set(foreignKeys.map(({ id }) => id)).size, 0),
    indexes: indexes.length,
    triggers: shown.reduce((sum, { triggers }) => sum + triggers.length, 0),
  };
}
