import { diagnostic } from "../../diagnostics.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ColumnModel, ViewKeyModel, ViewModel, ViewOriginModel } from "../../model/table-model.js";
import { toSmallestKeys } from "../smallest-keys.js";
import type { SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import type { ColumnRow, OriginRow } from "./sqlite-rows.js";
import { reportUnreadable, type TableContext } from "./sqlite-table.js";
import { toSqliteTrigger } from "./sqlite-trigger.js";
import type { SqliteViewTypes } from "./sqlite-view-types.js";

/** What a view's translation needs beside its own rows. */
export interface ViewContext extends TableContext {
  readonly types: SqliteViewTypes;
}

/** The model of a view; one that the engine cannot prepare has no columns and is reported. */
export function toSqliteView(relation: SqliteRelation, context: ViewContext): ViewModel {
  reportUnreadable(relation, context);
  const triggers = relation.triggers.map(toSqliteTrigger);
  // A view takes writes where a trigger stands in for them: https://sqlite.org/lang_createtrigger.html#instead_of_triggers
  const events = new Set(triggers.flatMap((trigger) => (trigger.timing === "insteadOf" ? trigger.events : [])));
  const writes = allWrites.filter((write) => events.has(write));
  const columns = relation.columns.map((row, place) => toColumn(row, place, { relation, context }));
  const origins = toOrigins(relation, { context, writable: events.has("insert") || events.has("update") });
  const keys = toKeys(relation, columns, context);
  return {
    schema: relation.schema,
    name: relation.name,
    kind: "view",
    comment: null,
    columns,
    definition: relation.sql,
    updatable: writes.length === allWrites.length,
    ...(writes.length === 0 || writes.length === allWrites.length ? {} : { writes }),
    ...(keys.length === 0 ? {} : { keys }),
    ...(origins.length === 0 ? {} : { origins }),
    indexes: [],
    triggers,
    extra: {},
  };
}

const allWrites = ["insert", "update", "delete"] as const;

/** Where the engine says that a column is one of a table's; of several SELECTs it speaks of the first one alone. */
function toOrigins(
  { arms, columns }: SqliteRelation,
  { context, writable }: { readonly context: ViewContext; readonly writable: boolean },
): readonly ViewOriginModel[] {
  const [arm, ...others] = arms;
  if (arm === undefined || others.length > 0) return [];
  return columns.flatMap(({ name }, place) => {
    const { schema, table, column } = arm.columns[place]?.origin ?? noOrigin;
    if (schema === null || table === null || column === null) return [];
    const isKnown = context.types.findBase({ ...noOrigin, schema, table, column }) !== undefined;
    return isKnown ? [{ column: name, from: { schema, table, column }, writable }] : [];
  });
}

const noOrigin: OriginRow = { name: "", schema: null, table: null, column: null, type: null };

/** The keys of the one table that the view reads, where it shows all columns of one and none of them is null. */
function toKeys(
  { schema, arms, columns: rows }: SqliteRelation,
  columns: readonly ColumnModel[],
  { types }: ViewContext,
): readonly ViewKeyModel[] {
  const [arm, ...others] = arms;
  if (arm === undefined || others.length > 0 || !arm.plain) return [];
  const table = types.findTable(schema, arm.sources ?? []);
  if (table === undefined) return [];
  const shown = new Map<string, string>();
  for (const [place, { name }] of rows.entries()) {
    const origin = arm.columns[place]?.origin;
    const isOwn = origin?.table === table.name && columns[place]?.nullable === false;
    if (isOwn && origin.column !== null) shown.set(origin.column, name);
  }
  const keys = [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.uniqueKeys];
  const proved = keys.filter((key) => key.columns.every((column) => shown.has(column)));
  return toSmallestKeys(proved.map((key) => key.columns.flatMap((column) => shown.get(column) ?? [])));
}

interface ViewColumnContext {
  readonly relation: SqliteRelation;
  readonly context: ViewContext;
}

function toColumn(row: ColumnRow, place: number, { relation, context }: ViewColumnContext): ColumnModel {
  const typed = context.types.typesOf(relation)[place];
  const base =
    relation.arms.length === 1 ? context.types.findBase(relation.arms[0]?.columns[place]?.origin) : undefined;
  const type = typed?.type ?? declaredType(row);
  if (type.kind === "unsupported") reportType(row, base, { relation, context });
  const nullable = typed?.nullable ?? true;
  return {
    name: row.name,
    type,
    databaseType: base?.databaseType ?? row.type,
    nullable,
    nullability: nullable ? "unknown" : "proved",
    default: { kind: "none" },
    generated: null,
    identity: null,
    collation: base?.collation ?? null,
    hidden: false,
    comment: null,
  };
}

const standardTypes: ReadonlySet<string> = new Set(["INT", "INTEGER", "REAL", "TEXT"]);

/** A computed column of a view has at most an affinity: `NUM` and `BLOB` stand for values of any type. */
function declaredType(row: ColumnRow): ColumnType {
  return standardTypes.has(row.type) ? toSqliteColumnType(row.type) : { kind: "unsupported" };
}

function reportType(row: ColumnRow, base: ColumnModel | undefined, { relation, context }: ViewColumnContext): void {
  const subject = `${relation.schema}.${relation.name}.${row.name}`;
  const report =
    base === undefined ? diagnostic("TW1013", subject, {}) : diagnostic("TW1001", subject, { type: base.databaseType });
  context.diagnostics.push(report);
}
