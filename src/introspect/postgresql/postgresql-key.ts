import type { Deferrable, KeyModel } from "../../model/table-model.js";
import type { ConstraintRow, IndexRow } from "./postgresql-rows.js";

/** A primary or unique key; one of the table's `indexes` holds it. */
export function toKey(row: ConstraintRow, columnNames: ColumnNames, indexes: readonly IndexRow[]): KeyModel {
  return {
    name: row.name,
    columns: toNames(row.columns, columnNames),
    nullsNotDistinct: indexes.some((index) => index.oid === row.index && index.nulls_not_distinct),
    deferrable: toDeferrable(row),
    comment: row.comment,
  };
}

/** The columns of a table by their positions, which have gaps where columns were dropped. */
export type ColumnNames = ReadonlyMap<number, string>;

/** The names of columns given by their positions. */
export function toNames(positions: readonly number[] | null, columnNames: ColumnNames): readonly string[] {
  return (positions ?? []).map((position) => columnNames.get(position)).filter((name) => name !== undefined);
}

export function toDeferrable(row: ConstraintRow): Deferrable {
  if (!row.condeferrable) return "no";
  return row.condeferred ? "initiallyDeferred" : "initiallyImmediate";
}
