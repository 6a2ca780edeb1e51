import { checksQueryOf } from "./queries/checks-query.js";
import { columnsQuery } from "./queries/columns-query.js";
import { eventsQuery } from "./queries/events-query.js";
import { foreignKeyColumnsQuery } from "./queries/foreign-key-columns-query.js";
import { foreignKeysQuery } from "./queries/foreign-keys-query.js";
import { indexesQuery } from "./queries/indexes-query.js";
import { parametersQuery } from "./queries/parameters-query.js";
import { partitionsQuery } from "./queries/partitions-query.js";
import { routinesQuery } from "./queries/routines-query.js";
import { schemasQuery } from "./queries/schemas-query.js";
import { tablesQuery } from "./queries/tables-query.js";
import { triggersQuery } from "./queries/triggers-query.js";
import { viewsQuery } from "./queries/views-query.js";

/** Every question that is put to information_schema, each at most once, whatever the number of tables. */
export const mysqlQueries = {
  schemas: schemasQuery,
  tables: tablesQuery,
  columns: columnsQuery,
  indexes: indexesQuery,
  foreignKeys: foreignKeysQuery,
  foreignKeyColumns: foreignKeyColumnsQuery,
  checksOf: checksQueryOf,
  views: viewsQuery,
  triggers: triggersQuery,
  routines: routinesQuery,
  parameters: parametersQuery,
  partitions: partitionsQuery,
  events: eventsQuery,
} as const;
