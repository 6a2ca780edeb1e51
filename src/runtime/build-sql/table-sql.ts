import type { Codec } from "../codec.js";
import type { Dialect, Returning } from "../dialect/dialect.js";
import { InvalidQueryError } from "../errors/query-errors.js";
import type { ColumnMeta, TableMeta } from "../table-meta.js";
import { toValueKind, type ValueKind } from "./value-kind.js";

/** A column as statements need it. */
export interface ColumnSql {
  readonly property: string;
  /** The column's quoted name. */
  readonly name: string;
  readonly meta: ColumnMeta;
  readonly codec: Codec;
  readonly kind: ValueKind;
  readonly nullable: boolean;
  /** Its place in the table's columns and so in a whole row. */
  readonly position: number;
}

/** A table as one engine's statements need it, worked out once. */
export interface TableSql {
  readonly meta: TableMeta;
  readonly dialect: Dialect;
  /** The quoted name, with its schema. */
  readonly name: string;
  readonly columns: readonly ColumnSql[];
  readonly byProperty: ReadonlyMap<string, ColumnSql>;
  /** Columns of the primary key, in key order; empty for a table without one. */
  readonly primaryKey: readonly ColumnSql[];
  /** Whether an insertion, or an update, gives its rows back. */
  readonly returning: Returning;
}

const known = new WeakMap<Dialect, WeakMap<TableMeta, TableSql>>();

/** What an engine's statements need of a table: the same object every time. */
export function toTableSql(meta: TableMeta, dialect: Dialect): TableSql {
  let tables = known.get(dialect);
  if (tables === undefined) known.set(dialect, (tables = new WeakMap()));
  let table = tables.get(meta);
  if (table === undefined) tables.set(meta, (table = makeTableSql(meta, dialect)));
  return table;
}

/** The columns of properties, in their order; a property that is no column is an `InvalidQueryError` which says what was being done. */
export function columnsOf(table: TableSql, properties: readonly PropertyKey[], doing: string): readonly ColumnSql[] {
  return properties.map((property) => columnOf(table, property, doing));
}

/** The column of a property; see `columnsOf`. */
export function columnOf(table: TableSql, property: PropertyKey, doing: string): ColumnSql {
  const column = table.byProperty.get(String(property));
  if (column === undefined) throw invalidQuery(table, `${doing} "${String(property)}": there is no such column`);
  return column;
}

/** An error in what a caller asked of a table. */
export function invalidQuery(table: TableSql, message: string): InvalidQueryError {
  return new InvalidQueryError(`${table.meta.name}: ${message}`, {
    schema: table.meta.schema ?? null,
    table: table.meta.name,
  });
}

function makeTableSql(meta: TableMeta, dialect: Dialect): TableSql {
  const columns = Object.entries(meta.columns).map(([property, column], position) => ({
    property,
    name: dialect.quote(column.column),
    meta: withType(column, dialect),
    codec: column.codec,
    kind: toValueKind(column.codec.name),
    nullable: column.nullable === true,
    position,
  }));
  const byProperty = new Map(columns.map((column) => [column.property, column]));
  const name =
    meta.schema === undefined ? dialect.quote(meta.name) : `${dialect.quote(meta.schema)}.${dialect.quote(meta.name)}`;
  const table = { meta, dialect, name, columns, byProperty, primaryKey: [], returning: returningOf(meta, dialect) };
  return { ...table, primaryKey: columnsOf(table, meta.keys?.["primaryKey"] ?? [], "reading the primary key") };
}

/** Triggers keep some engines from giving rows back. */
function returningOf({ triggered }: TableMeta, { writes }: Dialect): Returning {
  return triggered === true && !writes.returnsTriggered ? { insert: false, update: false } : writes.returning;
}

/** A column states the type to cast parameters to only where its codec does not tell. */
function withType(column: ColumnMeta, dialect: Dialect): ColumnMeta {
  const type = column.type ?? dialect.typeOf(column.codec.name);
  return type === undefined ? column : { ...column, type };
}
