import { diagnostic } from "../../diagnostics.js";
import type { ColumnType } from "../../model/column-type.js";
import type { ColumnModel, ViewModel } from "../../model/table-model.js";
import type { SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import type { ColumnRow } from "./sqlite-rows.js";
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
