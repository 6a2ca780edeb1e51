import { diagnostic, type DatabaseModel, type Diagnostic, type SequenceModel, type ViewModel } from "tablewright";
import type { FindEnum } from "./duckdb-column-type.js";
import type { ColumnRow, DuckdbCatalog, EnumRow, SequenceRow, ViewRow } from "./duckdb-rows.js";
import { toColumn, toTable } from "./duckdb-table.js";

export interface DuckdbReading {
  readonly model: DatabaseModel;
  readonly diagnostics: readonly Diagnostic[];
}

/** The model of what was read, and what nothing in it can stand for. */
export function toReading(catalog: DuckdbCatalog): DuckdbReading {
  const model = toModel(catalog);
  const unknown = [...model.tables, ...model.views].flatMap(({ schema, name, columns }) =>
    columns
      .filter(({ type }) => type.kind === "unsupported")
      .map((column) => diagnostic("TW1001", `${schema}.${name}.${column.name}`, { type: column.databaseType })),
  );
  const empty = model.views
    .filter(({ columns }) => columns.length === 0)
    .map(({ schema, name }) =>
      diagnostic("TW1010", `${schema}.${name}`, { reason: "the catalog lists no columns of it" }),
    );
  return { model, diagnostics: [...unknown, ...empty] };
}

function toModel(catalog: DuckdbCatalog): DatabaseModel {
  const columns = byRelation(catalog.columns);
  const constraints = byRelation(catalog.constraints);
  const indexes = byRelation(catalog.indexes);
  return {
    modelVersion: 1,
    engine: "duckdb",
    defaultSchema: catalog.defaultSchema,
    schemas: catalog.schemas.map(({ schema, comment }) => ({ name: schema, comment })),
    tables: catalog.tables.map((table) =>
      toTable(table, {
        columns: columns(table),
        constraints: constraints(table),
        indexes: indexes(table),
        findEnum: enumFinder(catalog.enums, table.schema),
      }),
    ),
    views: catalog.views.map((view) => toView(view, columns(view), enumFinder(catalog.enums, view.schema))),
    enums: catalog.enums.map(({ schema, name, values, comment }) => ({ schema, name, values, comment })),
    domains: [],
    composites: [],
    ranges: [],
    sequences: catalog.sequences.map(toSequence),
    routines: [],
    // Their parameters have no types, so that no method could be made of them.
    extra: catalog.macros.length === 0 ? {} : { macros: catalog.macros.map(({ signature }) => signature) },
  };
}

/** Nothing can be written through a view: https://duckdb.org/docs/stable/sql/statements/create_view */
function toView({ schema, name, comment, sql }: ViewRow, columns: readonly ColumnRow[], findEnum: FindEnum): ViewModel {
  return {
    schema,
    name,
    kind: "view",
    comment,
    columns: columns.map((column) => toColumn(column, findEnum, false, true)),
    definition: sql,
    updatable: false,
    indexes: [],
    triggers: [],
    extra: {},
  };
}

function toSequence({ schema, name, start, increment, min, max, cycle, comment }: SequenceRow): SequenceModel {
  return {
    schema,
    name,
    databaseType: "BIGINT",
    start,
    increment,
    min,
    max,
    cache: "1",
    cycle,
    ownedBy: null,
    comment,
  };
}

/** Of several enums with the same labels that of the relation's own schema, or else none: which one is meant, nothing tells. */
function enumFinder(enums: readonly EnumRow[], schema: string): FindEnum {
  return (labels) => {
    const same = enums.filter(
      ({ values }) => values.length === labels.length && values.every((value, at) => value === labels[at]),
    );
    const own = same.filter((one) => one.schema === schema);
    const candidates = own.length > 0 ? own : same;
    return candidates.length === 1 ? candidates[0] : undefined;
  };
}

function byRelation<Row extends { readonly schema: string; readonly table: string }>(
  rows: readonly Row[],
): (relation: { readonly schema: string; readonly name: string }) => readonly Row[] {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.schema, row.table]);
    map.set(key, [...(map.get(key) ?? []), row]);
  }
  return ({ schema, name }) => map.get(JSON.stringify([schema, name])) ?? [];
}
