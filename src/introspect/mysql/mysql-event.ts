import type { EventModel } from "../../model/database-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { EventRow } from "./mysql-rows.js";

export function toEvent(row: EventRow, index: CatalogIndex): EventModel {
  const isRecurring = row.intervalValue !== null;
  return {
    schema: index.schemaName(row.schema),
    name: row.name,
    schedule: isRecurring
      ? `every ${row.intervalValue} ${(row.intervalField ?? "").toLowerCase()}`
      : (row.executeAt ?? ""),
    enabled: row.status === "ENABLED",
    comment: row.comment === "" ? null : row.comment,
  };
}
