import type { ObjectCounts } from "../../model/object-counts.js";
import { placeKey } from "./catalog-index.js";
import type { CatalogRows } from "./catalog-rows.js";
import { primaryKeyName } from "./mysql-key.js";
import { isRoutine } from "./mysql-package.js";
import type { RelationPlace } from "./mysql-rows.js";

/** How many objects the rows of a catalog stand for. */
export function toMysqlCounts(rows: CatalogRows): ObjectCounts {
  const relations = rows.tables.filter(({ tableType }) => tableType !== "SEQUENCE");
  const shown = new Set(relations.map(placeKey));
  const views = relations.filter(({ tableType }) => tableType === "VIEW").length;
  const unique = rows.indexes.filter(({ nonUnique }) => Number(nonUnique) === 0);
  return {
    tables: relations.length - views,
    views,
    columns: rows.columns.filter((row) => shown.has(placeKey(row))).length,
    primaryKeys: countNames(unique.filter(({ name }) => name === primaryKeyName)),
    uniqueKeys: countNames(unique.filter(({ name }) => name !== primaryKeyName)),
    foreignKeys: countNames(rows.foreignKeyColumns),
    checks: rows.checks.length,
    indexes: countNames(rows.indexes),
    sequences: rows.tables.length - relations.length,
    routines: rows.routines.filter(isRoutine).length,
    triggers: rows.triggers.length,
    events: rows.events.length,
  };
}

/** Rows that differ in their table or their name. */
function countNames(rows: readonly (RelationPlace & { readonly name: string })[]): number {
  return new Set(rows.map((row) => JSON.stringify([placeKey(row), row.name]))).size;
}
