import { columnsQuery } from "./queries/columns-query.js";
import { constraintsQuery } from "./queries/constraints-query.js";
import { indexesQuery } from "./queries/indexes-query.js";
import { countsQuery } from "./queries/counts-query.js";
import { relationsQuery } from "./queries/relations-query.js";
import { routinesQuery } from "./queries/routines-query.js";
import { schemasQuery } from "./queries/schemas-query.js";
import { sequencesQuery } from "./queries/sequences-query.js";
import { sessionQuery } from "./queries/session-query.js";
import { tablePartsQuery } from "./queries/table-parts-query.js";
import { typesQuery } from "./queries/types-query.js";
import { viewPartsQuery } from "./queries/view-parts-query.js";

/** Every question that is put to the catalog, each once, whatever the number of tables. */
export const postgresqlQueries = {
  session: sessionQuery,
  schemas: schemasQuery,
  relations: relationsQuery,
  types: typesQuery,
  columns: columnsQuery,
  constraints: constraintsQuery,
  indexes: indexesQuery,
  sequences: sequencesQuery,
  routines: routinesQuery,
  tableParts: tablePartsQuery,
  viewParts: viewPartsQuery,
  counts: countsQuery,
} as const;
