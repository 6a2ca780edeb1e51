import type { CatalogQuery } from "../catalog-query.js";
import type { TriggerRow } from "../mysql-rows.js";

export const triggersQuery: CatalogQuery<TriggerRow> = {
  name: "triggers",
  columns: () => ({
    schema: "EVENT_OBJECT_SCHEMA",
    table: "EVENT_OBJECT_TABLE",
    name: "TRIGGER_NAME",
    event: "EVENT_MANIPULATION",
    timing: "ACTION_TIMING",
    statement: "ACTION_STATEMENT",
  }),
  from: "information_schema.TRIGGERS",
  // A trigger stands in its table's database; by this column MariaDB finds the folder.
  schemaColumn: "TRIGGER_SCHEMA",
};
