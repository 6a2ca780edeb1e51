import { diagnostic } from "../../diagnostics.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ColumnModel, TableModel, ViewModel } from "../../model/table-model.js";
import { relationKey, type SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import { typeExpression } from "./sqlite-expression-type.js";
import type { ColumnRow, OriginRow } from "./sqlite-rows.js";
import { reportUnreadable, type TableContext } from "./sqlite-table.js";
import { toSqliteTrigger } from "./sqlite-trigger.js";
import { joinTypes, type ExpressionType } from "./sqlite-type-join.js";
import type { SqliteViewArm } from "./sqlite-view-arm.js";

/** What a view's translation needs beside its own rows. */
export interface ViewContext extends TableContext {
  /** The tables already translated, by `relationKey`. */
  readonly tables: ReadonlyMap<string, TableModel>;
}

/** The model of a view; one that the engine cannot prepare has no columns and is reported. */
export function toSqliteView(relation: SqliteRelation, context: ViewContext): ViewModel {
  reportUnreadable(relation, context);
  const triggers = relation.triggers.map(toSqliteTrigger);
  return {
    schema: relation.schema,
    name: relation.name,
    kind: "view",
    comment: null,
    columns: relation.columns.map((row, place) => toColumn(row, place, { relation, context })),
    definition: relation.sql,
    // A view takes writes where a trigger stands in for them: https://sqlite.org/lang_createtrigger.html#instead_of_triggers
    updatable: triggers.some((trigger) => trigger.timing === "insteadOf"),
    indexes: [],
    triggers,
    extra: {},
  };
}

interface ViewColumnContext {
  readonly relation: SqliteRelation;
  readonly context: ViewContext;
}

function toColumn(row: ColumnRow, place: number, { relation, context }: ViewColumnContext): ColumnModel {
  const typed = typeInArms(place, { relation, context });
  const base = relation.arms.length === 1 ? findBase(relation.arms[0]?.columns[place]?.origin, context) : undefined;
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

/** The type and nullability that all SELECTs of the view agree on; null where they are not known. */
function typeInArms(place: number, { relation, context }: ViewColumnContext): ExpressionType | null {
  if (relation.arms.length === 0) return null;
  return joinTypes(relation.arms.map((arm) => typeInArm(arm, place, context)));
}

function typeInArm(arm: SqliteViewArm, place: number, context: ViewContext): ExpressionType | null {
  const column = arm.columns[place];
  if (column === undefined) return null;
  if (column.origin.table !== null) return typeOfOrigin(column.origin, arm, context);
  if (column.expression === null) return null;
  return typeExpression(column.expression, (sql) => typeOfOrigin(arm.operands.get(sql), arm, context));
}

function typeOfOrigin(origin: OriginRow | undefined, arm: SqliteViewArm, context: ViewContext): ExpressionType | null {
  const base = findBase(origin, context);
  if (base !== undefined) return { type: base.type, nullable: base.nullable || !isAlwaysThere(origin, arm, context) };
  // The rowid has no column in the model.
  return !origin?.type ? null : { type: toSqliteColumnType(origin.type), nullable: true };
}

/** The base column that is shown unchanged; undefined for a computed one. */
function findBase(origin: OriginRow | undefined, context: ViewContext): ColumnModel | undefined {
  if (origin === undefined || origin.schema === null || origin.table === null) return undefined;
  const table = context.tables.get(relationKey(origin.schema, origin.table));
  return table?.columns.find((column) => column.name === origin.column);
}

/** Whether each result row holds a row of the base table: it has to stand in the FROM clause itself, beside tables only. */
function isAlwaysThere(origin: OriginRow | undefined, arm: SqliteViewArm, context: ViewContext): boolean {
  if (!origin || origin.schema === null || origin.table === null || arm.sources === null) return false;
  const { schema } = origin;
  const keys = arm.sources.map((source) => relationKey(schema, source));
  const hasView = keys.some((key) => context.relations.get(key)?.kind === "view");
  return !hasView && keys.includes(relationKey(schema, origin.table));
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
