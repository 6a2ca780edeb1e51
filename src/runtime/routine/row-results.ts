import type { Dialect } from "../dialect/dialect.js";
import { CodecError } from "../errors/codec-error.js";
import type { Row } from "../executor.js";
import type { ColumnMeta, TableMeta } from "../table-meta.js";
import type { TableTypes } from "../types/table-types.js";
import { readValue } from "./value-results.js";
import type { ReadRoutineResult } from "./routine-result.js";

/** A row of a table or view, or null. */
export function oneRow<T extends TableTypes>(table: TableMeta<T>): ReadRoutineResult<T["entity"] | null> {
  return {
    select: (call, dialect) => selectColumns(table, call, dialect),
    read: (rows, routine) => {
      const [row] = rows;
      return row === undefined || row.every((value) => value === null) ? null : readRow(table, row, routine);
    },
  };
}

/** A set of rows of a table or view. */
export function manyRows<T extends TableTypes>(table: TableMeta<T>): ReadRoutineResult<T["entity"][]> {
  return {
    select: (call, dialect) => selectColumns(table, call, dialect),
    read: (rows, routine) => rows.map((row) => readRow(table, row, routine)),
  };
}

/** By name: the function may give columns that the module leaves out. */
function selectColumns({ columns }: TableMeta, call: string, dialect: Dialect): string {
  const list = Object.values(columns).map(({ column }) => `t.${dialect.quote(column)}`);
  return `select ${list.join(", ")} from ${call} as t`;
}

/** A function is not held to the table's constraints: a column that cannot be null may be so in a row that it made up. */
function readRow<T extends TableTypes>(table: TableMeta<T>, row: Row, routine: string): T["entity"] {
  Object.entries(table.columns).forEach(([property, column], place) => {
    if (row[place] === null && column.nullable !== true) throw missingValue(column, { table: routine, property });
  });
  try {
    return table.read(row);
  } catch (error) {
    if (error instanceof CodecError) findCulprit(table, row, routine);
    throw error;
  }
}

/** The generated mapper does not say where it was: reads the values one by one to tell. */
function findCulprit({ columns }: TableMeta, row: Row, routine: string): void {
  Object.entries(columns).forEach(([property, { codec }], place) => readValue(codec, row[place], routine, property));
}

function missingValue({ codec }: ColumnMeta, place: { readonly table: string; readonly property: string }): CodecError {
  return new CodecError({ codec: codec.name, direction: "read", reason: "expected a value, got null", place });
}
