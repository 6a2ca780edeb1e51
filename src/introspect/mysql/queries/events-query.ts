import type { CatalogQuery } from "../catalog-query.js";
import type { EventRow } from "../mysql-rows.js";

export const eventsQuery: CatalogQuery<EventRow> = {
  name: "events",
  columns: () => ({
    schema: "EVENT_SCHEMA",
    name: "EVENT_NAME",
    intervalValue: "INTERVAL_VALUE",
    intervalField: "INTERVAL_FIELD",
    executeAt: "CAST(EXECUTE_AT AS CHAR)",
    status: "STATUS",
    comment: "EVENT_COMMENT",
  }),
  from: "information_schema.EVENTS",
  schemaColumn: "EVENT_SCHEMA",
};
