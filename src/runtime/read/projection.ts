import { columnsOf, type ColumnSql, type TableSql } from "../build-sql/table-sql.js";
import { isKnownCodec } from "../build-sql/value-kind.js";
import { CodecError } from "../errors/codec-error.js";
import type { PrepareOptions, Row } from "../executor.js";

/** What a statement selects from a table and what becomes of a row. */
export interface Projection {
  readonly table: TableSql;
  /** In the order of the select list; the first ones make the result, the others serve relations and cursors. */
  readonly columns: readonly ColumnSql[];
  /** Makes the result of a row. */
  readonly read: (row: Row) => object;
  /** Whether 64-bit integers must arrive as bigint. */
  readonly wide: boolean;
  /** Whether timestamps may arrive as milliseconds: see `PrepareOptions.instants`. */
  readonly instants: boolean;
}

/** All columns, read as the entity. */
export function wholeProjection(table: TableSql): Projection {
  let projection = whole.get(table);
  if (projection === undefined) {
    const read = (row: Row): object => readWhole(table, row);
    projection = { table, columns: table.columns, read, ...formOf(table.columns) };
    whole.set(table, projection);
  }
  return projection;
}

const whole = new WeakMap<TableSql, Projection>();

/** The selected columns, or all of them; and `hidden` ones where they are not selected anyway. */
export function toProjection(
  table: TableSql,
  select: readonly PropertyKey[] | undefined,
  hidden: readonly ColumnSql[],
): Projection {
  if (select === undefined) return wholeProjection(table);
  const selected = [...new Set(columnsOf(table, select, "selecting"))];
  const columns = [...new Set([...selected, ...hidden])];
  return { table, columns, read: (row) => readSelected(table, selected, row), ...formOf(columns) };
}

/** How a statement is prepared whose rows are found again by the driver values of some columns, if any. */
export function prepareOptions({ table, wide, instants }: Projection, keys: readonly ColumnSql[]): PrepareOptions {
  return { table: table.meta, wide, instants: instants && !keys.some(({ codec }) => isTimestamp(codec.name)) };
}

/** Where a column stands in the rows of a projection. */
export function positionOf(projection: Projection, column: ColumnSql): number {
  return projection.columns.indexOf(column);
}

function formOf(columns: readonly ColumnSql[]): Pick<Projection, "wide" | "instants"> {
  return {
    wide: columns.some((column) => column.codec.wide),
    instants: columns.every(takesInstants),
  };
}

/** Codecs that take milliseconds for a timestamp; what one of the user's takes is not known. */
function takesInstants({ codec }: ColumnSql): boolean {
  return !isTimestamp(codec.name)
    ? isKnownCodec(codec.name) && codec.name !== "unknown"
    : !codec.name.endsWith("String");
}

function isTimestamp(codec: string): boolean {
  return codec.startsWith("timestamp");
}

function readWhole(table: TableSql, row: Row): object {
  try {
    return table.meta.read(row);
  } catch (error) {
    // The mapper of generated code does not say where it was; this does, off the fast path.
    if (error instanceof CodecError) readSelected(table, table.columns, row);
    throw error;
  }
}

function readSelected(table: TableSql, columns: readonly ColumnSql[], row: Row): object {
  const result: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const value = row[index];
    result[column.property] = value === null ? null : readValue(table, column, value);
  });
  return result;
}

function readValue(table: TableSql, column: ColumnSql, value: unknown): unknown {
  try {
    return column.codec.read(value);
  } catch (error) {
    throw error instanceof CodecError ? error.at({ table: table.meta.name, property: column.property }) : error;
  }
}
