import { namesOf, quoteName, quoteText, type CatalogStatement, type SelectList } from "../catalog-query.js";
import { toSelectList } from "../catalog-query.js";
import type { RelationPlace, SequenceRow } from "../mysql-rows.js";

/** One statement for all sequences of MariaDB, each of them a table of one row. */
export function toSequencesStatement(sequences: readonly RelationPlace[]): CatalogStatement<SequenceRow> {
  const arms = sequences.map(
    (place) => `SELECT ${toSelectList(toColumns(place))} FROM ${quoteName(place.schema)}.${quoteName(place.table)}`,
  );
  return {
    name: "sequences",
    sql: arms.join(" UNION ALL "),
    columns: namesOf(toColumns({ schema: "", table: "" })),
  };
}

/** Numbers as texts: JavaScript's hold no 64 bits. */
function toColumns({ schema, table }: RelationPlace): SelectList<SequenceRow> {
  return {
    schema: quoteText(schema),
    name: quoteText(table),
    start: "CAST(start_value AS CHAR)",
    increment: "CAST(increment AS CHAR)",
    min: "CAST(minimum_value AS CHAR)",
    max: "CAST(maximum_value AS CHAR)",
    cache: "CAST(cache_size AS CHAR)",
    cycle: "cycle_option",
  };
}
