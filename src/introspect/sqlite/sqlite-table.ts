import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { foldAscii } from "../../lang/fold-ascii.js";
import type { ColumnType } from "../../model/column-type.js";
import type { CheckModel, EngineExtra, KeyModel, TableModel } from "../../model/table-model.js";
import { parseCreateTable, type TableSyntax } from "./parse/parse-create-table.js";
import { findKeyName } from "./find-key-name.js";
import { parseCreateVirtualTable } from "./parse/parse-create-virtual-table.js";
import type { SqliteRelation } from "./sqlite-catalog.js";
import { toSqliteCheck } from "./sqlite-check.js";
import { toSqliteColumn } from "./sqlite-column.js";
import { toSqliteForeignKeys } from "./sqlite-foreign-key.js";
import { toSqliteIndex } from "./sqlite-index.js";
import { toSqliteTrigger } from "./sqlite-trigger.js";

/** What a table's translation needs beside its own rows. */
export interface TableContext {
  /** All tables and views, by `relationKey`. */
  readonly relations: ReadonlyMap<string, SqliteRelation>;
  /** The type of a column outside a STRICT table, by its declared type. */
  readonly typeOf: (declared: string) => ColumnType;
  /** Takes what could not be understood. */
  readonly diagnostics: Diagnostic[];
}

/** Turns the rows of a table, ordinary or virtual, into its model. */
export function toSqliteTable(relation: SqliteRelation, context: TableContext): TableModel {
  const { schema, name } = relation;
  const syntax = relation.kind === "table" ? readSyntax(relation, context) : emptySyntax;
  const columnContext = { ...context, relation, syntax };
  reportUnreadable(relation, context);
  return {
    schema,
    name,
    kind: relation.kind === "virtual" ? "virtual" : "table",
    comment: null,
    columns: relation.columns.map((row, place) => toSqliteColumn(row, place, columnContext)),
    primaryKey: toPrimaryKey(relation, syntax),
    uniqueKeys: toUniqueKeys(relation, syntax),
    foreignKeys: toSqliteForeignKeys(relation, syntax.foreignKeys, context),
    checks: syntax.checks.map((check): CheckModel => toSqliteCheck(check, relation, syntax)),
    exclusions: [],
    indexes: relation.indexes.map((index) => toSqliteIndex(index, syntax)),
    triggers: relation.triggers.map(toSqliteTrigger),
    policies: [],
    partitioning: null,
    inherits: [],
    extra: toExtra(relation, syntax, context),
  };
}

/** Reports a view or virtual table that the engine itself cannot read. */
export function reportUnreadable(relation: SqliteRelation, context: TableContext): void {
  if (relation.failure === null) return;
  const subject = `${relation.schema}.${relation.name}`;
  context.diagnostics.push(diagnostic("TW1010", subject, { reason: relation.failure }));
}

const emptySyntax: TableSyntax = {
  columns: [],
  primaryKey: null,
  autoincrement: false,
  uniqueKeys: [],
  foreignKeys: [],
  checks: [],
  conflicts: [],
};

function readSyntax(relation: SqliteRelation, context: TableContext): TableSyntax {
  const syntax = parseCreateTable(relation.sql);
  const agrees =
    syntax.columns.length === relation.columns.length &&
    syntax.columns.every((column, place) => column.name === relation.columns[place]?.name);
  if (agrees) return syntax;
  context.diagnostics.push(diagnostic("TW1012", `${relation.schema}.${relation.name}`, {}));
  return emptySyntax;
}

function toPrimaryKey(relation: SqliteRelation, syntax: TableSyntax): KeyModel | null {
  const rows = relation.columns.filter((row) => row.keyPlace > 0);
  if (rows.length === 0) return null;
  const columns = rows.sort((left, right) => left.keyPlace - right.keyPlace).map((row) => row.name);
  return toKey(syntax.primaryKey?.name ?? null, columns);
}

function toUniqueKeys(relation: SqliteRelation, syntax: TableSyntax): readonly KeyModel[] {
  const indexes = relation.indexes.filter((index) => index.origin === "u");
  return indexes.map((index) => {
    const columns = index.parts.flatMap((part) => part.name ?? []);
    return toKey(findKeyName(syntax.uniqueKeys, columns), columns);
  });
}

function toKey(name: string | null, columns: readonly string[]): KeyModel {
  return { name, columns, nullsNotDistinct: false, deferrable: "no", comment: null };
}

function toExtra(relation: SqliteRelation, syntax: TableSyntax, context: TableContext): EngineExtra {
  return {
    ...(syntax.autoincrement ? { autoincrement: true } : {}),
    ...(syntax.conflicts.length > 0 ? { onConflict: syntax.conflicts } : {}),
    ...(relation.strict === 1 ? { strict: true } : {}),
    ...(relation.withoutRowid === 1 ? { withoutRowid: true } : {}),
    ...(relation.kind === "virtual" ? toVirtualExtra(relation, context) : {}),
  };
}

function toVirtualExtra(relation: SqliteRelation, context: TableContext): EngineExtra {
  const { module, arguments: moduleArguments } = parseCreateVirtualTable(relation.sql);
  const others = [...context.relations.values()].filter((other) => other.schema === relation.schema);
  const virtuals = others.filter((other) => other.kind === "virtual");
  const shadows = others.filter((other) => other.kind === "shadow" && ownerOf(other, virtuals) === relation);
  return { module, moduleArguments, shadowTables: shadows.map((shadow) => shadow.name) };
}

/** A shadow table is called after its virtual table, with an underscore and more behind it: the longest such name is the owner's. */
function ownerOf(shadow: SqliteRelation, virtuals: readonly SqliteRelation[]): SqliteRelation | undefined {
  const owners = virtuals.filter((virtual) => foldAscii(shadow.name).startsWith(foldAscii(`${virtual.name}_`)));
  return owners.sort((left, right) => right.name.length - left.name.length)[0];
}
