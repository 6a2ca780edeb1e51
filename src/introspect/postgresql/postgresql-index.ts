import type { EngineExtra, IndexModel, IndexPart } from "../../model/table-model.js";
import { toExtra } from "./postgresql-extra.js";
import { toNames, type ColumnNames } from "./postgresql-key.js";
import type { ConstraintRow, IndexRow } from "./postgresql-rows.js";

/** The indexes of a table or of a materialized view, each with the constraint that it serves. */
export function toIndexes(
  rows: readonly IndexRow[],
  columnNames: ColumnNames,
  constraints: readonly ConstraintRow[],
): readonly IndexModel[] {
  // A foreign key names the index of the table that it points to.
  const served = new Map(constraints.filter((row) => row.contype !== "f").map((row) => [row.index, row.name]));
  return rows.map((row) => toIndex(row, columnNames, served.get(row.oid) ?? null));
}

function toIndex(row: IndexRow, columnNames: ColumnNames, constraint: string | null): IndexModel {
  const positions = toNumbers(row.columns);
  const options = toNumbers(row.options);
  return {
    name: row.name,
    unique: row.unique,
    method: row.method,
    parts: options.map((option, place) =>
      toPart(row, { place, option, column: columnNames.get(positions[place] ?? 0) }),
    ),
    include: toNames(positions.slice(row.key_length), columnNames),
    predicate: row.predicate,
    nullsNotDistinct: row.nulls_not_distinct,
    constraint,
    valid: row.valid,
    comment: row.comment,
    extra: toIndexExtra(row),
  };
}

interface PartPlace {
  readonly place: number;
  /** Bits: 1 descending, 2 nulls first (`pg_index.indoption`). */
  readonly option: number;
  readonly column: string | undefined;
}

function toPart(row: IndexRow, { place, option, column }: PartPlace): IndexPart {
  const odd = row.odd_places?.indexOf(place + 1) ?? -1;
  return {
    column: column ?? null,
    expression: row.expressions?.[place] ?? null,
    direction: (option & 1) === 0 ? "asc" : "desc",
    nulls: (option & 2) === 0 ? "last" : "first",
    operatorClass: row.operator_classes?.[odd] ?? null,
    collation: row.collations?.[odd] ?? null,
    prefixLength: null,
  };
}

function toIndexExtra(row: IndexRow): EngineExtra {
  return toExtra({
    reloptions: row.reloptions,
    tablespace: row.tablespace,
    indisclustered: row.clustered,
    indisreplident: row.replica_identity,
  });
}

/** An `int2vector` as text: numbers with blanks between them, empty for none. */
function toNumbers(vector: string): readonly number[] {
  return vector === "" ? [] : vector.split(" ").map(Number);
}
