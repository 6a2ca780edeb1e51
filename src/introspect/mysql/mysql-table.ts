import { groupBy } from "../../lang/group-by.js";
import type { ColumnModel, EngineExtra, ForeignKeyModel, TableModel } from "../../model/table-model.js";
import { placeKey, type CatalogIndex } from "./catalog-index.js";
import { toCheck } from "./mysql-check.js";
import { toTableColumns } from "./mysql-column.js";
import { toExtra } from "./mysql-extra.js";
import { toForeignKey } from "./mysql-foreign-key.js";
import { toIndex } from "./mysql-index.js";
import { primaryKeyName, toKey } from "./mysql-key.js";
import { toPartitioning, toSubpartitioning } from "./mysql-partitioning.js";
import { toPrivileges } from "./mysql-privileges.js";
import type { IndexRow, TableRow } from "./mysql-rows.js";
import { toTrigger } from "./mysql-trigger.js";

/** A base table. */
export function toTable(row: TableRow, index: CatalogIndex): TableModel {
  const key = placeKey(row);
  const columns = toTableColumns(row, index);
  const indexRows = visibleIndexes(index.indexes.get(key) ?? [], columns);
  const keys = indexRows.flatMap((parts) => toKey(parts) ?? []);
  const partitions = index.partitions.get(key) ?? [];
  const privileges = toPrivileges(row, index);
  return {
    schema: index.schemaName(row.schema),
    name: row.table,
    kind: partitions.length > 0 ? "partitioned" : foreignEngines.has(row.engine ?? "") ? "foreign" : "table",
    comment: row.comment === null || row.comment === "" ? null : row.comment,
    columns,
    primaryKey: keys.find(({ name }) => name === primaryKeyName) ?? null,
    uniqueKeys: keys.filter(({ name }) => name !== primaryKeyName),
    foreignKeys: toForeignKeys(row, index, columns),
    checks: (index.checks.get(key) ?? []).map((check) => toCheck(check, { columns, index })),
    exclusions: [],
    indexes: indexRows.flatMap((parts) => toIndex(parts, index)),
    triggers: (index.triggers.get(key) ?? []).map((trigger) => toTrigger(trigger, index)),
    policies: [],
    partitioning: toPartitioning(partitions, index),
    inherits: [],
    ...(privileges === null ? {} : { privileges }),
    extra: toTableExtra(row, toSubpartitioning(partitions), index),
  };
}

/** Engines whose rows are on another server. */
const foreignEngines: ReadonlySet<string> = new Set(["FEDERATED", "CONNECT", "SPIDER", "OQGRAPH", "S3"]);

/** A user who may see some columns only sees no index over others, but may see its name. */
function visibleIndexes(rows: readonly IndexRow[], columns: readonly ColumnModel[]): readonly (readonly IndexRow[])[] {
  const known = new Set(columns.map((column) => column.name));
  return [...groupBy(rows, (row) => row.name).values()].filter((parts) =>
    parts.every(({ column, expression }) => (column === null ? expression !== null : known.has(column))),
  );
}

function toForeignKeys(
  row: TableRow,
  index: CatalogIndex,
  columns: readonly ColumnModel[],
): readonly ForeignKeyModel[] {
  const rows = index.foreignKeyColumns.get(placeKey(row)) ?? [];
  if (rows.length === 0) return [];
  const known = new Set(columns.map((column) => column.name));
  const rules = new Map((index.foreignKeys.get(placeKey(row)) ?? []).map((rule) => [rule.name, rule]));
  return [...groupBy(rows, (column) => column.name)]
    .filter(([, parts]) => parts.every((part) => known.has(part.column)))
    .flatMap(([name, parts]) => toForeignKey(parts, rules.get(name), index));
}

/** `createOptions` are those that were written; the engine's own choices of a row format and the like differ between versions. */
function toTableExtra(row: TableRow, subpartitioning: string | null, index: CatalogIndex): EngineExtra {
  const options = (row.createOptions ?? "").replace(/\bpartitioned\b/i, "").trim();
  return toExtra({
    engine: row.engine === "InnoDB" ? null : row.engine,
    createOptions: options === "" ? null : options,
    collation: row.collation === index.collationOf(row.schema) ? null : row.collation,
    systemVersioned: row.tableType === "SYSTEM VERSIONED",
    subpartitioning,
  });
}
