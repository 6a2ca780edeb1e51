import type { TableSql } from "../build-sql/table-sql.js";
import type { Row } from "../executor.js";
import type { ColumnSet } from "./column-sets.js";
import { toRereadKey } from "./reread-key.js";
import { rowsOfKeys } from "./reread-rows.js";

/** Rows that were sent by one statement. */
export interface SentRows {
  readonly table: TableSql;
  readonly set: ColumnSet;
  /** For each row the driver values of the set's columns. */
  readonly values: readonly (readonly unknown[])[];
}

/**
 * Rows that an insertion gave back in any order, in the order in which they were sent: by the key that was sent, or else by the numbers that the table's
 * counter gave, which rise in that order.
 */
export function restoreOrder({ table, set, values }: SentRows, rows: readonly Row[]): readonly Row[] {
  const { columns, counted } = toRereadKey(table, set);
  if (counted !== null) return [...rows].sort((a, b) => compareNumbers(a[counted.position], b[counted.position]));
  const positions = columns.map((column) => set.columns.indexOf(column));
  const keys = values.map((row) => positions.map((position) => row[position]));
  return rowsOfKeys({ table, columns, keys }, rows);
}

function compareNumbers(a: unknown, b: unknown): number {
  const difference = BigInt(String(a)) - BigInt(String(b));
  return difference < 0n ? -1 : Number(difference > 0n);
}
