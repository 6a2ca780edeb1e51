import { diagnostic } from "../../diagnostics.js";
import type { ColumnModel, TableModel, ViewModel } from "../../model/table-model.js";
import { relationKey, type SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteColumnType } from "./sqlite-column-type.js";
import type { ColumnRow, OriginRow } from "./sqlite-rows.js";
import { reportUnreadable, type TableContext } from "./sqlite-table.js";
import { toSqliteTrigger } from "./sqlite-trigger.js";

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
    columns: relation.columns.map((row, place) => toColumn(row, relation.origins[place], { relation, context })),
    definition: relation.sql,
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

function toColumn(
  row: ColumnRow,
  origin: OriginRow | undefined,
  { relation, context }: ViewColumnContext,
): ColumnModel {
  const base = findBase(row, origin, context);
  const type = base?.type ?? toSqliteColumnType(row.type);
  if (type.kind === "unsupported") {
    const subject = `${relation.schema}.${relation.name}.${row.name}`;
    context.diagnostics.push(diagnostic("TW1001", subject, { type: row.type }));
  }
  return {
    name: row.name,
    type,
    databaseType: base?.databaseType ?? row.type,
    nullable: true,
    nullability: "unknown",
    default: { kind: "none" },
    generated: null,
    identity: null,
    collation: base?.collation ?? null,
    hidden: false,
    comment: null,
  };
}

/** The base column that the view's column shows unchanged; undefined for a computed one. */
function findBase(row: ColumnRow, origin: OriginRow | undefined, context: ViewContext): ColumnModel | undefined {
  if (origin === undefined || origin.schema === null || origin.table === null) return undefined;
  // In a UNION the origin is that of one arm only; the catalog's own type says then what all arms have in common.
  if ((origin.type ?? "") !== row.type) return undefined;
  const table = context.tables.get(relationKey(origin.schema, origin.table));
  return table?.columns.find((column) => column.name === origin.column);
}
