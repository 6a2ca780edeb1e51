import type { ColumnRef } from "../../model/column-ref.js";
import type { SequenceModel } from "../../model/database-model.js";
import type { SequenceRow } from "./postgresql-rows.js";

export function toSequence(row: SequenceRow): SequenceModel {
  return {
    schema: row.schema,
    name: row.name,
    databaseType: row.type,
    start: row.start,
    increment: row.increment,
    min: row.min,
    max: row.max,
    cache: row.cache,
    cycle: row.cycle,
    ownedBy: toOwner(row),
    comment: row.comment,
  };
}

function toOwner(row: SequenceRow): ColumnRef | null {
  const { owner_schema: schema, owner_table: table, owner_column: column } = row;
  return schema === null || table === null || column === null ? null : { schema, table, column };
}
