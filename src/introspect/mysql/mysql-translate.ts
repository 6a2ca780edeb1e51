import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { modelVersion, type DatabaseModel } from "../../model/database-model.js";
import { placeKey, toCatalogIndex, type CatalogIndex } from "./catalog-index.js";
import type { CatalogRows } from "./catalog-rows.js";
import { toColumnDiagnostics } from "./mysql-column.js";
import { toEvent } from "./mysql-event.js";
import { toExtra } from "./mysql-extra.js";
import { isRoutine, toPackageDiagnostics, toPackageNames } from "./mysql-package.js";
import { toRoutine } from "./mysql-routine.js";
import { toSequence } from "./mysql-sequence.js";
import { toTable } from "./mysql-table.js";
import { brokenReason, toView } from "./mysql-view.js";
import { withViewFacts } from "./mysql-view-facts.js";
import { toHiddenDiagnostics } from "./mysql-hidden.js";
import { mainSchema } from "./schema-names.js";

/** Translates the rows of one reading into the model, with a diagnostic for what cannot be read or is not known. */
export function toReading(rows: CatalogRows): {
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
} {
  const index = toCatalogIndex(rows);
  const sequences = new Map(rows.tables.map((row) => [placeKey(row), row]));
  const events = rows.events.map((row) => toEvent(row, index));
  const tables = rows.tables.filter((row) => isTable(row.tableType)).map((row) => toTable(row, index));
  const views = rows.tables.filter((row) => row.tableType === "VIEW").map((row) => toView(row, index));
  const model: DatabaseModel = {
    modelVersion,
    engine: rows.server.engine,
    defaultSchema: mainSchema,
    schemas: rows.schemas.map(({ name, comment }) => ({ name: index.schemaName(name), comment })),
    tables,
    views: withViewFacts(views, tables, rows.server.database),
    enums: [],
    domains: [],
    composites: [],
    ranges: [],
    sequences: rows.sequences.map((row) =>
      toSequence(row, sequences.get(placeKey({ schema: row.schema, table: row.name })), index),
    ),
    routines: rows.routines.filter(isRoutine).map((row) => toRoutine(row, index)),
    ...(events.length === 0 ? {} : { events }),
    extra: toExtra({
      collation: index.collationOf(rows.server.database),
      packages: toPackageNames(rows.routines, index),
    }),
  };
  return { model, diagnostics: toDiagnostics(rows, model, index) };
}

function isTable(tableType: string): boolean {
  return tableType === "BASE TABLE" || tableType === "SYSTEM VERSIONED";
}

function toDiagnostics(rows: CatalogRows, model: DatabaseModel, index: CatalogIndex): readonly Diagnostic[] {
  const broken = rows.tables.flatMap((row) => {
    const reason = brokenReason(row, index);
    return reason === null ? [] : [diagnostic("TW1010", `${index.schemaName(row.schema)}.${row.table}`, { reason })];
  });
  const relations = [...model.tables, ...model.views];
  return [
    ...broken,
    ...relations.flatMap((relation) => toColumnDiagnostics(relation, relation.columns)),
    ...toPackageDiagnostics(rows.routines, index),
    ...toHiddenDiagnostics(rows, index),
  ];
}
