import type { TriggerModel } from "../../model/table-model.js";
import type { CatalogIndex } from "./catalog-index.js";
import type { TriggerRow } from "./mysql-rows.js";

/** A trigger; neither server can switch one off, but for MariaDB 11.8, which does not say so here. */
export function toTrigger(row: TriggerRow, index: CatalogIndex): TriggerModel {
  return {
    name: row.name,
    timing: row.timing === "BEFORE" ? "before" : "after",
    // MariaDB 12 lists several, with commas between them.
    events: eventNames.filter((event) => row.event.toLowerCase().includes(event)),
    level: "row",
    enabled: true,
    definition: index.localSql(row.statement ?? ""),
    comment: null,
  };
}

const eventNames = ["insert", "update", "delete"] as const;
