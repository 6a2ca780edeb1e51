import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { modelVersion, type DatabaseModel } from "../../model/database-model.js";
import type { EngineExtra } from "../../model/table-model.js";
import { toCatalogIndex } from "./catalog-index.js";
import type { CatalogRows } from "./catalog-rows.js";
import { toColumnDiagnostics } from "./postgresql-column.js";
import { isUnsupported } from "./postgresql-column-type.js";
import { toExtra } from "./postgresql-extra.js";
import { toOwnTypes } from "./postgresql-own-types.js";
import { toRoutine } from "./postgresql-routine.js";
import type { SessionRow } from "./postgresql-rows.js";
import { toSequence } from "./postgresql-sequence.js";
import { toTable } from "./postgresql-table.js";
import { toView } from "./postgresql-view.js";
import { toViewContext } from "./postgresql-view-context.js";

/** Translates the rows of one reading into the model, with a diagnostic for each type that is not known. */
export function toReading(rows: CatalogRows): {
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
} {
  const index = toCatalogIndex(rows);
  const relations = (...kinds: readonly string[]) => rows.relations.filter((row) => kinds.includes(row.relkind));
  const tables = new Map(relations("r", "p", "f").map((relation) => [relation.oid, toTable(relation, index)]));
  const context = toViewContext(rows, index, tables);
  const views = relations("v", "m").map((relation) => toView(relation, context));
  const routines = rows.routines.map((row) => toRoutine(row, index.types));
  const model: DatabaseModel = {
    modelVersion,
    engine: "postgresql",
    defaultSchema: "public",
    schemas: rows.schemas,
    tables: [...tables.values()],
    views,
    ...toOwnTypes(rows, index),
    sequences: rows.sequences.map(toSequence),
    routines,
    extra: toDatabaseExtra(rows.session),
  };
  return { model, diagnostics: toDiagnostics(model) };
}

function toDatabaseExtra({ extensions, event_triggers }: SessionRow): EngineExtra {
  return { extensions, ...toExtra({ eventTriggers: event_triggers }) };
}

function toDiagnostics(model: DatabaseModel): readonly Diagnostic[] {
  const relations = [...model.tables, ...model.views];
  const domains = model.domains.filter((domain) => isUnsupported(domain.type));
  return [
    ...relations.flatMap((relation) => toColumnDiagnostics(relation, relation.columns)),
    ...model.composites.flatMap((composite) => toColumnDiagnostics(composite, composite.fields)),
    ...domains.map(({ schema, name, databaseType }) =>
      diagnostic("TW1001", `${schema}.${name}`, { type: databaseType }),
    ),
  ];
}
