import type { SequenceModel } from "../../model/database-model.js";
import { placeKey, type CatalogIndex } from "./catalog-index.js";
import { toDatabaseType } from "./mysql-column-type.js";
import type { SequenceRow, TableRow } from "./mysql-rows.js";

/** A sequence of MariaDB; `table` is what it is among the tables. */
export function toSequence(row: SequenceRow, table: TableRow | undefined, index: CatalogIndex): SequenceModel {
  const columns = index.columns.get(placeKey({ schema: row.schema, table: row.name })) ?? [];
  const value = columns.find((column) => column.name === "start_value");
  return {
    schema: index.schemaName(row.schema),
    name: row.name,
    databaseType: value === undefined ? "bigint" : toDatabaseType(value),
    start: row.start,
    increment: row.increment,
    min: row.min,
    max: row.max,
    cache: row.cache,
    cycle: Number(row.cycle) !== 0,
    ownedBy: null,
    comment: table?.comment ? table.comment : null,
  };
}
